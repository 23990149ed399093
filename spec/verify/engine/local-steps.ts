/**
 * Rules as tables. Rules that touch the same variables are asked together, once for each combination of values of those
 * variables that turns up; afterwards a step is a constant to add to a packed state.
 */
import { FlatSteps } from './flat-steps.ts';
import { type Field, fieldOf, numberOf, type Packing, valueAt } from './packing.ts';
import type { Fired, Rule, Values, World } from './world.ts';

/** What can happen at one combination of values. */
export interface Local {
  /** How many rules apply. */
  readonly fired: number;
  /** Where they lead, each other place once, as differences of packed states. */
  readonly differences: Float64Array;
  /** The same for watchers: each pair of a difference and what is seen of the step, as a place among the sights. */
  readonly watchedDifferences: Float64Array;
  readonly watchedSights: Uint32Array;
  /** By rule of the footprint: what it adds to a state, and what is seen of it. Not a number where it does not apply. */
  readonly ruleDifferences: Float64Array;
  readonly ruleSights: Uint32Array;
  /** The first state in which this combination was found. */
  readonly example: number;
}

/** Whatever is seen of steps in a world, each different sight once. */
export class Sights {
  private readonly numberOf = new Map<string, number>();
  /** Rules that hand out the same object again are not asked what is in it. */
  private readonly numberOfObject = new WeakMap<object, number>();
  readonly list: unknown[] = [];

  add(seen: unknown): number {
    if (typeof seen !== 'object' || seen === null) return this.numbered(seen);
    const number = this.numberOfObject.get(seen) ?? this.numbered(seen);
    this.numberOfObject.set(seen, number);
    return number;
  }

  private numbered(seen: unknown): number {
    const key = JSON.stringify(seen) ?? '';
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    this.numberOf.set(key, this.list.length);
    return this.list.push(seen) - 1;
  }
}

/** A run of neighbouring fields, cut out of a state in one go. */
interface Cut {
  readonly divisor: number;
  readonly mask: number;
  readonly factor: number;
  /** The same as places of bits. */
  readonly shift: number;
  readonly place: number;
}

export interface Footprint {
  readonly fields: readonly Field[];
  readonly rules: readonly Rule<unknown>[];
  readonly cuts: readonly Cut[];
  /** By combination, when there are not too many of them; holds positions in `list` plus one. */
  readonly direct: Uint32Array | undefined;
  readonly sparse: Map<number, number>;
  readonly list: Local[];
  /** The same as the list, for walks of small states. */
  readonly flat: FlatSteps;
  readonly sights: Sights;
}

/** Up to so many bits a combination is looked up in an array. */
const directBits = 22;

/** The rules of a world by what they touch. A rule joins those that touch more, when that is no more to look up. */
export function footprintsOf(world: World<unknown>, packing: Packing, sights: Sights): Footprint[] {
  const groups: { fields: Field[]; rules: Rule<unknown>[] }[] = [];
  const rules = world.rules.map((rule) => ({ rule, fields: fieldsOf(rule, packing) }));
  for (const { rule, fields } of rules.sort((a, b) => b.fields.length - a.fields.length)) {
    const group = groups.find((one) => fields.every((field) => one.fields.includes(field)));
    if (group === undefined) groups.push({ fields, rules: [rule] });
    else group.rules.push(rule);
  }
  return groups.map(({ fields, rules: together }) => {
    const bits = fields.reduce((sum, field) => sum + field.bits, 0);
    return {
      fields,
      rules: together,
      cuts: cutsOf(fields),
      direct: bits <= directBits ? new Uint32Array(2 ** bits) : undefined,
      sparse: new Map(),
      list: [],
      flat: new FlatSteps(),
      sights,
    };
  });
}

/** What can happen in a state as far as the rules of a footprint go. */
export function localAt(footprint: Footprint, state: number): Local {
  const { cuts, direct, sparse, list, flat } = footprint;
  let key = 0;
  for (let cut = 0; cut < cuts.length; cut += 1) {
    const { divisor, mask, factor } = cuts[cut] as Cut; // within bounds
    key += (Math.floor(state / divisor) & mask) * factor;
  }
  const position = direct === undefined ? (sparse.get(key) ?? 0) : (direct[key] as number); // within bounds by the masks
  if (position !== 0) return list[position - 1] as Local; // positions come from this list
  const local = tabulated(footprint, state);
  list.push(local);
  flat.add(local.fired, flatDifferences(footprint, local));
  if (direct === undefined) sparse.set(key, list.length);
  else direct[key] = list.length;
  return local;
}

