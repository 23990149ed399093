/**
 * Whether what concurrent callers saw could have been seen by callers who came one after the other: linearizability, for
 * any sequential specification. Knows nothing about any protocol.
 *
 * @see Herlihy and Wing, Linearizability: a correctness condition for concurrent objects, 1990; Wing and Gong, Testing and
 * verifying concurrent objects, 1993
 */

/** What calls do when nothing else happens meanwhile. */
export interface SequentialSpecification<State, Call, Result> {
  readonly initial: State;
  /** The same text exactly for the same state. */
  nameOf(state: State): string;
  /** What a call can come to in a state: one way when the specification is deterministic, none when it is not allowed. */
  outcomesOf(state: State, call: Call): readonly { readonly state: State; readonly result: Result }[];
  /** Whether a result that was seen is one that was specified. */
  isSame(seen: Result, specified: Result): boolean;
}

/** A call as somebody saw it, on a clock that says what came before what and nothing else. */
export interface Operation<Call, Result> {
  readonly call: Call;
  readonly invokedAt: number;
  /** Absent when the call never returned: it may have taken effect at any time since, or never. */
  readonly returned?: { readonly at: number; readonly result: Result };
}

export type Verdict<Call, Result> =
  /** One order, of possibly several, in which the calls explain all results. Calls that had no effect are left out. */
  | { readonly linearizable: true; readonly order: readonly Operation<Call, Result>[] }
  /** The calls at which every explanation ends: those before them can be explained. */
  | { readonly linearizable: false; readonly window: readonly Operation<Call, Result>[] };

/** So many calls may overlap in just any way; the time it takes doubles with each. */
export const largestWindow = 12;

/**
 * Checks a history. It is divided where no call is under way, so that only calls of one window are tried in every order.
 * Calls that were all under way at one moment may be many, as long as most of them are alike.
 *
 * @throws RangeError when more than twelve calls overlap one after the other, or an operation returns before it was
 *   invoked
 */
export function checkLinearizability<State, Call, Result>(
  specification: SequentialSpecification<State, Call, Result>,
  history: readonly Operation<Call, Result>[],
): Verdict<Call, Result> {
  let explanations: readonly Explanation<State, Call, Result>[] = [{ state: specification.initial, done: 0 }];
  for (const window of windowsOf(history)) {
    const explain = window.length > largestWindow ? explainedTogether : explained;
    explanations = explain(specification, window, explanations);
    if (explanations.length === 0) return { linearizable: false, window };
  }
  const [first] = explanations;
  return { linearizable: true, order: first === undefined ? [] : orderOf(first) };
}

/** A state in which the calls so far may have left things, and how. */
interface Explanation<State, Call, Result> {
  readonly state: State;
  /** The calls of the window that have taken effect, as bits. */
  readonly done: number;
  readonly last?: Operation<Call, Result>;
  readonly before?: Explanation<State, Call, Result>;
}

/** The calls in windows: in each, every call overlaps another one, or all are one. */
export function windowsOf<Call, Result>(history: readonly Operation<Call, Result>[]): Operation<Call, Result>[][] {
  const windows: Operation<Call, Result>[][] = [];
  let quietAt = Number.NEGATIVE_INFINITY;
  for (const operation of [...history].sort((one, other) => one.invokedAt - other.invokedAt)) {
    const { invokedAt, returned } = operation;
    const endsAt = returned?.at ?? Number.POSITIVE_INFINITY;
    if (endsAt < invokedAt) throw new RangeError('an operation returned before it was invoked');
    if (invokedAt > quietAt) windows.push([]);
    windows.at(-1)?.push(operation);
    quietAt = Math.max(quietAt, endsAt);
  }
  const largest = Math.max(0, ...windows.filter((window) => !isTogether(window)).map((window) => window.length));
  if (largest > largestWindow)
    throw new RangeError(`${largest} calls overlap; more than ${largestWindow} take too long`);
  return windows;
}

/** Whether all calls were under way at one moment, so that none of them has to come before another. */
const isTogether = <Call, Result>(window: readonly Operation<Call, Result>[]): boolean =>
  Math.max(...window.map(({ invokedAt }) => invokedAt)) <
  Math.min(...window.map(({ returned }) => returned?.at ?? Number.POSITIVE_INFINITY));

