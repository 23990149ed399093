/**
 * An exchange as it was really played on the reference server, with a fixed clock and seeded randomness. Recordings are
 * data: the recorder beside the server writes them, and every example of every document is taken from them.
 */
import type { ExchangeName } from './exchanges.ts';
import type { OutcomeName } from './outcomes.ts';

export interface RecordedExchange {
  /** Unique over all recordings: `<scenario>/<number>`. */
  readonly id: string;
  /** What happens, as a heading. */
  readonly title: string;
  readonly exchange: ExchangeName;
  readonly outcome: OutcomeName;
  readonly request: {
    readonly method: string;
    /** Path and query. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Absent when there is no body; a form otherwise. */
    readonly body?: string;
    /** Bytes of a body that is too long to print, in place of it. */
    readonly bodyBytes?: number;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Absent when there is no body; JSON otherwise. */
    readonly body?: string;
  };
}

export interface Recording {
  /** File name and id prefix, in kebab case. */
  readonly scenario: string;
  /** What the scenario tells, as a sentence. */
  readonly title: string;
  readonly steps: readonly RecordedExchange[];
}
