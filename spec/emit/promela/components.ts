/**
 * The variables of a world as Promela has them. A value of the engine says all of a machine's state in a line, such as
 * `pending.cooling, wrongCodes 1, timers code`; here each part of the line is a variable of its own.
 */
import { constantName, variableName } from './names.ts';

export interface Component {
  /** As it is called in Promela. */
  readonly name: string;
  readonly kind: 'name' | 'count' | 'bit';
  /** The variable of the world that it is a part of, by number. */
  readonly variable: number;
  /** The value that the component has for each value of that variable; names are places in the list of constants. */
  readonly reading: readonly number[];
  /** Another component that holds the same kind of thing: what a process has read is kin to what it read. */
  readonly kin: readonly number[];
}

interface Part {
  readonly path: string;
  readonly values: readonly (string | undefined)[];
}

export interface Components {
  /** Names of values, as Promela has them. */
  readonly constants: readonly string[];
  readonly list: readonly Component[];
}

/**
 * The components of some variables.
 *
 * @throws Error when the parts do not tell two values apart, or two components get one name
 */
export function componentsOf(
  variables: readonly { readonly name: string; readonly values: readonly string[] }[],
): Components {
  const parts = variables.flatMap(({ name, values }, variable) => {
    const found = partsOf(values);
    const lines = new Set(values.map((_value, number) => found.map((part) => part.values[number] ?? '-').join('|')));
    if (lines.size !== values.length) throw new Error(`the parts of ${name} do not tell its values apart`);
    return found.map((part) => ({ ...part, variable, path: `${name} ${part.path}`.trim() }));
  });
  const constants: string[] = [];
  const numberOf = (value: string): number => {
    const constant = constantName(value);
    const known = constants.indexOf(constant);
    return known < 0 ? constants.push(constant) - 1 : known;
  };
  const list = parts.map(({ path, values, variable }): Component => {
    const kin = parts.flatMap((other, number) => (path.endsWith(` ${other.path}`) ? [number] : []));
    return { name: variableName(path), variable, kin, ...readings(path, values, numberOf) };
  });
  const names = new Set(list.map(({ name }) => name));
  if (names.size !== list.length) throw new Error('two components have the same name in Promela');
  return { constants, list };
}

function readings(path: string, values: readonly (string | undefined)[], numberOf: (name: string) => number) {
  if (path.includes(' timers ')) {
    return { kind: 'bit' as const, reading: values.map((value) => (value === undefined ? 0 : 1)) };
  }
  if (values.every((value) => value === undefined || /^\d+$/.test(value))) {
    return { kind: 'count' as const, reading: values.map((value) => Number(value ?? 0)) };
  }
  const [first = ''] = values.filter((value) => value !== undefined);
  return { kind: 'name' as const, reading: values.map((value) => numberOf(value ?? first)) };
}

/** The parts of which the values of a variable consist; a part that never differs is none. */
function partsOf(values: readonly string[]): Part[] {
  const lines = values.map((value) => new Map(linesOf(value)));
  const paths = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return paths
    .map((path) => ({ path, values: lines.map((line) => line.get(path)) }))
    .filter((part) => new Set(part.values).size > 1);
}

function linesOf(value: string): [string, string][] {
  if (value.startsWith('{')) {
    const parsed = JSON.parse(value) as Record<string, unknown>; // a world wrote it as the value of a variable
    return [['', 'busy'], ...Object.entries(parsed).flatMap(([name, part]) => nestedLines(name, part))];
  }
  const [place = '', ...rest] = value.split(', ');
  return [
    ['', place],
    ...rest.flatMap((part): [string, string][] => {
      const [name = '', ...words] = part.split(' ');
      return name === 'timers' ? words.map((timer) => [`timers ${timer}`, 'runs']) : [[name, words.join(' ')]];
    }),
  ];
}

function nestedLines(name: string, part: unknown): [string, string][] {
  if (typeof part === 'string') return linesOf(part).map(([path, value]) => [`${name} ${path}`.trim(), value]);
  return Object.entries(part as Record<string, unknown>) // texts, or objects of texts
    .flatMap(([inner, value]) => nestedLines(`${name} ${inner}`, value));
}
