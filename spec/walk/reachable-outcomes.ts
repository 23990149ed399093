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

/** What happens without a request, or as a duty of another machine. */
const spontaneous = [
  ['grant', 'grant.issued'],
  ['grant', 'grant.denied'],
  ['grant', 'grant.expired'],
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
    grant: remembering(plain.grant),
  };
  const requests = (Object.keys(exchanges) as ExchangeName[]).map((name) => [name, factsOf(name)] as const); // own keys
  const outcomes = new Map<ExchangeName, Set<OutcomeName>>(requests.map(([name]) => [name, new Set()]));
  const visited = worlds.map((parts) => walkParts(machines, parts, requests, outcomes));
  return { outcomes, visited: visited.reduce((sum, count) => sum + count, 0) };
}

/** Machines that share no request and tell each other nothing are walked apart: together they would only multiply. */
const worlds: readonly (readonly ServerMachine[])[] = [['quota', 'account', 'transaction'], ['grant']];

function walkParts(
  machines: Machines,
  parts: readonly ServerMachine[],
  all: readonly (readonly [ExchangeName, readonly Facts[]])[],
  outcomes: ReadonlyMap<ExchangeName, Set<OutcomeName>>,
): number {
  const passes = (name: ExchangeName) =>
    exchanges[name].steps.every(({ machine }) => machine === 'admission' || parts.includes(machine));
  const requests = all.filter(([name]) => passes(name));
  const events = spontaneous.filter(([machine]) => parts.includes(machine));
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
    for (const [machine, event] of events) visit(performEvent(machines, parties, machine, event).parties);
  }
  return queue.length;
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
  `${keyOf(parties.quota)}|${keyOf(parties.account)}|${keyOf(parties.transaction)}|${keyOf(parties.grant)}`;