/** Every state that an order of the window's calls explains, each with one such order. */
function explained<State, Call, Result>(
  specification: SequentialSpecification<State, Call, Result>,
  window: readonly Operation<Call, Result>[],
  starts: readonly Explanation<State, Call, Result>[],
): Explanation<State, Call, Result>[] {
  const returned = window.reduce((bits, operation, place) => (operation.returned ? bits | (1 << place) : bits), 0);
  const found = new Map<string, Explanation<State, Call, Result>>();
  const queue: Explanation<State, Call, Result>[] = [];
  const visit = (explanation: Explanation<State, Call, Result>): void => {
    const name = `${explanation.done} ${specification.nameOf(explanation.state)}`;
    if (found.has(name)) return;
    found.set(name, explanation);
    queue.push(explanation);
  };
  for (const start of starts) visit({ ...start, done: 0 });
  for (const before of queue) {
    for (const [place, operation] of window.entries()) {
      if ((before.done & (1 << place)) !== 0 || !canBeNext(window, before.done, operation)) continue;
      for (const { state, result } of specification.outcomesOf(before.state, operation.call)) {
        if (operation.returned && !specification.isSame(operation.returned.result, result)) continue;
        visit({ state, done: before.done | (1 << place), last: operation, before });
      }
    }
  }
  return queue.filter(({ done }) => (done & returned) === returned);
}

/** The same for calls that were all under way at one moment: those that are alike are told apart by nobody. */
function explainedTogether<State, Call, Result>(
  specification: SequentialSpecification<State, Call, Result>,
  window: readonly Operation<Call, Result>[],
  starts: readonly Explanation<State, Call, Result>[],
): Explanation<State, Call, Result>[] {
  const alike = new Map<string, Operation<Call, Result>[]>();
  for (const operation of window) {
    const name = JSON.stringify([operation.call, operation.returned?.result]);
    alike.set(name, [...(alike.get(name) ?? []), operation]);
  }
  const groups = [...alike.values()];
  interface Part {
    readonly explanation: Explanation<State, Call, Result>;
    /** How many of each group have taken effect. */
    readonly counts: readonly number[];
  }
  const found = new Set<string>();
  const queue: Part[] = [];
  const visit = (part: Part): void => {
    const name = `${part.counts} ${specification.nameOf(part.explanation.state)}`;
    if (found.has(name)) return;
    found.add(name);
    queue.push(part);
  };
  for (const start of starts) visit({ explanation: start, counts: groups.map(() => 0) });
  for (const { explanation: before, counts } of queue) {
    const here = specification.nameOf(before.state);
    const nexts: Part[] = [];
    let idle: Part | undefined;
    for (const [place, group] of groups.entries()) {
      const operation = group[counts[place] ?? 0];
      if (operation === undefined) continue;
      for (const { state, result } of specification.outcomesOf(before.state, operation.call)) {
        if (operation.returned && !specification.isSame(operation.returned.result, result)) continue;
        const explanation = { state, done: 0, last: operation, before };
        const next = { explanation, counts: counts.map((count, at) => (at === place ? count + 1 : count)) };
        nexts.push(next);
        if (operation.returned && specification.nameOf(state) === here) idle ??= next;
      }
    }
    // what changes nothing may as well come first: nobody else can tell
    for (const next of idle === undefined ? nexts : [idle]) visit(next);
  }
  return queue
    .filter(({ counts }) => groups.every((group, at) => !group[0]?.returned || counts[at] === group.length))
    .map(({ explanation }) => explanation);
}

/** A call that was invoked after another one had returned takes effect after it. */
const canBeNext = <Call, Result>(
  window: readonly Operation<Call, Result>[],
  done: number,
  { invokedAt }: Operation<Call, Result>,
): boolean =>
  window.every(
    ({ returned }, place) => returned === undefined || (done & (1 << place)) !== 0 || returned.at >= invokedAt,
  );

function orderOf<State, Call, Result>(explanation: Explanation<State, Call, Result>): Operation<Call, Result>[] {
  const order: Operation<Call, Result>[] = [];
  for (let step: typeof explanation | undefined = explanation; step !== undefined; step = step.before) {
    if (step.last !== undefined) order.push(step.last);
  }
  return order.reverse();
}
