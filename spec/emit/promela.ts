/**
 * Promela for SPIN, which knows nothing of XState and of our engine: each machine, written from its definition, and each
 * world, written from the tables that the engine walks.
 */
import { type MachineDefinition, machineDefinitions, policyWith } from '../../model/index.ts';
import { settingOf } from '../verify/check/verification.ts';
import { tableOf } from '../verify/table/tables.ts';
import { riskyWorlds, type WorldRow, worlds } from '../verify/world/worlds.ts';
import type { Artifact } from './artifact.ts';
import { fileName, machineText } from './promela/machine-text.ts';
import { worldSource } from './promela/world-source.ts';

const emitter = 'spec/emit/promela.ts';
const audience = 'users of SPIN, and the referee';

/** The recommended policy, but for a client that starts hundreds of transactions: those are counted like the first few. */
export const machinePolicy = policyWith({ limits: { startsPerClient: 20, wrongCodesPerClient: 20 } });

/** `promela/machine-*.pml` and `promela/world-*.pml`. */
export const emitPromela = (): Artifact[] => [...machines(), ...allWorlds()];

const machines = (): Artifact[] =>
  Object.values<MachineDefinition>(machineDefinitions).map((definition) => {
    const { states, next } = tableOf(definition, machinePolicy);
    const expected = { states: states.length, transitions: next.filter((to) => to >= 0).length };
    return {
      path: `promela/machine-${fileName(definition.id)}.pml`,
      content: machineText(definition, machinePolicy, expected),
      emitter,
      audience,
      title: `The machine "${definition.id}" in Promela`,
    };
  });

const allWorlds = (): Artifact[] =>
  Object.entries<WorldRow>({ ...worlds, ...riskyWorlds }).map(([name, row]) => ({
    path: `promela/world-${name}.pml`,
    content: worldSource(row, settingOf(row)).text,
    emitter,
    audience,
    title: `${row.title}: a world in Promela`,
  }));
