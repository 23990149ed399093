/** The tables that the server runs do what XState does; one that does not is found, and the place is named. */
import { describe, expect, it } from 'vitest';
import {
  type MachineDefinition,
  type MachineTable,
  serverMachines,
  tableOf,
  transaction,
} from '../../../model/index.ts';
import { disagreement, tablesAgree } from '../../../spec/check/tables-agree.ts';
import { emitMachineTables, machineTablesPath } from '../../../spec/emit/machine-tables.ts';

const content = emitMachineTables()[0]?.content ?? '';
const filesWith = (text: string) => new Map([[machineTablesPath, text]]);
const table = tableOf(transaction);

/** The table with other rows for one state and event. */
const changed = (state: string, event: string, change: (rows: MachineTable[string][string]) => unknown): MachineTable =>
  ({ ...table, [state]: { ...table[state], [event]: change(table[state]?.[event] ?? []) } }) as MachineTable; // as wrong as a file may be

describe('Tables and XState', () => {
  it('take the same step in every state, with every case of every event', { timeout: 120_000 }, () => {
    expect(tablesAgree(filesWith(content))).toEqual([]);
  });

  it.each<[string, MachineTable]>([
    [
      'a guard is lost',
      changed('pending.cooling', 'code.submitted', (rows) => rows.map(({ guard: _, ...row }) => row)),
    ],
    [
      'a target is another',
      changed('pending.cooling', 'denial.received', (rows) => rows.map((row) => ({ ...row, to: 'locked' }))),
    ],
    [
      'an action is lost',
      changed('pending.cooling', 'code.submitted', (rows) =>
        rows.map((row) => ({ ...row, actions: row.actions.slice(1) })),
      ),
    ],
    ['the order is another', changed('pending.cooling', 'code.submitted', (rows) => [...rows].reverse())],
    ['a state is missing', changed('spent', 'denial.received', () => undefined)],
  ])('are found to differ when %s', { timeout: 120_000 }, (_title, wrong) => {
    expect(disagreement(transaction, wrong)?.at).toContain('in {"value"');
  });

  it('that differ on disk are one finding for the machine, with what to do', { timeout: 120_000 }, () => {
    const tables = JSON.parse(content) as Record<string, MachineTable>; // written by the emitter
    const wrong = JSON.stringify({
      ...tables,
      transaction: changed('spent', 'denial.received', (rows) => rows.map((row) => ({ ...row, to: 'denied' }))),
    });
    expect(tablesAgree(filesWith(wrong))).toMatchObject([
      { rule: 'tables/agree', element: expect.stringContaining('transaction: ') },
    ]);
  });

  it('are compared for every machine of the server', () => {
    expect(tablesAgree(filesWith('{}')).map(({ element }) => element.split(':')[0])).toEqual(
      Object.keys(serverMachines satisfies Record<string, MachineDefinition>),
    );
  });
});
