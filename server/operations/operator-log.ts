/** What the operator reads: one JSON object a line, on standard output, so that any collector can take it. */
import { type DestinationStream, pino } from 'pino';
import type { Clock, OperatorLog } from '../ports.ts';

/** Where lines go; a stream of the process, or an array of a test. */
export type LogLines = (line: string) => void;

/**
 * A log that writes each note as one line: when, how grave, which event, and its fields. Notes whose event says that
 * something failed are errors; what was turned away or refused is a warning, since somebody may want to know who tries.
 */
export function lineLog(clock: Clock, write: LogLines): OperatorLog {
  const destination: DestinationStream = { write: (line) => write(line.trimEnd()) };
  const logger = pino(
    {
      base: null,
      level: 'info',
      formatters: { level: (level) => ({ level }) },
      timestamp: () => `,"at":"${new Date(clock.now()).toISOString()}"`,
    },
    destination,
  );
  return { note: (event, fields) => logger[levelOf(event)]({ event, ...fields }) };
}

function levelOf(event: string): 'info' | 'warn' | 'error' {
  if (event.endsWith('.failed')) return 'error';
  return /\.(turned-away|unauthenticated|invalid|refused|denied)$/.test(event) ? 'warn' : 'info';
}

/** A log that nobody reads, for tests and recordings that do not look at it. */
export const silentLog: OperatorLog = { note: () => {} };

/** One note, heard by several. */
export const everyLog = (...logs: readonly OperatorLog[]): OperatorLog => ({
  note: (event, fields) => {
    for (const log of logs) log.note(event, fields);
  },
});
