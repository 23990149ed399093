/** Which sequences of inputs tell states apart: the material that complete suites are made of. */
import { distinguishingSequence } from './equivalence.ts';
import { type InputSequence, type MealyMachine, nextState, outputAt, type Suite, statesOf } from './machine.ts';

/** How much of a sequence it takes to see a difference between two states; undefined when it shows none. */
export function separatingLength(
  machine: MealyMachine,
  sequence: InputSequence,
  [one, other]: readonly [number, number],
): number | undefined {
  let [left, right] = [one, other];
  for (const [place, input] of sequence.entries()) {
    if (outputAt(machine, left, input) !== outputAt(machine, right, input)) return place + 1;
    left = nextState(machine, left, input);
    right = nextState(machine, right, input);
  }
  return undefined;
}

/** Whether two states answer a sequence differently. */
export const separates = (machine: MealyMachine, sequence: InputSequence, pair: readonly [number, number]): boolean =>
  separatingLength(machine, sequence, pair) !== undefined;

/** Every pair of states, the smaller number first. */
export function* pairsOf(machine: MealyMachine): Generator<readonly [number, number]> {
  for (const one of statesOf(machine))
    for (let other = one + 1; other < machine.states.length; other += 1) yield [one, other];
}

/**
 * A shortest sequence that two states answer differently.
 *
 * @throws RangeError when there is none: the machine is not minimal, and no suite can be complete for it
 */
export function separatorOf(machine: MealyMachine, pair: readonly [number, number]): InputSequence {
  const sequence = distinguishingSequence(machine, machine, pair);
  if (sequence !== undefined) return sequence;
  throw new RangeError(
    `nothing tells ${machine.states[pair[0]]} from ${machine.states[pair[1]]}: minimise the machine`,
  );
}

/** A characterisation set: sequences of which at least one separates any two states (Chow 1978, Vasilevskii 1973). */
export function characterisationSet(machine: MealyMachine): Suite {
  const pairs = [...pairsOf(machine)];
  const candidates = distinct(pairs.map((pair) => separatorOf(machine, pair)));
  return cheapestCover(pairs, candidates, (pair, sequence) => separates(machine, sequence, pair));
}

/**
 * State identifiers, by state: for each state some beginnings of sequences of a characterisation set that separate it from
 * every other state (Fujiwara et al. 1991). Two states need not share a sequence that separates them.
 */
export function stateIdentifiers(
  machine: MealyMachine,
  characterisation = characterisationSet(machine),
): readonly Suite[] {
  const beginnings = distinct(
    characterisation.flatMap((sequence) => sequence.map((_, place) => sequence.slice(0, place + 1))),
  );
  return statesOf(machine).map((state) => {
    const others = statesOf(machine).filter((other) => other !== state);
    return cheapestCover(others, beginnings, (other, sequence) => separates(machine, sequence, [state, other]));
  });
}

/**
 * Harmonised state identifiers, by state: any two states have sequences with a common beginning that separates them
 * (Luo, Petrenko, Bochmann 1994). Only so may a test look at each state with its own few sequences.
 */
export function harmonisedIdentifiers(machine: MealyMachine): readonly Suite[] {
  const identifiers: InputSequence[][] = statesOf(machine).map(() => []);
  for (const pair of pairsOf(machine)) {
    const [ofOne = [], ofOther = []] = pair.map((state) => identifiers[state]);
    if (ofOne.some((one) => ofOther.some((other) => separates(machine, commonBeginning(one, other), pair)))) continue;
    const separator = separatorOf(machine, pair);
    for (const identifier of [ofOne, ofOther]) {
      if (!identifier.some((known) => commonBeginning(known, separator).length === separator.length))
        identifier.push(separator);
    }
  }
  return identifiers;
}

/** What two sequences have in common at their beginnings. */
export function commonBeginning(one: InputSequence, other: InputSequence): InputSequence {
  const differs = one.findIndex((input, place) => input !== other[place]);
  return differs < 0 ? one : one.slice(0, differs);
}

/** Few candidates that together cover all items: in turn the one that covers most of what is left, short ones first. */
function cheapestCover<Item>(
  items: readonly Item[],
  candidates: Suite,
  covers: (item: Item, candidate: InputSequence) => boolean,
): Suite {
  const byLength = [...candidates].sort((a, b) => a.length - b.length);
  const chosen: InputSequence[] = [];
  for (let open = items; open.length > 0; ) {
    let left = open;
    let best: InputSequence | undefined;
    for (const candidate of byLength) {
      const uncovered = open.filter((item) => !covers(item, candidate));
      if (uncovered.length < left.length) [left, best] = [uncovered, candidate];
    }
    if (best === undefined) throw new RangeError('no candidate covers what is left');
    chosen.push(best);
    open = left;
  }
  return chosen;
}

const distinct = (sequences: Suite): Suite => [
  ...new Map(sequences.map((sequence) => [sequence.join(), sequence])).values(),
];
