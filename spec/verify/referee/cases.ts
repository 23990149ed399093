/**
 * Everything that the engine said and SPIN can be asked too. A case says what the engine found only when it is heard, so
 * that the list is free.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  type AnyMitigation,
  allMitigations,
  type MachineDefinition,
  machineDefinitions,
  type Policy,
  policyWith,
} from '../../../model/index.ts';
import { fileName, machineText } from '../../emit/promela/machine-text.ts';
import { worldSource } from '../../emit/promela/world-source.ts';
import { machinePolicy } from '../../emit/promela.ts';
import { necessity } from '../check/necessity.ts';
import { type AnyPropertyName, isSafety, subjectsOf } from '../check/property-check.ts';
import { residualRisks } from '../check/residual.ts';
import { settingOf, worldRow } from '../check/verification.ts';
import { deadEnd, explore, tabulate } from '../engine/index.ts';
import { tableOf } from '../table/tables.ts';
import { riskyWorlds, worlds } from '../world/worlds.ts';
import { printedGraph } from './printed-graph.ts';
import { judge, type SpinJob } from './spin.ts';

/** What a checker found; a number of steps means that there is a shortest way to break the property. */
export interface Found {
  readonly states?: number;
  readonly transitions?: number;
  readonly verdict: 'holds' | 'broken';
  readonly steps?: number;
}

export interface Ruling {
  readonly engine: Found;
  readonly spin: Found;
}

export interface Case {
  readonly group: 'machine' | 'world' | 'without a mitigation' | 'what remains' | 'by hand';
  /** What is checked, and where. */
  readonly subject: string;
  readonly question: string;
  readonly hear: () => Promise<Ruling>;
}

/** Whether both found the same. */
export const agree = ({ engine, spin }: Ruling): boolean => JSON.stringify(engine) === JSON.stringify(spin);

/** All cases, in the order in which they are heard. */
export const allCases = (): Case[] => [
  ...machineCases(),
  handCase(),
  ...worldCases(),
  ...Object.entries(necessity).map(
    ([mitigation, { world, property }]) =>
      brokenCase('without a mitigation', world, property, mitigation as AnyMitigation), // own keys
  ),
  ...Object.values(residualRisks).map(({ world, property }) => brokenCase('what remains', world, property)),
];

/**
 * The cases that every run of CI hears: each machine, the core that was written by hand, the size of every world, and one
 * attack and one risk for their lengths. What they leave out are the same worlds once for each property and mitigation.
 */
export function quickCases(cases: readonly Case[] = allCases()): Case[] {
  const first = new Set(
    (['without a mitigation', 'what remains'] as const).map((group) => cases.find((one) => one.group === group)),
  );
  return cases.filter((one) => one.group === 'by hand' || one.question === 'states and transitions' || first.has(one));
}

/** Each machine alone, with everything on and with each of its mitigations off, by the macro that turns it off. */
function machineCases(): Case[] {
  return Object.values<MachineDefinition>(machineDefinitions).flatMap((definition) => {
    const own = Object.keys(allMitigations).filter((name) => JSON.stringify(definition).includes(`"${name}"`));
    return [undefined, ...(own as AnyMitigation[])].map((off): Case => {
      // own keys
      const policy = off === undefined ? machinePolicy : withoutMitigation(machinePolicy, off);
      return {
        group: 'machine',
        subject: definition.id,
        question: off === undefined ? 'states and transitions' : `states and transitions, ${off} off`,
        hear: async () => {
          const expected = machineCounts(definition, policy);
          const text = machineText(definition, machinePolicy, expected);
          const defines = off === undefined ? [] : [`${off}=0`];
          return counted(expected, { files: [[`machine-${fileName(definition.id)}.pml`, text]], defines, ...expected });
        },
      };
    });
  });
}

const withoutMitigation = ({ limits }: Policy, off: AnyMitigation): Policy => policyWith({ limits, off: [off] });

/** What the table of a machine has, in the numbers that SPIN reports. */
export function machineCounts(definition: MachineDefinition, policy: Policy) {
  const { states, next } = tableOf(definition, policy);
  return { states: states.length, transitions: next.filter((to) => to >= 0).length };
}

/** Paths as they stand to each other in the repository, because one includes the other. */
const handPath = 'spec/verify/referee/transaction-by-hand.pml';
const includedPath = 'generated/promela/machine-transaction.pml';

/** The hand-written core beside the generated machine; any of the two can be replaced, to see that it matters. */
export async function lockstepJob(change: {
  readonly hand?: (text: string) => string;
  readonly machine?: (text: string) => string;
}): Promise<SpinJob> {
  const hand = await readFile(fileURLToPath(new URL('transaction-by-hand.pml', import.meta.url)), 'utf8');
  const expected = machineCounts(machineDefinitions.transaction, machinePolicy);
  const machine = machineText(machineDefinitions.transaction, machinePolicy, expected);
  const same = (text: string): string => text;
  return {
    files: [
      [handPath, (change.hand ?? same)(hand)],
      [includedPath, (change.machine ?? same)(machine)],
    ],
    ...expected,
  };
}

const handCase = (): Case => ({
  group: 'by hand',
  subject: 'transaction',
  question: 'a hand-written core behaves like the machine',
  hear: async () => counted(machineCounts(machineDefinitions.transaction, machinePolicy), await lockstepJob({})),
});

