/** What the operator reads: one JSON object a line, on standard output, so that any collector can take it. */
import type { Clock, OperatorLog } from './ports.ts';

/** A log that writes lines through `write`. */
export const lineLog = (clock: Clock, write: (line: string) => void): OperatorLog => ({
  note: (event, fields) => write(JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...fields })),
});

/** A log that nobody reads, for tests and recordings that do not look at it. */
export const silentLog: OperatorLog = { note: () => {} };
