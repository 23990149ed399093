/** Where two JSON values differ: the places, as JSON pointers, and what stands there on either side. */

export interface Difference {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Every innermost place at which two values differ. Order matters in lists and does not in objects.
 *
 * @param pointer place of both values in their document
 */
export function differences(expected: unknown, actual: unknown, pointer = '#'): Difference[] {
  if (isContainer(expected) && isContainer(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => differences(member(expected, key), member(actual, key), pointerTo(pointer, key)));
  }
  return JSON.stringify(expected) === JSON.stringify(actual)
    ? []
    : [{ pointer, expected: shown(expected), actual: shown(actual) }];
}

/** A pointer one step further in. */
export const pointerTo = (pointer: string, ...steps: readonly string[]): string =>
  [pointer, ...steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const member = (container: Container, key: string): unknown => new Map(Object.entries(container)).get(key);

const shownCharacters = 160;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
