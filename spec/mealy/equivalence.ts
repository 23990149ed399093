/** When two machines cannot be told apart, and by which inputs they can: a walk through the pairs of their states. */
import { type InputSequence, inputsOf, type MealyMachine, nextState, outputAt } from './machine.ts';

/**
 * A shortest sequence of inputs that two machines answer differently; undefined when there is none. Outputs are compared
 * by number, so both machines have to list them in the same order.
 *
 * @param from the states to begin in, one of each machine
 * @throws RangeError when the machines do not have the same inputs
 */
export function distinguishingSequence(
  one: MealyMachine,
  other: MealyMachine,
  from: readonly [number, number] = [0, 0],
): InputSequence | undefined {
  if (one.inputs.length !== other.inputs.length) throw new RangeError('the machines do not have the same inputs');
  const width = other.states.length;
  const inputs = inputsOf(one);
  const found = new Uint8Array(one.states.length * width);
  const queue: { readonly pair: number; readonly input: number; readonly before: number }[] = [];
  const visit = (pair: number, input: number, before: number): void => {
    if (found[pair] === 1) return;
    found[pair] = 1;
    queue.push({ pair, input, before });
  };
  visit(from[0] * width + from[1], -1, -1);
  for (let place = 0; place < queue.length; place += 1) {
    const pair = queue[place]?.pair ?? 0;
    const [left, right] = [Math.floor(pair / width), pair % width];
    for (const input of inputs) {
      if (outputAt(one, left, input) !== outputAt(other, right, input)) return [...wayTo(queue, place), input];
      visit(nextState(one, left, input) * width + nextState(other, right, input), input, place);
    }
  }
  return undefined;
}

/** Whether no sequence of inputs tells two machines apart. */
export const areEquivalent = (one: MealyMachine, other: MealyMachine): boolean =>
  distinguishingSequence(one, other) === undefined;

function wayTo(queue: readonly { readonly input: number; readonly before: number }[], place: number): number[] {
  const inputs: number[] = [];
  for (let step = queue[place]; step !== undefined && step.before >= 0; step = queue[step.before])
    inputs.push(step.input);
  return inputs.reverse();
}
