/** Promela as a SPIN user reads it. */
import { describe, expect, it } from 'vitest';
import { type MachineDefinition, machineDefinitions } from '../../../../model/index.ts';
import { componentsOf } from '../../../../spec/emit/promela/components.ts';
import { decide } from '../../../../spec/emit/promela/decision.ts';
import { machineText } from '../../../../spec/emit/promela/machine-text.ts';
import { constantName, variableName } from '../../../../spec/emit/promela/names.ts';
import { worldSource } from '../../../../spec/emit/promela/world-source.ts';
import { machinePolicy } from '../../../../spec/emit/promela.ts';
import { settingOf, worldRow } from '../../../../spec/verify/check/verification.ts';

const sourceOf = (name: string) => worldSource(worldRow(name), settingOf(worldRow(name)));

describe('The Promela of a machine', () => {
  const definition: MachineDefinition = machineDefinitions.transaction;
  const text = machineText(definition, machinePolicy, { states: 1, transitions: 2 });

  it('has an inline for each event, a variable for each counter and timer, and a macro for each mitigation it reads', () => {
    for (const event of Object.keys(definition.events)) {
      expect(text).toContain(`inline transaction_${event.replace('.', '_')}()`);
    }
    expect(text).toContain('byte transaction_wrongCodes = 0;');
    expect(text).toContain('bit transaction_timers_code = 0;');
    expect(text).toMatch(/#ifndef transactionLock\n#define transactionLock 1\n#endif/);
    expect(text).toMatch(/#ifndef wrongCodesPerTransaction\n#define wrongCodesPerTransaction 5\n#endif/);
  });

  it('says of each transition what happens, in the words of the model', () => {
    expect(text).toContain('/* One wrong passcode too many locks the transaction for good. */');
  });
});

describe('The Promela of a world', () => {
  it('says how many states there are, what each rule does and what each property says', () => {
    const { text, model } = sourceOf('readable');
    expect(text).toContain(`It has ${model.states} states and ${model.transitions} transitions`);
    expect(text).toContain('A passcode is sent to the customer, and the stranger reads it on the way.');
    expect(text).toContain('2: oneTokenPerTransaction, first. A transaction ends with one token at most.');
  });

  it('is the same each time', () => {
    expect(sourceOf('mix-up').text).toBe(sourceOf('mix-up').text);
  });

  it('has one command for each rule', () => {
    const { text, model } = sourceOf('channel');
    expect(text.match(/:: d_step \{/g)).toHaveLength(model.rules.length);
  });

  it('has several where one would be longer than SPIN reads', () => {
    const { text, model } = sourceOf('unknown');
    const commands = text.split(':: d_step {').slice(1);
    expect(commands.length).toBeGreaterThan(model.rules.length);
    for (const command of commands) expect(command.split(/;|->/).length).toBeLessThan(700);
  });
});

describe('The parts of a value', () => {
  it('are its place, its counts, its names and its timers', () => {
    const { constants, list } = componentsOf([
      { name: 'first', values: ['absent, sends 0', 'pending.cooling, sends 2, timers code interval'] },
    ]);
    expect(list.map(({ name, kind, reading }) => [name, kind, reading])).toEqual([
      ['first', 'name', [0, 1]],
      ['first_sends', 'count', [0, 2]],
      ['first_timers_code', 'bit', [0, 1]],
      ['first_timers_interval', 'bit', [0, 1]],
    ]);
    expect(constants).toEqual(['ABSENT', 'PENDING_COOLING']);
  });

  it('tell all values apart, or there is no Promela', () => {
    expect(() => componentsOf([{ name: 'odd', values: ['absent, sends 0', 'absent, sends 00'] }])).toThrow(/apart/);
    expect(() =>
      componentsOf([
        { name: 'a b', values: ['x', 'y'] },
        { name: 'a-b', values: ['x', 'y'] },
      ]),
    ).toThrow(/same name/);
  });

  it('have names that Promela can read', () => {
    expect(variableName("stranger's quota")).toBe('stranger_quota');
    expect(variableName('empty')).toBe('empty_');
    expect(constantName('sessionIssued')).toBe('SESSION_ISSUED');
  });
});

describe('A table as questions', () => {
  const how = {
    leafOf: (rows: readonly (readonly number[])[]) => {
      const [first] = rows;
      return rows.every((row) => row[2] === first?.[2]) ? first?.[2] : undefined;
    },
    classOf: (row: readonly number[]) => `${row[2]}`,
    questions: [{ of: 0 }, { of: 1 }],
    reading: (row: readonly number[], variable: number) => row[variable] ?? 0,
  };

  it('asks only what has to be asked, and joins answers that lead to the same', () => {
    const rows = [0, 1, 2].flatMap((a) => [0, 1].map((b) => [a, b, a === 1 ? 7 : 8]));
    expect(decide(rows, how)).toEqual({
      kind: 'question',
      question: { of: 0 },
      branches: [
        { values: [0, 2], next: { kind: 'leaf', leaf: 8 } },
        { values: [1], next: { kind: 'leaf', leaf: 7 } },
      ],
    });
  });

  it('refuses two rows that nothing tells apart', () => {
    expect(() =>
      decide(
        [
          [0, 0, 1],
          [0, 0, 2],
        ],
        how,
      ),
    ).toThrow(/two different things/);
  });
});
