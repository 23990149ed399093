/** The machines of the server as tables, which it runs: worked out once, here, and not at every start. */
import { type MachineDefinition, serverMachines, tableOf } from '../../model/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';

/** Where the tables are, below `generated/`. */
export const machineTablesPath = 'server/machine-tables.json';

/** One file with all of them, by the name of the machine. */
export const emitMachineTables = (): Artifact[] => [
  {
    path: machineTablesPath,
    content: canonicalJson(
      Object.fromEntries(
        Object.entries<MachineDefinition>(serverMachines).map(([name, definition]) => [name, tableOf(definition)]),
      ),
    ),
    emitter: 'spec/emit/machine-tables.ts',
    audience: 'the reference server',
    title: 'The machines as tables: by state and event, the transitions in order',
  },
];
