/** What every emitter returns: files as data, so that one place writes them and one place compares them. */

/** One file under `generated/`. */
export interface Artifact {
  /** Path relative to `generated/`, with `/` between folders. */
  readonly path: string;
  /** The whole file as text: UTF-8, lines ended by LF. */
  readonly content: string;
  /** Source file that emits it, relative to the top of the repository, for example `spec/emit/json-schema.ts`. */
  readonly emitter: string;
  /** Who uses the file, in one phrase. */
  readonly audience: string;
  /** What the file is, in one phrase, for the table in `generated/README.md`. */
  readonly title?: string;
}

/**
 * The one way in which JSON is written: two spaces, members in the order in which the emitter built them, a newline at
 * the end. Members that are `undefined` are left out.
 *
 * @throws TypeError for what JSON would change silently: functions, symbols, NaN, infinities, holes in arrays
 */
export function canonicalJson(value: unknown): string {
  const text = JSON.stringify(value, refuseLoss, 2);
  if (text === undefined) throw new TypeError(`cannot be written as JSON: ${String(value)}`);
  return `${text}\n`;
}

function refuseLoss(this: unknown, key: string, value: unknown): unknown {
  const lost =
    typeof value === 'function' ||
    typeof value === 'symbol' ||
    (typeof value === 'number' && !Number.isFinite(value)) ||
    (value === undefined && Array.isArray(this));
  if (lost) throw new TypeError(`member "${key}" cannot be written as JSON: ${String(value)}`);
  return value;
}
