/**
 * Every request there can be in the first situation of a server, by its facts, with the answer: rows for table-driven
 * tests in any language. Nothing has been started there, so that what is shown is mostly the front door.
 */
import {
  defaultPolicy,
  type ExchangeName,
  errors,
  exchanges,
  type Facts,
  type HeaderName,
  headers,
  initialParties,
  machinesUnder,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  performExchange,
} from '../../model/index.ts';
import { factsOf } from '../walk/reachable-outcomes.ts';
import { type Artifact, canonicalJson } from './artifact.ts';

const emitter = 'spec/emit/exchange-cases.ts';

export interface ExchangeCase {
  /** Unique: `<exchange>/<rule that is broken>`, or `<exchange>/<facts>` when none is. */
  readonly id: string;
  readonly exchange: ExchangeName;
  /** What is true of the request. `violation` names the rule of the front door that it breaks, or is `none`. */
  readonly facts: Facts;
  readonly outcome: OutcomeName;
  readonly status: number;
  /** The error code, as it is on the wire. Absent for answers that are no errors, or have no body. */
  readonly error?: string;
  /** Names of header fields that the answer carries, beside Content-Type. */
  readonly headers: readonly string[];
}

/** `tests/exchange-cases.json`. */
export const emitExchangeCases = (): Artifact[] => [
  {
    path: 'tests/exchange-cases.json',
    content: canonicalJson({ cases: exchangeCases() }),
    emitter,
    audience: 'whoever tests a server, in any language',
    title: 'Requests in the first situation of a server, with the expected answers',
  },
];

/** All cases, exchange by exchange; for each first the requests that keep every rule, then one for each rule. */
export function exchangeCases(): ExchangeCase[] {
  const machines = machinesUnder(defaultPolicy);
  const start = initialParties(machines);
  const names = Object.keys(exchanges) as ExchangeName[]; // own keys of the table
  return names.flatMap((exchange) =>
    factsOf(exchange).map((facts) => {
      const { outcome } = performExchange(machines, start, exchange, facts);
      const row: OutcomeRow = outcomes[outcome];
      return {
        id: `${exchange}/${caseName(facts)}`,
        exchange,
        facts,
        outcome,
        status: row.status,
        ...(row.error === undefined ? {} : { error: errors[row.error].name }),
        headers: row.headers.map((name: HeaderName) => headers[name].name),
      };
    }),
  );
}

function caseName({ violation, ...facts }: Facts): string {
  if (violation !== undefined && violation !== 'none') return violation;
  return Object.values(facts).join('-') || 'admitted';
}