/** The place in the list of what can happen in a state of no more than 30 bits. */
export function smallLocalAt(footprint: Footprint, state: number): number {
  const { cuts, direct, sparse, list } = footprint;
  let key = 0;
  for (let cut = 0; cut < cuts.length; cut += 1) {
    const { shift, mask, place } = cuts[cut] as Cut; // within bounds
    key |= ((state >>> shift) & mask) << place;
  }
  const position = direct === undefined ? (sparse.get(key) ?? 0) : (direct[key] as number); // within bounds by the masks
  if (position !== 0) return position - 1;
  localAt(footprint, state);
  return list.length - 1;
}

/** The differences of small states, packed and by place; nothing for states that are not small. */
function flatDifferences({ fields }: Footprint, { differences, example }: Local): (readonly [number, number])[] {
  // Where states are larger these numbers are cut off, and never read.
  return [...differences].map((difference) => {
    const to = example + difference;
    const dense = fields.reduce((sum, field) => sum + (fieldOf(to, field) - fieldOf(example, field)) * field.stride, 0);
    return [difference, dense];
  });
}

function tabulated({ fields, rules, sights }: Footprint, state: number): Local {
  const here = valuesIn(fields, state);
  const differences = new Set<number>();
  const pairs = new Map<string, readonly [number, number]>();
  const ruleDifferences = new Float64Array(rules.length).fill(Number.NaN);
  const ruleSights = new Uint32Array(rules.length);
  let fired = 0;
  for (const [place, rule] of rules.entries()) {
    const step = rule.fire(here);
    if (step === undefined) continue;
    fired += 1;
    const difference = differenceOf(fields, here, step);
    const sight = sights.add(step.seen);
    ruleDifferences[place] = difference;
    ruleSights[place] = sight;
    if (difference !== 0) differences.add(difference);
    pairs.set(`${difference} ${sight}`, [difference, sight]);
  }
  return {
    fired,
    differences: Float64Array.from(differences),
    watchedDifferences: Float64Array.from(pairs.values(), ([difference]) => difference),
    watchedSights: Uint32Array.from(pairs.values(), ([, sight]) => sight),
    ruleDifferences,
    ruleSights,
    example: state,
  };
}

/** What a step adds to a packed state. */
export function differenceOf(fields: readonly Field[], here: Values, { next }: Fired<unknown>): number {
  let difference = 0;
  for (const [name, value] of Object.entries(next)) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) throw new Error(`a rule changes ${name}, which it does not say it touches`);
    difference += (numberOf(field, value) - numberOf(field, here[name] ?? '')) * field.scale;
  }
  return difference;
}

/** The values of some fields in a state, by name. */
export const valuesIn = (fields: readonly Field[], state: number): Values =>
  Object.fromEntries(fields.map((field) => [field.name, valueAt(field, fieldOf(state, field))]));

/** The fields that a rule touches, in the order of the packing. */
export function fieldsOf(rule: Rule<unknown>, { fields }: Packing): Field[] {
  for (const name of rule.touches) {
    if (!fields.some((field) => field.name === name))
      throw new Error(`${rule.name} touches ${name}, which does not exist`);
  }
  return fields.filter(({ name }) => rule.touches.includes(name));
}

function cutsOf(fields: readonly Field[]): Cut[] {
  const cuts: { divisor: number; mask: number; factor: number; shift: number; place: number }[] = [];
  let factor = 1;
  for (const { scale, mask } of fields) {
    const last = cuts.at(-1);
    // A neighbour of the field before, and both together still a small whole number.
    if (last !== undefined && last.divisor * (last.mask + 1) === scale && (last.mask + 1) * (mask + 1) <= 2 ** 30) {
      last.mask = (last.mask + 1) * (mask + 1) - 1;
    } else {
      cuts.push({ divisor: scale, mask, factor, shift: Math.log2(scale), place: Math.log2(factor) });
    }
    factor *= mask + 1;
  }
  return cuts;
}
