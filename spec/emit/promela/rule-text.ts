/**
 * A rule of a world as guarded commands: one step of the engine is one `d_step`, and so one transition of SPIN. Mostly
 * one command is enough. SPIN refuses a `d_step` that is too long, so a long one is told apart into several, of which in
 * each state at most one can be taken: states and transitions stay what they are.
 */
import type { ExportedCondition, ExportedRule } from '../../verify/engine/index.ts';
import type { Component, Components } from './components.ts';
import { type Branch, type Decision, decide, type Question } from './decision.ts';

/** A line of the table of a rule: values of the components that it touches, by component. */
interface Row {
  readonly from: readonly number[];
  /** Undefined where the rule does not apply. */
  readonly to: readonly number[] | undefined;
  /** The class of what is seen of the step. */
  readonly saw: number;
}

/** What happens to one component: a constant, something more or less, or what a kin holds. */
type Assignment =
  | { readonly kind: 'set'; readonly to: number }
  | { readonly kind: 'add'; readonly amount: number }
  | { readonly kind: 'copy'; readonly from: number };

interface Effect {
  readonly assignments: readonly (readonly [number, Assignment])[];
  readonly saw: number;
}

/** About how many statements a command may have; SPIN ends at 2,048, and counts some that are not seen here. */
const longestCommand = 600;

/**
 * The commands of a rule, a line an element, without the comment above them.
 *
 * @param sawOf the class of a sight; 0 for what no property minds
 * @param isPrinted whether the step can be printed, as the states before and after it
 */
export function ruleText(
  rule: ExportedRule,
  components: Components,
  sawOf: (sight: number) => number,
  isPrinted: boolean,
): string[] {
  const touched = touchedBy(rule, components);
  const expand = expanding(rule, touched, components);
  const fired = rule.steps.map(
    ({ from, to, sight }): Row => ({ from: expand(from), to: expand(to), saw: sawOf(sight) }),
  );
  const idle = rule.idle.map((from): Row => ({ from: expand(from), to: undefined, saw: 0 }));
  const questions = questionsAbout(touched, components);
  const reading = ({ from }: Row, component: number): number => from[component] ?? 0;
  const applies = decide([...fired, ...idle], {
    leafOf: (rows) => {
      const first = rows[0]?.to !== undefined;
      return rows.every(({ to }) => (to !== undefined) === first) ? first : undefined;
    },
    classOf: ({ to }) => (to === undefined ? 'idle' : 'fires'),
    questions,
    reading,
  });
  if (fired.length === 0) return [`:: d_step { false -> skip } /* never applies here */`];
  const effects = decide(fired, {
    leafOf: (rows) => commonEffect(rows, touched, components),
    classOf: (row) => classOf(row, touched, components),
    questions,
    reading,
  });
  return commandsOf(effects, components, []).flatMap(({ tests, lines }) => [
    ':: d_step {',
    `    ${[condition(applies, components), ...tests].join(' && ')} ->${isPrinted ? ' leave();' : ''}`,
    ...lines,
    `    remember()${isPrinted ? '; arrive()' : ''}`,
    '  }',
  ]);
}

/** Effects in pieces that are short enough, each with what has to be true beside the condition of the rule. */
function commandsOf(
  effects: Decision<Effect>,
  components: Components,
  tests: readonly string[],
): { readonly tests: readonly string[]; readonly lines: readonly string[] }[] {
  const lines = effectText(effects, components, '    ');
  const statements = lines.reduce((sum, line) => sum + line.split(/;|->/).length, 0);
  if (effects.kind === 'leaf' || statements <= longestCommand) return [{ tests, lines }];
  return effects.branches.flatMap(({ values, next }) =>
    commandsOf(next, components, [...tests, `(${testText(effects.question, values, components)})`]),
  );
}

/** A condition as an expression. */
export function conditionText({ touches, holds, fails }: ExportedCondition, components: Components): string {
  const touched = touchedBy({ touches }, components);
  const expand = expanding({ touches }, touched, components);
  const decision = decide(
    [
      ...holds.map((from) => ({ from: expand(from), is: true })),
      ...fails.map((from) => ({ from: expand(from), is: false })),
    ],
    {
      leafOf: (rows) => (rows.every(({ is }) => is === rows[0]?.is) ? (rows[0]?.is ?? false) : undefined),
      classOf: ({ is }) => `${is}`,
      questions: touched.map((of) => ({ of })),
      reading: ({ from }, component) => from[component] ?? 0,
    },
  );
  return condition(decision, components);
}

/** Components of the variables that a rule touches. */
const touchedBy = ({ touches }: Pick<ExportedRule, 'touches'>, { list }: Components): number[] =>
  list.flatMap(({ variable }, number) => (touches.includes(variable) ? [number] : []));

/** Tells values of components, by component, given those of the variables that a rule touches. */
function expanding(
  { touches }: Pick<ExportedRule, 'touches'>,
  touched: readonly number[],
  components: Components,
): (values: readonly number[]) => number[] {
  // looked up once: a rule has thousands of rows
  const readings = touched.map((number) => {
    const { variable, reading } = componentAt(components, number);
    return { number, place: touches.indexOf(variable), reading };
  });
  return (values) => {
    const row: number[] = [];
    for (const { number, place, reading } of readings) row[number] = reading[values[place] ?? 0] ?? 0;
    return row;
  };
}

const componentAt = (components: Components, number: number): Component => {
  const component = components.list[number];
  if (component === undefined) throw new Error(`there is no component number ${number}`);
  return component;
};

