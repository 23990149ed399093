/**
 * Test paths through the machine of a transaction, for whoever has a server to take along them: language-neutral, with
 * the expected answer and state after each step. XState's own test generator finds a shortest path to each situation; to
 * these comes one for each transition from each state, in each case of its event, since a suite that only visits states
 * leaves most faults alone. Steps that no world can bring about are left out, and listed.
 */
import { createHash } from 'node:crypto';
import { createTestModel } from 'xstate/graph';
import {
  type Context,
  type ExchangeName,
  errors,
  exchanges,
  keyOf,
  type LimitName,
  limits,
  type MachineEvent,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  policyWith,
  type RequirementId,
  runnable,
  snapshotOf,
  transaction,
} from '../../model/index.ts';
import { explore, type Step } from '../walk/explore.ts';
import {
  isCertain,
  type Path,
  pathOf,
  plainFirst,
  type Steps,
  shortestPaths,
  stepsUnder,
} from '../walk/realizable-paths.ts';
import { transitionsOf } from '../walk/transitions.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { testPathsSchema } from './test-paths-schema.ts';

const emitter = 'spec/emit/test-paths.ts';

/** What happens in a step: a request of the exchange with that name, the end of a timer, or a denial. */
export type Cause = ExchangeName | 'timer' | 'denial';

export interface PathStep {
  /** The event, with its attributes. */
  readonly event: MachineEvent;
  readonly exchange: Cause;
  /** What a request is answered with. Absent for timers and denials. */
  readonly outcome?: OutcomeName;
  readonly status?: number;
  /** The error code, as it is on the wire. Absent for answers that are no errors. */
  readonly error?: string;
  /** The state after the step. */
  readonly state: string;
  /** The variables after the step. */
  readonly context: Context;
}

export interface TestPath {
  readonly id: string;
  readonly title: string;
  /** What the last step shows. */
  readonly requirements: readonly RequirementId[];
  readonly steps: readonly PathStep[];
}

export interface TestPaths {
  readonly machine: string;
  /** SHA-256 of the machine's definition, so that a runner can tell that its paths are of another machine. */
  readonly digest: string;
  /** What the server has to be set to. */
  readonly policy: { readonly limits: Readonly<Record<LimitName, number>> };
  readonly paths: readonly TestPath[];
  /** State and event of steps that the machine answers and that cannot really happen. */
  readonly leftOut: readonly string[];
}

/**
 * Small where every step costs a path, and with time for any order of events: both passcodes of a transaction can live
 * and die in it. Budgets of the account are just out of reach of one transaction, those of the client far away.
 */
const policy = policyWith({
  limits: {
    wrongCodesPerTransaction: 3,
    sendsPerTransaction: 2,
    wrongCodesPerAccount: 4,
    sendsPerAccount: 3,
    startsPerClient: limits.startsPerClient.maximum,
    wrongCodesPerClient: limits.wrongCodesPerClient.maximum,
    resendIntervalSeconds: 10,
    smsCodeLifeSeconds: 120,
    voiceCodeLifeSeconds: 120,
    emailCodeLifeSeconds: 120,
    transactionLifeSeconds: 3_600,
  },
});

const declared = new Map(transitionsOf(transaction).map(({ id, transition }) => [id, transition]));

/** `tests/transaction-paths.json` and the schema of its format. */
export const emitTestPaths = (): Artifact[] => [
  {
    path: 'tests/transaction-paths.json',
    content: canonicalJson(testPaths()),
    emitter,
    audience: 'whoever tests a server, in any language',
    title: 'Test paths through the machine of a transaction, with the expected answers',
  },
  {
    path: 'tests/test-paths.schema.json',
    content: canonicalJson(testPathsSchema()),
    emitter,
    audience: 'whoever reads the test paths',
    title: 'JSON Schema of the format of the test paths',
  },
];

