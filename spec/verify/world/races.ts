/**
 * Two processes of one authorization server, each of which reads, computes and then writes. In between the other may have
 * written too. With the atomic check a process whose reading is outdated reads again; without, it writes what it computed.
 */
import type { ExchangeName, Facts } from '../../../model/index.ts';
import type { Values, Variable } from '../engine/index.ts';
import { assembled } from './assemble.ts';
import { variablesAt } from './guessing.ts';
import { act, type PeopledWorld, type Setting, type WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const processes = ['one process', 'another process'] as const;
type Process = (typeof processes)[number];

/** What clients and the customer ask for. A passcode that was newest when it was read may be older when it is judged. */
const tasks = {
  right: { exchange: 'redemption', facts: { code: 'newest' }, words: 'the right passcode' },
  outdated: { exchange: 'redemption', facts: { code: 'newest' }, words: 'a passcode that was right when it was read' },
  wrong: { exchange: 'redemption', facts: { code: 'wrong' }, words: 'a wrong passcode' },
  send: { exchange: 'delivery', facts: {}, words: 'a request to send a passcode' },
  denial: { exchange: undefined, facts: {}, words: 'the word of the customer that this was not them' },
} as const satisfies Record<string, { exchange: ExchangeName | undefined; facts: Facts; words: string }>;
type Task = keyof typeof tasks;
const taskNames = Object.keys(tasks) as Task[]; // own keys

export function racesWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const [absent] = server.variable('transaction', at.transaction).values;
  const start = server.asked({
    name: 'start',
    actor: 'stranger',
    says: "The stranger's client starts a transaction.",
    needs: 'A1',
    at,
    exchange: 'identification',
    when: (here) => here[at.transaction] === absent,
  });
  const memory = (name: Process): Variable => ({ name, values: ['idle'], room: 4096, words: inWords });
  return assembled({
    name: 'races',
    variables: [...variablesAt(server, [at]), ...processes.map(memory)],
    rules: [
      start,
      ...processes.flatMap((name) => [
        ...taskNames.filter((task) => task !== 'outdated').map((task) => reads(name, task)),
        ...taskNames.map((task) => writes(setting, server, name, task)),
        ...(setting.policy.switches.atomicCheck ? [readsAgain(name)] : []),
      ]),
      // A window of a budget lasts longer than all of this.
      ...server.clock(at).filter(({ name }) => !name.endsWith('window.elapsed')),
    ],
  });
}

const place = Object.values(at);

/** A task in hand: what is to be done, and what was read. */
interface InHand {
  readonly task: Task;
  readonly read: Values;
}

const written = (inHand: InHand): string => JSON.stringify(inHand);
const inHandOf = (value: string | undefined): InHand | undefined =>
  value === undefined || value === 'idle' ? undefined : (JSON.parse(value) as InHand); // written above
const inWords = (value: string): string => {
  const inHand = inHandOf(value);
  return inHand === undefined ? 'idle' : `has ${tasks[inHand.task].words} in hand, and has read ${inHand.read.first}`;
};
const readNow = (here: Values): Values => Object.fromEntries(place.map((name) => [name, here[name] ?? '']));
const isOutdated = (here: Values, { read }: InHand): boolean => place.some((name) => here[name] !== read[name]);

const reads = (name: Process, task: Task): WorldRule =>
  act({
    name: `${name}: read for ${task}`,
    actor: 'server',
    says: `${capital(name)} receives ${tasks[task].words} and reads where the transaction stands.`,
    needs: 'A21',
    touches: [...place, name],
    does: (here) => (here[name] === 'idle' ? { next: { [name]: written({ task, read: readNow(here) }) } } : undefined),
  });

const readsAgain = (name: Process): WorldRule =>
  act({
    name: `${name}: read again`,
    actor: 'server',
    says: `${capital(name)} finds that somebody else wrote in the meantime, and reads again.`,
    touches: [...place, name],
    does: (here) => {
      const inHand = inHandOf(here[name]);
      if (inHand === undefined || !isOutdated(here, inHand)) return undefined;
      return { next: { [name]: written({ ...inHand, read: readNow(here) }) } };
    },
  });

function writes(setting: Setting, server: Server, name: Process, task: Task): WorldRule {
  const { exchange, facts, words } = tasks[task];
  const [other = name] = processes.filter((one) => one !== name);
  const atomic = setting.policy.switches.atomicCheck;
  const asking = {
    name: `${name}: write for ${task}`,
    actor: task === 'denial' ? ('owner' as const) : ('stranger' as const),
    says: `${capital(name)} writes what follows from ${words}, and answers.`,
    needs: 'A21' as const,
    at,
    touches: [name, other],
    when: (here: Values) => {
      const inHand = inHandOf(here[name]);
      return inHand?.task === task && !(atomic && isOutdated(here, inHand));
    },
    readBefore: (here: Values) => inHandOf(here[name])?.read ?? here,
  };
  if (exchange === undefined) {
    return server.happens({
      ...asking,
      machine: 'transaction',
      event: 'denial.received',
      after: () => ({ next: { [name]: 'idle' } }),
    });
  }
  // What the server takes for the newest passcode is what it read; what it really is the world knows.
  const brought = task === 'right' ? 'newest' : task === 'outdated' ? 'stale' : 'wrong';
  return server.asked({
    ...asking,
    exchange,
    facts: () => (task === 'outdated' && atomic ? { code: 'stale' } : facts),
    after: (here, { duties }) => ({
      next: { [name]: 'idle', ...(duties.includes('sendCode') ? { [other]: outdated(here[other]) } : {}) },
      truth: exchange === 'redemption' ? { brought, receiver: 'stranger' } : {},
    }),
  });
}

/** After a new passcode was sent, the one that is in another process's hand is an older one. */
function outdated(value: string | undefined): string {
  const inHand = inHandOf(value);
  if (inHand === undefined) return 'idle';
  return inHand.task === 'right' ? written({ ...inHand, task: 'outdated' }) : (value ?? 'idle');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