function questionsAbout(touched: readonly number[], components: Components): Question[] {
  const single = touched.map((of) => ({ of }));
  const pairs = touched.flatMap((of) =>
    componentAt(components, of)
      .kin.filter((kin) => touched.includes(kin))
      .map((same) => ({ of, same })),
  );
  return [...single, ...pairs];
}

/** The effect that all rows have, when one can be said that fits all of them. */
function commonEffect(rows: readonly Row[], touched: readonly number[], components: Components): Effect | undefined {
  const [first] = rows;
  if (first === undefined || rows.some(({ saw }) => saw !== first.saw)) return undefined;
  const assignments: (readonly [number, Assignment])[] = [];
  for (const number of touched) {
    const common = candidates(first, number, components).find((one) => rows.every((row) => fits(one, row, number)));
    if (common === undefined) return undefined;
    if (common.kind !== 'add' || common.amount !== 0) assignments.push([number, common]);
  }
  return { assignments, saw: first.saw };
}

function candidates({ from, to = [] }: Row, number: number, components: Components): Assignment[] {
  const { kind, kin } = componentAt(components, number);
  const [before = 0, after = 0] = [from[number], to[number]];
  const copies = kin.filter((other) => from[other] !== undefined);
  return [
    ...(before === after ? [{ kind: 'add' as const, amount: 0 }] : []),
    ...copies.map((other) => ({ kind: 'copy' as const, from: other })),
    ...(kind === 'count' ? [{ kind: 'add' as const, amount: after - before }] : []),
    { kind: 'set', to: after },
  ];
}

function fits(assignment: Assignment, { from, to = [] }: Row, number: number): boolean {
  switch (assignment.kind) {
    case 'set':
      return to[number] === assignment.to;
    case 'add':
      return (to[number] ?? 0) - (from[number] ?? 0) === assignment.amount;
    case 'copy':
      return to[number] === from[assignment.from];
  }
}

/** What a row does, in the words it would most likely be told in. */
function classOf({ from, to = [], saw }: Row, touched: readonly number[], components: Components): string {
  const changes = touched.map((number) => {
    const [before = 0, after = 0] = [from[number], to[number]];
    if (before === after) return '';
    const { kind, kin } = componentAt(components, number);
    if (kin.some((other) => from[other] === after)) return 'copy';
    return kind === 'count' && after !== 0 ? `+${after - before}` : `=${after}`;
  });
  return [...changes, saw].join();
}

function effectText(decision: Decision<Effect>, components: Components, indent: string): string[] {
  if (decision.kind === 'leaf') {
    const { assignments, saw } = decision.leaf;
    const ordered = [...assignments].sort(([, a], [, b]) => Number(b.kind === 'copy') - Number(a.kind === 'copy'));
    const commands = ordered.map(([number, one]) => assignmentText(number, one, components));
    const all = [...commands, ...(saw === 0 ? [] : [`saw = ${saw}`])];
    return [`${indent}${all.length === 0 ? 'skip' : all.join('; ')};`];
  }
  const { question, branches } = decision;
  const byLength = [...branches].sort((a, b) => a.values.length - b.values.length);
  const [last] = byLength.slice(-1);
  return [
    `${indent}if`,
    ...byLength.flatMap((branch) => {
      const test = branch === last ? 'else' : testText(question, branch.values, components);
      const [only, ...more] = effectText(branch.next, components, `${indent}   `);
      if (more.length === 0) return [`${indent}:: ${test} -> ${only?.trim().replace(/;$/, '')}`];
      return [`${indent}:: ${test} ->`, ...[only ?? '', ...more]];
    }),
    `${indent}fi;`,
  ];
}

function assignmentText(number: number, assignment: Assignment, components: Components): string {
  const component = componentAt(components, number);
  const { name } = component;
  switch (assignment.kind) {
    case 'set':
      return `${name} = ${valueText(component, assignment.to, components)}`;
    case 'add':
      return `${name} = ${name} ${assignment.amount < 0 ? '-' : '+'} ${Math.abs(assignment.amount)}`;
    case 'copy':
      return `${name} = ${componentAt(components, assignment.from).name}`;
  }
}

const valueText = ({ kind }: Component, value: number, { constants }: Components): string =>
  kind === 'name' ? (constants[value] ?? `${value}`) : `${value}`;

function testText(question: Question, values: readonly number[], components: Components): string {
  const component = componentAt(components, question.of);
  if ('same' in question) {
    return `${component.name} ${values[0] === 1 ? '==' : '!='} ${componentAt(components, question.same).name}`;
  }
  if (component.kind === 'bit') return `${values[0] === 1 ? '' : '!'}${component.name}`;
  return values.map((value) => `${component.name} == ${valueText(component, value, components)}`).join(' || ');
}

/** Whether a rule applies, as an expression. */
function condition(decision: Decision<boolean>, components: Components): string {
  if (decision.kind === 'leaf') return decision.leaf ? 'true' : 'false';
  const { question, branches } = decision;
  const all = branches.flatMap(({ values }) => values);
  const parts = branches.flatMap((branch) => {
    const then = condition(branch.next, components);
    if (then === 'false') return [];
    const test = coverText(question, branch, all, components);
    return [then === 'true' ? `(${test})` : `(${test}) && ${then}`];
  });
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' || ')})`;
}

/** The test of a branch, said by what it is or by what it is not, whichever is shorter. */
function coverText(
  question: Question,
  { values }: Branch<boolean>,
  all: readonly number[],
  components: Components,
): string {
  const others = all.filter((value) => !values.includes(value));
  if ('same' in question || others.length >= values.length) return testText(question, values, components);
  const component = componentAt(components, question.of);
  if (component.kind === 'bit') return testText(question, values, components);
  return others.map((value) => `${component.name} != ${valueText(component, value, components)}`).join(' && ');
}