/** All test paths, in the order of their ids. */
export function testPaths(): TestPaths {
  const steps = stepsUnder(policy);
  const byCase = shortestPaths(steps, caseId).map((path) => ({
    id: caseId(lastOf(path)),
    title: `${arrival(lastOf(path))}${caseWords(lastOf(path).event)}: ${declared.get(idOf(lastOf(path)))?.description}`,
    path,
  }));
  const taken = new Set(byCase.flatMap(({ path }) => path.map((_, index) => eventsKey(path.slice(0, index + 1)))));
  const bySituation = situationPaths(steps)
    .filter((path) => !taken.has(eventsKey(path)))
    .map((path) => ({ id: situationId(lastOf(path)), title: `Reaches ${situationWords(lastOf(path))}`, path }));
  return {
    machine: transaction.id,
    digest: createHash('sha256').update(JSON.stringify(transaction)).digest('hex'),
    policy: { limits: policy.limits },
    paths: [...byCase, ...bySituation]
      .map(({ id, title, path }) => ({
        id,
        title,
        requirements: requirementsOf(lastOf(path)),
        steps: path.map(stepOf),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut: leftOut(byCase.map(({ path }) => lastOf(path))),
  };
}

/**
 * A shortest path to each situation of the machine, found by XState's own test generator. It has to be told all cases of
 * all events, or it would try none that carries attributes. It knows nothing of the past, so a few situations are beyond
 * it, such as a denial by somebody whose message was followed by silence; the way to those is found by our own search.
 */
function situationPaths(steps: Steps): Path[] {
  const { machine } = runnable(transaction, policy);
  const model = createTestModel(machine, {
    events: [...plainFirst],
    filterEvents: (snapshot, event: MachineEvent) => isCertain(snapshotOf(snapshot), event),
    serializeState: (snapshot) => keyOf(snapshotOf(snapshot)),
  });
  // The first step of each path is the start of the machine, which is no event of ours.
  const found = model
    .getShortestPaths({ allowDuplicatePaths: true })
    .map((path) =>
      pathOf(
        steps,
        path.steps.slice(1).map(({ event }) => event),
      ),
    )
    .filter((path) => path.length > 0);
  const reached = new Set(found.map((path) => keyOf(lastOf(path).to)));
  const others = shortestPaths(steps, ({ to }) => keyOf(to)).filter((path) => !reached.has(keyOf(lastOf(path).to)));
  return [...found, ...others];
}

function stepOf({ event, effects, to }: Step): PathStep {
  const [outcome] = effects.flatMap((effect) =>
    effect.type === 'respond' ? [effect.params.outcome as OutcomeName] : [],
  ); // the exchange throws for others
  const row: OutcomeRow | undefined = outcome === undefined ? undefined : outcomes[outcome];
  return {
    event,
    exchange: causeOf(event),
    ...(outcome === undefined || row === undefined ? {} : { outcome, status: row.status }),
    ...(row?.error === undefined ? {} : { error: errors[row.error].name }),
    state: to.value,
    context: to.context,
  };
}

function causeOf({ type }: MachineEvent): Cause {
  const names = Object.keys(exchanges) as ExchangeName[]; // own keys of the table
  const exchange = names.find((name) =>
    exchanges[name].steps.some(({ machine, event }) => machine === transaction.id && event === type),
  );
  if (exchange !== undefined) return exchange;
  return Object.values<string>(transaction.timers).includes(type) ? 'timer' : 'denial';
}

/** States and events of which a walk of the machine knows and these steps do not. */
function leftOut(taken: readonly Step[]): string[] {
  const placeOf = ({ from, event }: Step): string => `${from.value} ${event.type}`;
  const shown = new Set(taken.map(placeOf));
  const walked = explore(transaction, policy).steps.map(placeOf);
  return [...new Set(walked)].filter((place) => !shown.has(place)).sort();
}

const lastOf = (path: Path): Step => {
  const last = path.at(-1);
  if (last === undefined) throw new Error('a path has a step at least');
  return last;
};

const idOf = ({ transition }: Step): string => transition ?? '';
const requirementsOf = (step: Step): readonly RequirementId[] => declared.get(idOf(step))?.meta.requirements ?? [];
const attributesOf = ({ type: _type, ...attributes }: MachineEvent): [string, string][] => Object.entries(attributes);
const eventsKey = (path: Path): string => JSON.stringify(path.map(({ event }) => event));

const caseId = (step: Step): string =>
  [step.from.value, idOf(step).replaceAll(' ', '/'), ...attributesOf(step.event).map(([, value]) => value)].join(':');

const caseWords = (event: MachineEvent): string => {
  const words = attributesOf(event).map(([name, value]) => `${name} ${value}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
};

const arrival = ({ from, to }: Step): string =>
  from.value === to.value ? `Stays in ${to.value}` : `Reaches ${to.value}`;

const situationId = ({ to }: Step): string => ['situation', to.value, ...Object.values(to.context)].join(':');

const situationWords = ({ to }: Step): string =>
  `${to.value} with ${Object.entries(to.context)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`;
