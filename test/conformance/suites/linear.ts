/**
 * Whether concurrent answers fit some order of the requests: each request takes effect at one instant between its sending
 * and its answer. @see Wing and Gong, "Testing and verifying concurrent objects", 1993
 */

export interface Operation<Name extends string> {
  readonly name: Name;
  readonly answer: string;
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** What a request in a state is answered with, and the state after it. States are compared as JSON. */
export type Sequential<State, Name extends string> = (
  state: State,
  name: Name,
) => { readonly answer: string; readonly state: State };

/** Whether there is an order in which all answers are right. */
export function isLinearizable<State, Name extends string>(
  operations: readonly Operation<Name>[],
  initial: State,
  sequential: Sequential<State, Name>,
): boolean {
  const dead = new Set<string>();
  const search = (left: readonly Operation<Name>[], state: State): boolean => {
    if (left.length === 0) return true;
    const key = `${left.map((one) => operations.indexOf(one))} ${JSON.stringify(state)}`;
    if (dead.has(key)) return false;
    // only a request that was sent before every other one was answered can be the next
    const firstAnswer = Math.min(...left.map(({ answeredAt }) => answeredAt));
    for (const one of left) {
      if (one.sentAt > firstAnswer) continue;
      const after = sequential(state, one.name);
      if (
        after.answer === one.answer &&
        search(
          left.filter((other) => other !== one),
          after.state,
        )
      )
        return true;
    }
    dead.add(key);
    return false;
  };
  return search(operations, initial);
}
