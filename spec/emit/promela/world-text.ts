/**
 * A world in Promela: one process whose every step is one rule, so that SPIN stores one state for each state of the engine
 * and takes one transition for each pair of a state and a rule. SPIN counts arriving at the first state as a transition
 * too, so it reports one more.
 */
import type { Policy, Property } from '../../../model/index.ts';
import {
  type ExportedCondition,
  type ExportedModel,
  type ExportedWatch,
  exportWatch,
} from '../../verify/engine/index.ts';
import { type Components, componentsOf } from './components.ts';
import { comment } from './names.ts';
import { conditionText, ruleText } from './rule-text.ts';

/** A property to hold against a world. */
export interface Watched<Seen> {
  /** The property, and what it is about: `wrongCodesBounded, first`. */
  readonly name: string;
  readonly property: Property<Seen>;
}

/** What has to stay possible: from each state that is live a state that is a goal can be reached. */
export interface Lives {
  readonly name: string;
  readonly live: ExportedCondition;
  readonly goal: ExportedCondition;
}

/** What a reader wants to know of a world. */
export interface WorldWords {
  readonly title: string;
  /** A sentence for each rule, by its name. */
  readonly says: ReadonlyMap<string, string>;
}

/** What to check in a world. */
export interface Checks<Seen> {
  readonly properties: readonly Watched<Seen>[];
  readonly policy: Policy;
  readonly lives: readonly Lives[];
}

/** The world with its properties; `-DPROPERTY=n` makes SPIN check the nth of them. */
export function worldText<Seen>(
  model: ExportedModel<Seen>,
  { title, says }: WorldWords,
  { properties, policy, lives }: Checks<Seen>,
): string {
  const components = componentsOf(model.variables);
  const watches = properties.map(({ property }) => exportWatch(model.sights, property, policy));
  const classes = classesOf(model.sights.length, watches);
  const rules = model.rules.flatMap((rule) => [
    '',
    `  /* ${comment(rule.name)}: ${comment(says.get(rule.name) ?? '')} */`,
    ...ruleText(rule, components, (sight) => classes.of[sight] ?? 0, lives.length > 0).map((line) => `  ${line}`),
  ]);
  return [
    `/* ${comment(title)}.`,
    ' *',
    ` * The world "${model.name}" of the engine. It has ${model.states} states and ${model.transitions} transitions; SPIN reports one`,
    ' * transition more, because it counts the arrival at the first state. Without a property:',
    ' *',
    ` *   spin -a -o2 world-${model.name}.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000`,
    ' *',
    ' * -o2 keeps SPIN from dropping what is written and not read. With a property, which may add states, since it remembers:',
    ' *',
    ` *   spin -a -o2 -DPROPERTY=1 world-${model.name}.pml`,
    ' *',
    ' * Conditions say what is needed to tell situations apart that can come up, and no more.',
    ' *',
    ...properties.map(({ name, property }, number) => ` *   ${number + 1}: ${name}. ${comment(property.sentence)}`),
    ' */',
    '',
    ...declarations(components),
    '',
    '/* What the property sees of the step that is being taken; 0 is nothing that it would mind, and between steps. */',
    'short saw = 0;',
    '',
    ...watchText(properties, watches, classes.examples),
    ...edgesText(components, lives),
    'active proctype world() {',
    'end:',
    '  do',
    ...rules,
    '  od',
    '}',
    '',
  ].join('\n');
}

/**
 * That something stays possible is no formula of SPIN's logic, which speaks of single runs. So SPIN prints the graph, each
 * step as the states before and after it with what holds there, and whoever reads it walks backwards from the goals.
 */
