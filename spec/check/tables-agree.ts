/**
 * The tables that the server runs, as they stand on disk, against XState: in every state that a machine reaches, with
 * every case of every event, under small limits and with each mitigation off in turn that the machine asks for, both do the same.
 */
import {
  type MachineDefinition,
  type MachineTable,
  type Mitigation,
  mitigations,
  type Policy,
  policyWith,
  type Stepped,
  serverMachines,
  stepByTable,
} from '../../model/index.ts';
import { machineTablesPath } from '../emit/machine-tables.ts';
import { explore } from '../walk/explore.ts';
import { walkPolicy } from '../walk/reachable-outcomes.ts';
import type { Finding } from './finding.ts';

/** Limits at which every guard that counts is met from below, at and above. */
export const tablePolicies = (definition: MachineDefinition): readonly Policy[] => [
  walkPolicy,
  policyWith({ limits: { ...walkPolicy.limits, wrongCodesPerTransaction: 1, sendsPerTransaction: 3 } }),
  ...(Object.keys(mitigations) as Mitigation[]) // its own keys
    .filter((name) => JSON.stringify(definition.states).includes(`"${name}"`))
    .map((name) => ({ ...walkPolicy, switches: { ...walkPolicy.switches, [name]: false } })),
];

/** Findings for the generated tables, at most one for each machine. */
export function tablesAgree(files: ReadonlyMap<string, string>): Finding[] {
  const tables = JSON.parse(files.get(machineTablesPath) ?? '{}') as Readonly<Record<string, MachineTable>>; // written by our own emitter
  return Object.entries<MachineDefinition>(serverMachines).flatMap(([name, definition]) => {
    const difference = disagreement(definition, tables[name] ?? {});
    if (difference === undefined) return [];
    return [
      {
        rule: 'tables/agree',
        file: `generated/${machineTablesPath}`,
        element: `${name}: ${difference.at}`,
        expected: difference.expected,
        actual: difference.actual,
        fix: 'npm run generate; if it is found again, mend model/machines/table.ts, which reads the machine otherwise than XState',
      },
    ];
  });
}

/** The first step at which a table and XState differ; undefined when there is none. */
export function disagreement(
  definition: MachineDefinition,
  table: MachineTable,
  policies: readonly Policy[] = tablePolicies(definition),
): { readonly at: string; readonly expected: string; readonly actual: string } | undefined {
  for (const policy of policies) {
    for (const { from, event, to, effects } of explore(definition, policy).steps) {
      const expected = JSON.stringify(inOrder({ snapshot: to, effects }));
      const actual = told(() => JSON.stringify(inOrder(stepByTable(table, policy, from, event))));
      if (actual !== expected) return { at: `${JSON.stringify(event)} in ${JSON.stringify(from)}`, expected, actual };
    }
  }
  return undefined;
}

/** Variables in one order, so that texts can be compared. */
const inOrder = ({ snapshot, effects }: Stepped): unknown => [
  snapshot.value,
  Object.entries(snapshot.context).sort(([one], [other]) => (one < other ? -1 : 1)),
  effects.map(({ type, params }) => [type, params]),
];

function told(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
