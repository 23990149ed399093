/** The two ways in which a case ends early. */

/** The server did otherwise than it has to. */
export class Deviation extends Error {
  readonly expected: string;
  readonly received: string;
  /** The requirements that are broken, where the case is about many. */
  readonly requirements: readonly string[] | undefined;

  constructor(
    words: string,
    found: { readonly expected: string; readonly received: string; readonly requirements?: readonly string[] },
  ) {
    super(words);
    this.expected = found.expected;
    this.received = found.received;
    this.requirements = found.requirements;
  }
}

/** What the case needs could not be had, and the server is not to blame: no verdict about it. */
export class NotTestable extends Error {}

/** The case is not meant for this server or this configuration: a named gap, with its reason. */
export class Skipped extends Error {}

/** Holds that two values are the same, as JSON. @throws Deviation when they are not */
export function same(words: string, received: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(received), JSON.stringify(expected)];
  if (left !== right) throw new Deviation(words, { expected: right ?? 'nothing', received: left ?? 'nothing' });
}

/** Holds that something is so. @throws Deviation when it is not */
export function holds(
  words: string,
  isSo: boolean,
  { expected, received }: { expected: string; received: string },
): void {
  if (!isSo) throw new Deviation(words, { expected, received });
}