function edgesText(components: Components, lives: readonly Lives[]): string[] {
  if (lives.length === 0) return [];
  const names = components.list.map(({ name }) => name);
  const conditions = lives.flatMap(({ name, live, goal }) => [
    [`live_${name}`, conditionText(live, components)] as const,
    [`goal_${name}`, conditionText(goal, components)] as const,
  ]);
  const all = [...names, ...conditions.map(([name]) => name)];
  const format = (end: string): string =>
    `${names.map(() => '%d').join(',')} ${conditions.map(() => '%d').join(' ')}${end}`;
  const print = (head: string, end: string): string => `printf("${head}${format(end)}", ${all.join(', ')})`;
  return [
    '/* For what has to stay possible: cc -DPRINTF, after spin -DEDGES, makes pan print every step, as the states before and',
    ' * after it, each with whether it is live and whether it is a goal. From each live state a goal has to be reachable.',
    ' */',
    ...conditions.map(([name, text]) => `#define ${name} (${text})`),
    '#ifdef EDGES',
    `inline leave() { ${print('edge ', ' ')} }`,
    `inline arrive() { ${print('', '\\n')} }`,
    '#else',
    'inline leave() { skip }',
    'inline arrive() { skip }',
    '#endif',
    '',
  ];
}

function declarations({ constants, list }: Components): string[] {
  return [
    ...(constants.length === 0 ? [] : [`mtype = { ${constants.join(', ')} };`, '']),
    ...list.map(({ name, kind, reading: [start = 0] }) =>
      kind === 'name'
        ? `mtype ${name} = ${constants[start]};`
        : `${kind === 'bit' ? 'bit' : 'byte'} ${name} = ${start};`,
    ),
  ];
}

interface Classes {
  readonly of: readonly number[];
  /** A sight of each class. */
  readonly examples: readonly number[];
}

/** Sights that no property tells apart are one. The first class is what no property minds. */
function classesOf(sights: number, watches: readonly ExportedWatch[]): Classes {
  const known = new Map([[watches.map(({ memories }) => memories.map((_text, memory) => memory).join()).join('|'), 0]]);
  const examples: number[] = [];
  const of = Array.from({ length: sights }, (_none, sight) => {
    const key = watches.map(({ after }) => after.map((row) => row[sight] ?? 'never').join()).join('|');
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    examples[number] ??= sight;
    return number;
  });
  return { of, examples };
}

function watchText<Seen>(
  properties: readonly Watched<Seen>[],
  watches: readonly ExportedWatch[],
  examples: readonly number[],
): string[] {
  const cases = watches.flatMap((watch, number) => [
    `${number === 0 ? '#if' : '#elif'} PROPERTY == ${number + 1} /* ${properties[number]?.name} */`,
    ...memoryText(watch),
    ...rememberText(watch, examples),
  ]);
  const nothing = 'inline remember() { saw = 0 }';
  return cases.length === 0 ? [nothing, ''] : [...cases, '#else', nothing, '#endif', ''];
}

function memoryText({ memories }: ExportedWatch): string[] {
  if (memories.length === 1) return [];
  return [
    '/* What the property remembers:',
    ...memories.map((text, memory) => ` *   ${memory}: ${comment(text)}`),
    ' */',
    'byte memory = 0;',
  ];
}

function rememberText({ after, memories }: ExportedWatch, examples: readonly number[]): string[] {
  const forgetful = memories.length === 1;
  const options = examples.flatMap((sight, saw) => {
    const moves = new Map<string, number[]>();
    after.forEach((row, memory) => {
      const next = row[sight];
      if (next === memory) return;
      const command = next === undefined ? 'assert(false)' : `memory = ${next}`;
      moves.set(command, [...(moves.get(command) ?? []), memory]);
    });
    return [...moves].map(([command, froms]) => {
      const where =
        forgetful || froms.length === memories.length
          ? ''
          : ` && (${froms.map((memory) => `memory == ${memory}`).join(' || ')})`;
      return `  :: saw == ${saw}${where} -> ${command}`;
    });
  });
  if (options.length === 0) return ['inline remember() { saw = 0 }'];
  return ['inline remember() {', '  if', ...options, '  :: else', '  fi;', '  saw = 0', '}'];
}
