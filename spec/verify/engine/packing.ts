/**
 * A state as one number: each variable is a field of bits, and a step adds a constant. Numbers stay exact up to 53 bits.
 */
import type { Values, Variable } from './world.ts';

export interface Field {
  readonly name: string;
  /** 2 to the power of the field's place. */
  readonly scale: number;
  /** What one more of its values adds to the place of a state among all combinations of values. */
  readonly stride: number;
  /** 2 to the power of the field's width, less one. */
  readonly mask: number;
  readonly bits: number;
  /** The values so far, by number. Grows when a variable has room. */
  readonly values: string[];
  readonly numberOf: Map<string, number>;
  readonly room: number;
}

export interface Packing {
  readonly fields: readonly Field[];
  readonly bits: number;
  /** How many combinations of values there are. */
  readonly combinations: number;
}

const exactBits = 53;

/**
 * Lays the variables of a world side by side.
 *
 * @throws RangeError when they do not fit into one number
 */
export function packingOf(world: string, variables: readonly Variable[]): Packing {
  let bits = 0;
  let combinations = 1;
  const fields = variables.map(({ name, values, room = values.length }): Field => {
    const width = Math.max(1, Math.ceil(Math.log2(room)));
    const scale = 2 ** bits;
    bits += width;
    const stride = combinations;
    combinations *= Math.max(room, values.length);
    const numberOf = new Map(values.map((value, number) => [value, number]));
    if (numberOf.size !== values.length) throw new RangeError(`${name} of the world ${world} has a value twice`);
    return { name, scale, stride, mask: 2 ** width - 1, bits: width, values: [...values], numberOf, room };
  });
  if (bits > exactBits) {
    throw new RangeError(`the world ${world} needs ${bits} bits for a state; ${exactBits} fit into one number`);
  }
  return { fields, bits, combinations };
}

/**
 * The number of a value; a new one is given a number while there is room.
 *
 * @throws RangeError for a value that the variable does not have
 */
export function numberOf(field: Field, value: string): number {
  const known = field.numberOf.get(value);
  if (known !== undefined) return known;
  if (field.values.length >= field.room) {
    throw new RangeError(`${field.name} cannot be ${value}; it has ${field.room} values and no room for more`);
  }
  field.numberOf.set(value, field.values.length);
  return field.values.push(value) - 1;
}

/** One variable of a packed state, as a number. */
export const fieldOf = (state: number, { scale, mask }: Field): number => Math.floor(state / scale) & mask;

/** All variables of a packed state, by name. */
export const unpacked = (state: number, { fields }: Packing): Values =>
  Object.fromEntries(fields.map((field) => [field.name, valueAt(field, fieldOf(state, field))]));

/** A value by its number. */
export function valueAt(field: Field, number: number): string {
  const value = field.values[number];
  if (value === undefined) throw new RangeError(`${field.name} has no value number ${number}`);
  return value;
}

/** The state in which every variable has its first value is the number nought. */
export const initialState = 0;
