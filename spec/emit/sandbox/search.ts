/**
 * The shortest way to everything that the sandbox is for: each answer of each exchange, and each fate of a message. Found
 * by trying all requests in all orders, so that a new answer in the model finds its way into the table, or stops it.
 */
import { keyOf, type MessageFate, messageFates, rulesOf } from '../../../model/index.ts';
import { answersOf, exchangeNames } from '../answers.ts';
import { costs, type Move, movesOf, type Node, sessionOf, type Target } from './moves.ts';
import { proofWays } from './proof-ways.ts';
import { type SandboxRequest, sandboxRequest } from './request.ts';
import { emptyWorld } from './world.ts';

export interface Way {
  readonly id: string;
  readonly target: Target;
  readonly requests: readonly SandboxRequest[];
}

/** More than so many requests are no shortcut. */
export const mostRequests = 4;

/**
 * The cheapest way to every target, in the order of exchanges and outcomes, fates last. Pure; computed once.
 *
 * @throws Error that names a target for which there is no way of four requests
 */
export function shortestWays(): readonly Way[] {
  remembered ??= searched();
  return remembered;
}

let remembered: readonly Way[] | undefined;

function searched(): Way[] {
  const ways = new Map<string, Way & { readonly cost: number }>();
  const found = (target: Target, requests: readonly SandboxRequest[], cost: number): void => {
    const id = idOf(target);
    if (cost < (ways.get(id)?.cost ?? Number.POSITIVE_INFINITY)) ways.set(id, { id, target, requests, cost });
  };
  const visited = new Set<string>();
  let level: Node[] = [{ world: emptyWorld, requests: [], cost: 0 }];
  for (let length = 1; length <= mostRequests; length += 1) {
    const next: Node[] = [];
    for (const node of level) {
      for (const move of movesOf(node)) {
        const reached = nodeAfter(node, move);
        if (move.target !== undefined) found(move.target, reached.requests, reached.cost);
        const key = keyOfNode(reached);
        if (visited.has(key)) continue;
        visited.add(key);
        next.push(reached);
        if (length < mostRequests)
          for (const [target, look] of fatesSeen(reached))
            found(target, [...reached.requests, look], reached.cost + costs.plain);
      }
    }
    level = next;
  }
  for (const { target, requests } of proofWays()) found(target, requests, requests.length);
  return targets().map((id) => {
    const way = ways.get(id);
    if (way === undefined) throw new Error(`the sandbox knows no way of ${mostRequests} requests to ${id}`);
    return { id, target: way.target, requests: way.requests };
  });
}

/** What can be seen of the messages of a transaction by asking the sandbox. */
function fatesSeen(node: Node): (readonly [Target, SandboxRequest])[] {
  const session = sessionOf(node);
  if (session === undefined) return [];
  const look = sandboxRequest('What became of the messages?', 'deliveries', { authSession: session });
  return node.world.messages.flatMap(({ fate }) => (fate === 'queued' ? [] : [[{ fate }, look] as const]));
}

/** Every target by its id: the rules of the front door one by one, since each asks for another request. */
function targets(): string[] {
  const fates = Object.keys(messageFates) as MessageFate[]; // its own keys
  return [
    ...exchangeNames.flatMap((exchange) => [
      ...rulesOf(exchange).map((rule) => `${exchange}/${rule}`),
      ...answersOf(exchange)
        .filter(({ answeredBy }) => answeredBy.some(({ kind }) => kind !== 'rule'))
        .map(({ outcome }) => idOf({ exchange, outcome })),
    ]),
    ...fates.map((fate) => idOf({ fate })),
  ];
}

const idOf = (target: Target): string =>
  'fate' in target ? `message/${target.fate}` : `${target.exchange}/${target.rule ?? target.outcome}`;

function nodeAfter(node: Node, { before, request, world, cost = costs.plain }: Move): Node {
  const requests = [...node.requests, ...(before === undefined ? [] : [before]), request];
  const isOpened = node.openedBy === undefined && world.customer !== undefined;
  const isGranted = node.grantedBy === undefined && world.isGranted;
  return {
    ...node,
    world,
    requests,
    cost: node.cost + cost,
    ...(isOpened ? { openedBy: requests.length } : {}),
    ...(isGranted ? { grantedBy: requests.length } : {}),
  };
}

function keyOfNode({ world, openedBy, grantedBy }: Node): string {
  const { parties, customer, scope, now, timers, messages } = world;
  const machines = [parties.account, parties.quota, parties.transaction].map(keyOf);
  return JSON.stringify([machines, customer?.id, scope, now, timers, messages, openedBy, grantedBy]);
}
