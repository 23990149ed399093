import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldOf,
  initialState,
  numberOf,
  packingOf,
  unpacked,
  valueAt,
} from '../../../../spec/verify/engine/packing.ts';

const variablesOf = (sizes: readonly number[]) =>
  sizes.map((size, place) => ({
    name: `v${place}`,
    values: Array.from({ length: size }, (_none, value) => `${value}`),
  }));

describe('A packed state', () => {
  it('is unpacked to the values that were packed, whatever the sizes and up to 53 bits', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (drawn, picks) => {
        const variables = variablesOf(drawn);
        const packing = packingOf('drawn', variables);
        fc.pre(packing.bits <= 53);
        const values = Object.fromEntries(
          variables.map(({ name, values: all }, place) => [name, all[(picks[place] ?? 0) % all.length] ?? '']),
        );
        const state = packing.fields.reduce(
          (sum, field) => sum + numberOf(field, values[field.name] ?? '') * field.scale,
          0,
        );
        expect(Number.isSafeInteger(state)).toBe(true);
        expect(unpacked(state, packing)).toEqual(values);
      }),
    );
  });

  it('is nought at the start, where every variable has its first value', () => {
    expect(unpacked(initialState, packingOf('start', variablesOf([2, 7, 1])))).toEqual({ v0: '0', v1: '0', v2: '0' });
  });

  it('keeps fields beyond 32 bits apart', () => {
    const packing = packingOf('wide', variablesOf([2 ** 16, 2 ** 16, 2 ** 16]));
    const [, , last] = packing.fields;
    if (last === undefined) throw new Error('there are three');
    const state = 12_345 * last.scale + 1;
    expect(packing.fields.map((field) => fieldOf(state, field))).toEqual([1, 0, 12_345]);
  });

  it('that does not fit into one number is refused by name, with the bits that it needs', () => {
    const variables = variablesOf([2 ** 18, 2 ** 18, 2 ** 18]);
    expect(() => packingOf('huge', variables)).toThrow(
      'the world huge needs 54 bits for a state; 53 fit into one number',
    );
  });

  it('has no value twice, and no value that nobody declared', () => {
    expect(() => packingOf('twice', [{ name: 'v', values: ['a', 'a'] }])).toThrow(
      'v of the world twice has a value twice',
    );
    const [field] = packingOf('small', [{ name: 'v', values: ['a', 'b'] }]).fields;
    if (field === undefined) throw new Error('there is one');
    expect(() => numberOf(field, 'c')).toThrow('v cannot be c; it has 2 values and no room for more');
    expect(() => valueAt(field, 2)).toThrow('v has no value number 2');
  });

  it('takes in values that turn up on the way, as long as there is room', () => {
    const [field] = packingOf('growing', [{ name: 'v', values: ['a'], room: 3 }]).fields;
    if (field === undefined) throw new Error('there is one');
    expect([numberOf(field, 'b'), numberOf(field, 'c'), numberOf(field, 'b')]).toEqual([1, 2, 1]);
    expect(() => numberOf(field, 'd')).toThrow('no room for more');
  });
});
