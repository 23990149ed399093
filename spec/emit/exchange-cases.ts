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
  parameters,
  performExchange,
} from '../../model/index.ts';
import { factsOf } from '../walk/reachable-outcomes.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { exchangeCasesSchema } from './exchange-cases-schema.ts';
import { signedOnTheSpot } from './sandbox/proof-ways.ts';
import type { SandboxRequest } from './sandbox/request.ts';
import { shortestWays } from './sandbox/search.ts';

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
  /** Requests with values for a server in its sandbox, of which the last one is the one that the case is about. */
  readonly requests: readonly SandboxRequest[];
}

/** `tests/exchange-cases.json` and the schema of its format. */
export const emitExchangeCases = (): Artifact[] => [
  {
    path: 'tests/exchange-cases.json',
    content: canonicalJson({ cases: exchangeCases() }),
    emitter,
    audience: 'whoever tests a server, in any language',
    title: 'Requests in the first situation of a server, with the expected answers',
  },
  {
    path: 'tests/exchange-cases.schema.json',
    content: canonicalJson(exchangeCasesSchema()),
    emitter,
    audience: 'whoever reads the exchange cases',
    title: 'JSON Schema of the format of the exchange cases',
  },
];

/** All cases, exchange by exchange; for each first the requests that keep every rule, then one for each rule. */
export function exchangeCases(): ExchangeCase[] {
  const machines = machinesUnder(defaultPolicy);
  const start = initialParties(machines);
  const names = Object.keys(exchanges) as ExchangeName[]; // own keys of the table
  return names.flatMap((exchange) =>
    playableFacts(exchange).map((facts) => {
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
        requests: requestsFor(exchange, facts, outcome),
      };
    }),
  );
}

/**
 * Of the clients with a secret one may refresh, so nobody else gets as far as to the grant of another without a signature.
 * Where nothing was started there is no key to differ from, and a proof that only a signature made on the spot could carry
 * is in no table.
 */
const playableFacts = (exchange: ExchangeName): readonly Facts[] =>
  factsOf(exchange).filter(
    ({ client, violation = 'none' }) =>
      (exchange !== 'refresh' || client !== 'other') && client !== 'otherKey' && !signedOnTheSpot.has(violation),
  );

/** A client that did not open the transaction, and an option that no server offers. */
const otherClient = 'monthly-auditor';
const unofferedOption = 'pigeon';

/** The way to the same answer in the sandbox, with what the facts want otherwise in its last request. */
function requestsFor(exchange: ExchangeName, facts: Facts, outcome: OutcomeName): readonly SandboxRequest[] {
  const end = facts.violation === 'none' ? outcome : facts.violation;
  const way = shortestWays().find(({ id }) => id === `${exchange}/${end}`);
  const last = way?.requests.at(-1);
  if (way === undefined || last === undefined) throw new Error(`the sandbox knows no way to ${exchange}/${end}`);
  const isUnoffered = facts.option === 'unoffered' && last.form !== undefined;
  const changed: SandboxRequest = {
    ...last,
    ...(facts.client === 'other' && last.client !== undefined ? { client: otherClient } : {}),
    ...(isUnoffered ? { form: { ...last.form, [parameters.deliveryOption.name]: unofferedOption } } : {}),
  };
  return [...way.requests.slice(0, -1), changed];
}

function caseName({ violation, ...facts }: Facts): string {
  if (violation !== undefined && violation !== 'none') return violation;
  return Object.values(facts).join('-') || 'admitted';
}
