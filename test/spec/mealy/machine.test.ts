import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areEquivalent,
  distinguishingSequence,
  equivalenceClasses,
  isMinimal,
  machineFromTables,
  machineOf,
  minimised,
  problemOf,
  reachableStates,
  responseTo,
  stateAfter,
} from '../../../spec/mealy/index.ts';
import { anyMachines, counter, turnstile } from './small-machines.ts';

describe('A machine', () => {
  it('is explored from a program, its states in the order in which they are reached', () => {
    const explored = machineOf<number>({
      initial: 0,
      inputs: ['count', 'clear'],
      nameOf: (count) => ['none', 'one', 'two'][count] ?? '',
      step: (count, input) =>
        input === 1 ? { state: 0, output: '-' } : { state: (count + 1) % 3, output: count === 2 ? 'three' : '-' },
    });
    expect(explored).toEqual(counter);
  });

  it('lists known outputs first, so that two machines can be compared', () => {
    const lamp = machineOf<boolean>({
      initial: false,
      inputs: ['press'],
      outputs: ['off', 'on'],
      nameOf: String,
      step: (isOn) => ({ state: !isOn, output: isOn ? 'off' : 'on' }),
    });
    expect(lamp.outputs).toEqual(['off', 'on']);
    expect(responseTo(lamp, [0, 0, 0])).toEqual([1, 0, 1]);
  });

  it('answers a sequence from any state, and ends where its inputs lead', () => {
    expect(responseTo(turnstile, [1, 0, 1, 1])).toEqual([0, 1, 2, 0]);
    expect(responseTo(turnstile, [1], 1)).toEqual([2]);
    expect(stateAfter(turnstile, [1, 0])).toBe(1);
  });

  it.each([
    ['without states', [], []],
    ['with a hole in a table', [[0, 1], [0]], [[0, 0], [0]]],
    [
      'that leads to a state that does not exist',
      [
        [0, 2],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'that answers with an output that does not exist',
      [
        [0, 1],
        [0, 0],
      ],
      [
        [0, 0],
        [2, 0],
      ],
    ],
  ])('%s is none', (_title, next, output) => {
    const names = { states: next.map((_, place) => `s${place}`), inputs: ['a', 'b'], outputs: ['0', '1'] };
    expect(() => machineFromTables(names, next, output)).toThrow(RangeError);
  });

  it('without inputs or without end is refused', () => {
    const nameOf = String;
    expect(() => machineOf({ initial: 0, inputs: [], nameOf, step: (state) => ({ state, output: '' }) })).toThrow(
      /input/,
    );
    const endless = { initial: 0, inputs: ['a'], nameOf, step: (state: number) => ({ state: state + 1, output: '' }) };
    expect(() => machineOf(endless)).toThrow(/more than/);
  });
});

describe('Two machines are equivalent', () => {
  it('exactly when no sequence of inputs tells them apart, and the shortest that does is found', () => {
    const shortCounter = machineFromTables(
      counter,
      [
        [1, 0],
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    );
    expect(distinguishingSequence(counter, counter)).toBeUndefined();
    expect(distinguishingSequence(counter, shortCounter)).toEqual([0, 0]);
    expect(distinguishingSequence(counter, counter, [0, 1])).toEqual([0, 0]);
    expect(() => distinguishingSequence(counter, { ...counter, inputs: ['count'] })).toThrow(RangeError);
  });

  it('as trying out all short sequences says too', () => {
    const size = { states: 3, inputs: 2, outputs: 2 };
    fc.assert(
      fc.property(anyMachines(size), anyMachines(size), (one, other) => {
        // two machines of three states each that differ at all differ within five inputs
        const sequences = Array.from({ length: 2 ** 5 }, (_, bits) =>
          [0, 1, 2, 3, 4].map((place) => (bits >> place) & 1),
        );
        const differ = sequences.some(
          (inputs) => String(responseTo(one, inputs)) !== String(responseTo(other, inputs)),
        );
        expect(areEquivalent(one, other)).toBe(!differ);
      }),
    );
  });
});

describe('A machine is minimised', () => {
  const doubled = machineFromTables(
    { states: ['locked', 'unlocked', 'locked again', 'never'], inputs: ['coin', 'push'], outputs: turnstile.outputs },
    [
      [1, 2],
      [1, 2],
      [1, 0],
      [3, 3],
    ],
    [
      [1, 0],
      [0, 2],
      [1, 0],
      [0, 0],
    ],
  );

  it('by making one state of those that nobody can tell apart, and leaving out what cannot be reached', () => {
    expect(equivalenceClasses(doubled)).toEqual([0, 1, 0, 2]);
    expect(reachableStates(doubled)).toEqual([0, 1, 2]);
    expect(isMinimal(doubled)).toBe(false);
    expect(minimised(doubled)).toEqual({ ...turnstile, states: ['locked', 'unlocked'] });
  });

  it('to one that is equivalent to it, is minimal, and is not smaller than it has to be', () => {
    fc.assert(
      fc.property(anyMachines({ states: 5, inputs: 2, outputs: 2 }), (machine) => {
        const small = minimised(machine);
        expect(problemOf(small)).toBeUndefined();
        expect(areEquivalent(machine, small)).toBe(true);
        expect(isMinimal(small)).toBe(true);
        expect(minimised(small)).toEqual(small);
      }),
    );
  });
});
