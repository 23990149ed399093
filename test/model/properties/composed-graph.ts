/**
 * The composed machines of the authorization server as a graph: every situation they can be in together, and everything
 * that can happen in each. Built once per policy; properties are then walked over it.
 */
import {
  type ExchangeName,
  exchanges,
  type Facts,
  type Happening,
  initialParties,
  keyOf,
  type Machines,
  type Memory,
  machinesUnder,
  type Parties,
  type Policy,
  type Property,
  performEvent,
  performExchange,
  remembering,
  type ServerMachine,
} from '../../../model/index.ts';
import { factsOf } from '../../../spec/walk/reachable-outcomes.ts';

export interface Graph {
  readonly policy: Policy;
  /** The first node is the initial situation. */
  readonly nodes: readonly { readonly parties: Parties; readonly edges: readonly Edge[] }[];
}

export interface Edge {
  readonly to: number;
  readonly happening: Happening;
}

/** What happens without a request: ends of timers, a denial, and what a duty of the transaction means to a grant. */
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

/** Every request, by its facts. The front door forgets, so one request that it turns away stands for all of them. */
const requests: readonly (readonly [ExchangeName, Facts])[] = (Object.keys(exchanges) as ExchangeName[]) // own keys
  .flatMap((exchange) => {
    const facts = factsOf(exchange);
    const admitted = facts.filter(({ violation }) => violation === 'none');
    return [...admitted, ...facts.slice(admitted.length, admitted.length + 1)].map((one) => [exchange, one] as const);
  });

/** The machines of a policy, remembering their steps; a machine can be replaced by one with a planted fault. */
export function machinesFor(policy: Policy, replaced: Partial<Machines> = {}): Machines {
  const { admission, quota, account, transaction, grant } = { ...machinesUnder(policy), ...replaced };
  return {
    admission: remembering(admission),
    quota: remembering(quota),
    account: remembering(account),
    transaction: remembering(transaction),
    grant: remembering(grant),
  };
}

/**
 * @param part what is walked: the machines of a transaction, or those of a grant, which tell each other nothing
 */
export function composedGraph(
  policy: Policy,
  machines: Machines = machinesFor(policy),
  part: 'transaction' | 'grant' = 'transaction',
): Graph {
  const isPart = (machine: ServerMachine): boolean =>
    machine === 'admission' || (machine === 'grant') === (part === 'grant');
  const asked = requests.filter(([exchange]) => exchanges[exchange].steps.every(({ machine }) => isPart(machine)));
  const events = spontaneous.filter(([machine]) => isPart(machine));
  const start = initialParties(machines);
  const found = new Map([[partiesKey(start), 0]]);
  const queue: Parties[] = [start];
  const numberOf = (parties: Parties): number => {
    const key = partiesKey(parties);
    const known = found.get(key);
    if (known !== undefined) return known;
    found.set(key, queue.length);
    return queue.push(parties) - 1;
  };
  const nodes: { parties: Parties; edges: Edge[] }[] = [];
  for (let next = 0; next < queue.length; next += 1) {
    const before = queue[next];
    if (before === undefined) break;
    const edges: Edge[] = [];
    for (const [exchange, facts] of asked) {
      const { parties: after, outcome, effects } = performExchange(machines, before, exchange, facts);
      const happening: Happening = { kind: 'request', before, after, effects, exchange, facts, outcome };
      edges.push({ to: numberOf(after), happening });
    }
    for (const [machine, event] of events) {
      const { parties: after, effects } = performEvent(machines, before, machine, event);
      edges.push({ to: numberOf(after), happening: { kind: 'event', before, after, effects, machine, event } });
    }
    nodes.push({ parties: before, edges });
  }
  return { policy, nodes };
}

/** The shortest way to break a property, each step in words; undefined when it holds. */
export function counterexample(property: Property, { policy, nodes }: Graph): string[] | undefined {
  interface Place {
    readonly node: number;
    readonly memory: Memory;
    readonly from: Place | undefined;
    readonly words: string;
  }
  const key = (node: number, memory: Memory): string => `${node} ${JSON.stringify(memory)}`;
  const queue: Place[] = [{ node: 0, memory: property.start, from: undefined, words: '' }];
  const found = new Set([key(0, property.start)]);
  for (let next = 0; next < queue.length; next += 1) {
    const place = queue[next];
    if (place === undefined) break;
    for (const { to, happening } of nodes[place.node]?.edges ?? []) {
      const memory = property.watch(place.memory, happening, policy);
      const reached = { node: to, memory: memory === 'violated' ? {} : memory, from: place, words: inWords(happening) };
      if (memory === 'violated') return trace(reached);
      if (found.has(key(to, memory))) continue;
      found.add(key(to, memory));
      queue.push(reached);
    }
  }
  return undefined;

  function trace(place: Place): string[] {
    return place.from === undefined ? [] : [...trace(place.from), place.words];
  }
}

function inWords(happening: Happening): string {
  if (happening.kind === 'event') return `${happening.machine} ${happening.event}`;
  const { violation: _passed, ...facts } = happening.facts;
  return `${happening.exchange} ${JSON.stringify(facts)} -> ${happening.outcome}`;
}

const partiesKey = (parties: Parties): string =>
  `${keyOf(parties.quota)}|${keyOf(parties.account)}|${keyOf(parties.transaction)}|${keyOf(parties.grant)}`;
