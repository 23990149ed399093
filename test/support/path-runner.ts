/**
 * Takes a system under test along a generated path. XState's own runner passes paths whose events nobody carries out;
 * here every event and every state has to be written out, and a step without an answer to compare is a failure.
 */
import type { Context, EventOf, OutcomeName, StateOf, transaction } from '../../model/index.ts';
import type { PathStep, TestPath } from '../../spec/emit/test-paths.ts';

/** What the system answered. The outcome is compared when the system says it; from outside it cannot be seen. */
export interface Answer {
  readonly status: number;
  readonly error?: string;
  readonly outcome?: OutcomeName;
}

/** Makes one event happen. Resolves to the answer of a request, and to undefined for what is no request. */
export type Executor = (step: PathStep) => Promise<Answer | undefined>;

/** Throws unless the system is in this state, with these variables. */
export type Assertion = (context: Context) => Promise<void>;

/** One for each event of the machine; leaving one out does not compile. */
export type Executors = Readonly<Record<EventOf<typeof transaction>, Executor>>;

/** One for each state of the machine; leaving one out does not compile. */
export type Assertions = Readonly<Record<StateOf<typeof transaction>, Assertion>>;

/**
 * Runs one path, step by step: the event, then its answer, then the state.
 *
 * @returns how many answers and states were compared, for suites that want to know that they did something
 * @throws Error with path, step, expected and actual, at the first difference
 */
export async function runPath(
  path: TestPath,
  executors: Executors,
  assertions: Assertions,
): Promise<{ readonly answers: number; readonly states: number }> {
  if (path.steps.length === 0) throw new Error(`path ${path.id} has no steps, so it would show nothing`);
  let answers = 0;
  let states = 0;
  for (const [index, step] of path.steps.entries()) {
    const place = `path ${path.id}, step ${index + 1} (${inWords(step)})`;
    const execute = named(executors, step.event.type, place);
    const assert = named(assertions, step.state, place);
    compare(step, await execute(step), place);
    if (step.status !== undefined) answers += 1;
    await assert(step.context).catch((error: unknown) => {
      throw new Error(`${place}: the system is not in ${step.state}: ${messageOf(error)}`, { cause: error });
    });
    states += 1;
  }
  return { answers, states };
}

function compare(step: PathStep, answer: Answer | undefined, place: string): void {
  if (step.status === undefined) {
    if (answer !== undefined) throw new Error(`${place}: nobody asked, and the answer was ${described(answer)}`);
    return;
  }
  if (answer === undefined)
    throw new Error(`${place}: expected ${described(step)}, and there was no answer to compare`);
  const isSame =
    answer.status === step.status &&
    answer.error === step.error &&
    (answer.outcome === undefined || answer.outcome === step.outcome);
  if (!isSame) throw new Error(`${place}: expected ${described(step)}, and the answer was ${described(answer)}`);
}

/** Looks up what a path asks for by name: paths may come from a file, and be of another version of the machine. */
function named<Value>(table: Readonly<Record<string, Value>>, name: string, place: string): Value {
  const value = Object.hasOwn(table, name) ? table[name] : undefined;
  if (value === undefined) throw new Error(`${place}: nobody knows what to do for ${name}`);
  return value;
}

const described = ({ status, error, outcome }: Partial<Answer>): string =>
  [status, error, outcome === undefined ? undefined : `(${outcome})`].filter((part) => part !== undefined).join(' ');

const inWords = ({ event: { type, ...attributes } }: PathStep): string =>
  [type, ...Object.values(attributes)].join(' ');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
