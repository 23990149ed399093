/**
 * Which answers an exchange can really get: found by walking the composed machines of the authorization server from
 * their first states, with every fact a request can have, every timer and a denial at any moment. The OpenAPI document
 * takes its responses from here, so that a response nobody can receive cannot be written down.
 */
import {
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  type Facts,
  initialParties,
  keyOf,
  type Machines,
  machinesUnder,
  type OutcomeName,
  type Parties,
  performEvent,
  performExchange,
  policyWith,
  remembering,
  rulesOf,
  type ServerMachine,
  serverMachines,
} from '../../model/index.ts';

/** Small limits, so that the walk is short; every limit can still be met, passed and reset. */
export const walkPolicy = policyWith({
  limits: {
    wrongCodesPerTransaction: 2,
    sendsPerTransaction: 2,
    wrongCodesPerAccount: 2,
    sendsPerAccount: 2,
    startsPerClient: 2,
    wrongCodesPerClient: 2,
  },
});

/** What happens without a request. */
const spontaneous = [
  ['transaction', 'denial.received'],
  ['transaction', 'interval.elapsed'],
  ['transaction', 'code.expired'],
  ['transaction', 'transaction.expired'],
  ['account', 'window.elapsed'],
  ['quota', 'window.elapsed'],
] as const satisfies readonly (readonly [ServerMachine, string])[];

export interface ReachableOutcomes {
  readonly outcomes: ReadonlyMap<ExchangeName, ReadonlySet<OutcomeName>>;
  /** How many combinations of snapshots were visited. */
  readonly visited: number;
}

let remembered: ReachableOutcomes | undefined;

/** The outcomes of every exchange. Pure; computed once. */
export function reachableOutcomes(): ReachableOutcomes {
  remembered ??= walkComposition();
  return remembered;
}

function walkComposition(): ReachableOutcomes {
  const plain = machinesUnder(walkPolicy);
  const machines: Machines = {
    admission: remembering(plain.admission),
    quota: remembering(plain.quota),
    account: remembering(plain.account),
    transaction: remembering(plain.transaction),
  };
  const requests = (Object.keys(exchanges) as ExchangeName[]).map((name) => [name, factsOf(name)] as const); // own keys
  const outcomes = new Map<ExchangeName, Set<OutcomeName>>(requests.map(([name]) => [name, new Set()]));
  const start = initialParties(machines);
  const found = new Set([partiesKey(start)]);
  const queue: Parties[] = [start];
  for (let next = 0; next < queue.length; next += 1) {
    const parties = queue[next];
    if (parties === undefined) break;
    const visit = (reached: Parties) => {
      const key = partiesKey(reached);
      if (found.has(key)) return;
      found.add(key);
      queue.push(reached);
    };
    for (const [exchange, cases] of requests) {
      for (const facts of cases) {
        const performed = performExchange(machines, parties, exchange, facts);
        outcomes.get(exchange)?.add(performed.outcome);
        visit(performed.parties);
      }
    }
    for (const [machine, event] of spontaneous) visit(performEvent(machines, parties, machine, event).parties);
  }
  return { outcomes, visited: queue.length };
}

/** Every combination of facts a request of an exchange can have; one that breaks a rule of the front door needs no more. */
export function factsOf(exchange: ExchangeName): Facts[] {
  const row: ExchangeRow = exchanges[exchange];
  const reported = new Set(['account', 'admission', 'quota']);
  const attributes = row.steps.flatMap(({ machine, event }) => {
    const definition: (typeof serverMachines)[ServerMachine] = serverMachines[machine];
    const events = definition.events as Readonly<
      Record<string, { attributes: Readonly<Record<string, readonly string[]>> }>
    >; // each machine has its own literal alphabet
    return Object.entries(events[event]?.attributes ?? {});
  });
  const combinations = attributes
    .filter(([name]) => name !== 'violation' && !reported.has(name))
    .reduce<Facts[]>(
      (known, [name, values]) => known.flatMap((facts) => values.map((value) => ({ ...facts, [name]: value }))),
      [{ violation: 'none' }],
    );
  return [...combinations, ...rulesOf(exchange).map((violation) => ({ ...combinations[0], violation }))];
}

const partiesKey = (parties: Parties): string =>
  `${keyOf(parties.quota)}|${keyOf(parties.account)}|${keyOf(parties.transaction)}`;
