/**
 * Tables as questions: which few variables have to be asked to know what a rule does. Combinations that are not in the
 * table never come up, so the questions may treat them as they like.
 */

/** A question: the value of a variable, or whether two variables hold the same. */
export type Question = { readonly of: number } | { readonly of: number; readonly same: number };

export type Decision<Leaf> =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'question'; readonly question: Question; readonly branches: readonly Branch<Leaf>[] };

export interface Branch<Leaf> {
  /** Values of the variable; for whether two are the same, 1 or 0. */
  readonly values: readonly number[];
  readonly next: Decision<Leaf>;
}

export interface Rows<Row, Leaf> {
  /** What all rows have in common, or undefined when they differ. */
  readonly leafOf: (rows: readonly Row[]) => Leaf | undefined;
  /** A text; rows with the same text may end up in one leaf. It only steers which question is asked first. */
  readonly classOf: (row: Row) => string;
  readonly questions: readonly Question[];
  readonly reading: (row: Row, variable: number) => number;
}

/**
 * Decides between rows by the question that sorts them best, again and again.
 *
 * @throws Error when two rows that no question tells apart differ
 */
export function decide<Row, Leaf>(rows: readonly Row[], how: Rows<Row, Leaf>): Decision<Leaf> {
  const numberOf = new Map<string, number>();
  const classed = rows.map((row): Classed<Row> => {
    const name = how.classOf(row);
    const number = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, number);
    return { row, class: number };
  });
  return decideAmong(classed, how);
}

interface Classed<Row> {
  readonly row: Row;
  readonly class: number;
}

function decideAmong<Row, Leaf>(rows: readonly Classed<Row>[], how: Rows<Row, Leaf>): Decision<Leaf> {
  const leaf = how.leafOf(rows.map(({ row }) => row));
  if (leaf !== undefined) return { kind: 'leaf', leaf };
  let best: { readonly question: Question; readonly score: number } | undefined;
  for (const question of how.questions) {
    const score = sortedness(rows, ({ row }) => answerOf(how, question, row));
    if (score !== undefined && (best === undefined || score > best.score)) best = { question, score };
  }
  if (best === undefined) throw new Error('a rule does two different things in the same situation');
  const { question } = best;
  const branches = [...partsBy(rows, ({ row }) => answerOf(how, question, row))]
    .sort(([a], [b]) => a - b)
    .map(([value, part]): Branch<Leaf> => ({ values: [value], next: decideAmong(part, how) }));
  return { kind: 'question', question, branches: merged(branches) };
}

/** Branches that go on in the same way, as one. */
function merged<Leaf>(branches: readonly Branch<Leaf>[]): Branch<Leaf>[] {
  const byText = new Map<string, Branch<Leaf>>();
  for (const branch of branches) {
    const text = JSON.stringify(branch.next);
    const known = byText.get(text);
    byText.set(text, known === undefined ? branch : { ...known, values: [...known.values, ...branch.values] });
  }
  return [...byText.values()];
}

export function answerOf<Row, Leaf>({ reading }: Rows<Row, Leaf>, question: Question, row: Row): number {
  const value = reading(row, question.of);
  return 'same' in question ? Number(value === reading(row, question.same)) : value;
}

function partsBy<Row>(rows: readonly Row[], by: (row: Row) => number): Map<number, Row[]> {
  const parts = new Map<number, Row[]>();
  for (const row of rows) {
    const value = by(row);
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [row]);
    else part.push(row);
  }
  return parts;
}

/**
 * How well a question sorts rows by class: the higher the fewer classes there are in each part. Undefined when all rows
 * are in one part.
 */
function sortedness<Row>(rows: readonly Classed<Row>[], by: (row: Classed<Row>) => number): number | undefined {
  const parts = new Map<number, { size: number; readonly counts: Map<number, number> }>();
  for (const row of rows) {
    const value = by(row);
    let part = parts.get(value);
    if (part === undefined) {
      part = { size: 0, counts: new Map() };
      parts.set(value, part);
    }
    part.size += 1;
    part.counts.set(row.class, (part.counts.get(row.class) ?? 0) + 1);
  }
  if (parts.size < 2) return undefined;
  let sum = 0;
  for (const { size, counts } of parts.values()) {
    let squares = 0;
    for (const count of counts.values()) squares += count * count;
    sum += squares / size;
  }
  return sum;
}