function worldCases(): Case[] {
  return Object.keys({ ...worlds, ...riskyWorlds }).flatMap((world) => {
    const row = worldRow(world);
    const { properties, lives } = sketchOf(world);
    const source = once(() => worldSource(row, settingOf(row)));
    const tables = once(() => tabulate(row.build(settingOf(row))));
    const plain: Case = {
      group: 'world',
      subject: world,
      question: 'states and transitions',
      hear: async () => {
        const { model, text } = source();
        const { states, transitions } = model;
        return counted({ states, transitions }, { files: [[`world-${world}.pml`, text]], ...sized(model) });
      },
    };
    const held = properties.map(
      (name, place): Case => ({
        group: 'world',
        subject: world,
        question: name,
        hear: async () => {
          const { model, text, properties: all } = source();
          const { property } = all[place] ?? {};
          if (property === undefined) throw new Error(`${world} has no property number ${place + 1}`);
          const explored = explore(tables(), { watched: { property, policy: settingOf(row).policy } });
          const { transitions, counterexample } = explored;
          const found = { states: explored.states.count, transitions };
          const job = {
            files: [[`world-${world}.pml`, text]] as const,
            defines: [`PROPERTY=${place + 1}`],
            ...sized(model),
          };
          return counted(found, { ...job, states: found.states }, counterexample === undefined ? 'holds' : 'broken');
        },
      }),
    );
    return [plain, ...held, ...lives.map((name) => liveCase('world', world, name))];
  });
}

/** Names of the properties of a world, one for each subject, without walking it. */
function sketchOf(world: string): {
  readonly properties: readonly string[];
  readonly lives: readonly AnyPropertyName[];
} {
  const row = worldRow(world);
  const built = row.build(settingOf(row));
  const properties = row.holds.flatMap((name) =>
    subjectsOf(built, name).map((subject) => (subject === undefined ? name : `${name}, ${subject}`)),
  );
  return { properties, lives: Object.keys(row.lives ?? {}) as AnyPropertyName[] }; // own keys
}

function brokenCase(group: Case['group'], world: string, property: AnyPropertyName, off?: AnyMitigation): Case {
  if (!isSafety(property)) return liveCase(group, world, property, off);
  const row = worldRow(world);
  const setting = off === undefined ? settingOf(row) : settingOf(row, off);
  return {
    group,
    subject: off ?? world,
    question: `shortest way to break ${property} in ${world}`,
    hear: async () => {
      const { model, text, properties } = worldSource(row, setting, [property]);
      const tables = tabulate(row.build(setting));
      const engine: number[] = [];
      const spin: number[] = [];
      for (const [place, one] of properties.entries()) {
        const watched = { property: one.property, policy: setting.policy };
        const { counterexample } = explore(tables, { watched });
        if (counterexample !== undefined) engine.push(counterexample.length);
        const files = [[`world-${world}.pml`, text]] as const;
        const verdict = await judge({ files, defines: [`PROPERTY=${place + 1}`], isShortest: true, ...sized(model) });
        if (verdict.steps !== undefined) spin.push(verdict.steps);
      }
      return { engine: shortest(engine), spin: shortest(spin) };
    },
  };
}

/** What has to stay possible: SPIN prints its graph, and the graph is walked backwards by a walk of the referee's own. */
function liveCase(group: Case['group'], world: string, property: AnyPropertyName, off?: AnyMitigation): Case {
  const row = worldRow(world);
  const setting = off === undefined ? settingOf(row) : settingOf(row, off);
  return {
    group,
    subject: off ?? world,
    question: off === undefined ? property : `shortest way to break ${property} in ${world}`,
    hear: async () => {
      const { model, text } = worldSource(row, setting, [property]);
      const conditions: Readonly<Record<string, NonNullable<typeof row.lives>[keyof NonNullable<typeof row.lives>]>> =
        row.lives ?? {};
      const condition = conditions[property]?.(setting);
      if (condition === undefined) throw new Error(`${world} does not say what ${property} means in it`);
      const explored = explore(tabulate(row.build(setting)));
      const trace = deadEnd(explored, condition.live, condition.goal);
      const files = [[`world-${world}.pml`, text]] as const;
      const { printed } = await judge({ files, defines: ['EDGES=1'], prints: true, ...sized(model) });
      const { states, transitions, steps } = printedGraph(printed);
      return {
        engine: {
          states: model.states,
          transitions: model.transitions,
          ...shortest(trace === undefined ? [] : [trace.length]),
        },
        spin: { states, transitions, ...shortest(steps === undefined ? [] : [steps]) },
      };
    },
  };
}

async function counted(
  { states, transitions }: { readonly states: number; readonly transitions: number },
  job: SpinJob,
  verdict: Found['verdict'] = 'holds',
): Promise<Ruling> {
  const judged = await judge(job);
  return {
    engine: { states, transitions, verdict },
    spin: { states: judged.states, transitions: judged.transitions, verdict: judged.errors === 0 ? 'holds' : 'broken' },
  };
}

const shortest = (lengths: readonly number[]): Found =>
  lengths.length === 0 ? { verdict: 'holds' } : { verdict: 'broken', steps: Math.min(...lengths) };

/** How to compile for a world: large ones are worth an optimizing compiler. */
const sized = ({ states, transitions }: { readonly states: number; readonly transitions: number }) =>
  ({ states, optimization: transitions > 100_000 ? '-O2' : '-O0' }) as const;

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
