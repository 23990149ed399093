/** SPIN, asked again what the engine said. Each of these checks is shown to fail when something is wrong. */
import { describe, expect, it } from 'vitest';
import { machineDefinitions } from '../../../../model/index.ts';
import { machineText } from '../../../../spec/emit/promela/machine-text.ts';
import { worldSource } from '../../../../spec/emit/promela/world-source.ts';
import { machinePolicy } from '../../../../spec/emit/promela.ts';
import { settingOf, worldRow } from '../../../../spec/verify/check/verification.ts';
import { explore, tabulate } from '../../../../spec/verify/engine/index.ts';
import { agree, allCases, lockstepJob, machineCounts } from '../../../../spec/verify/referee/cases.ts';
import { judge, missingTools } from '../../../../spec/verify/referee/spin.ts';

const missing = await missingTools();
const reason = missing.length === 0 ? '' : ` (not run: ${missing.join(' and ')} is not installed)`;
const patient = { timeout: 180_000 };

/** Replaces a passage that has to be there. */
function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe.skipIf(missing.length > 0)(`SPIN agrees with the engine${reason}`, () => {
  const heard = (subject: string, question: string) => {
    const found = allCases().find((one) => one.subject === subject && one.question === question);
    if (found === undefined) throw new Error(`there is no case ${subject}, ${question}`);
    return found.hear();
  };

  it.each([
    ['account', 'states and transitions'],
    ['transaction', 'states and transitions'],
    ['transaction', 'states and transitions, codeExpiry off'],
    ['readable', 'states and transitions'],
    ['readable', 'sendsSpaced, first'],
    ['mix-up', 'tokenIsMeant, first'],
    ['sim-swap', 'fraudCanBeUndone'],
    ['unknown', 'states and transitions'], // its commands had to be split
    ['unknown', 'answersAlike'],
    ['denialRevokes', 'shortest way to break alarmCounts in readable'],
    ['otherContactsNotified', 'shortest way to break fraudCanBeUndone in sim-swap'],
    ['readable', 'shortest way to break tokenIsMeant in readable'],
  ])('about %s: %s', patient, async (subject, question) => {
    const ruling = await heard(subject, question);
    expect(ruling.spin).toEqual(ruling.engine);
    expect(agree(ruling)).toBe(true);
  });

  it('and not when a limit of the machine is another one', patient, async () => {
    const expected = machineCounts(machineDefinitions.transaction, machinePolicy);
    const text = machineText(machineDefinitions.transaction, machinePolicy, expected);
    const found = await judge({ files: [['m.pml', text]], defines: ['sendsPerTransaction=4'], states: 1000 });
    expect(found.states).toBeGreaterThan(expected.states);
  });

  it('and not when the emitter forgets one assignment of a world', patient, async () => {
    const row = worldRow('readable');
    const { text, model } = worldSource(row, settingOf(row));
    const faulty = changed(text, 'first_timers_code = 1; ', '');
    const found = await judge({ files: [['w.pml', faulty]], states: 1000 });
    expect([found.states, found.transitions]).not.toEqual([model.states, model.transitions]);
  });

  it('and a property that is told wrongly is found broken', patient, async () => {
    const row = worldRow('readable');
    const { text, properties } = worldSource(row, settingOf(row));
    const place = properties.findIndex(({ of }) => of === 'oneTokenPerTransaction') + 1;
    const sound = { files: [['w.pml', text]] as const, defines: [`PROPERTY=${place}`], states: 1000 };
    expect((await judge(sound)).errors).toBe(0);
    const faulty = text.replaceAll('&& (memory == 0) -> memory = 1', '&& (memory == 0) -> assert(false)');
    expect((await judge({ ...sound, files: [['w.pml', faulty]] })).errors).toBe(1);
  });

  it('and a world whose rule was lost is another world', patient, async () => {
    const row = worldRow('readable');
    const { text } = worldSource(row, settingOf(row));
    const world = row.build(settingOf(row));
    const poorer = explore(tabulate({ ...world, rules: world.rules.slice(1) }));
    const found = await judge({ files: [['w.pml', text]], states: 1000 });
    expect(found.states).not.toBe(poorer.states.count);
  });
});

describe.skipIf(missing.length > 0)(`A core written by hand behaves like the generated machine${reason}`, () => {
  it('in every situation, and holds nothing that the machine does not hold', patient, async () => {
    const found = await judge(await lockstepJob({}));
    const { states, transitions } = machineCounts(machineDefinitions.transaction, machinePolicy);
    expect(found).toMatchObject({ errors: 0, states, transitions });
  });

  it.each([
    ['a limit', '#define MAY_BE_WRONG 5', '#define MAY_BE_WRONG 4'],
    ['a resend that takes wrong passcodes back', 'sent++; out = 1;', 'sent++; wrong = 0; out = 1;'],
    ['a stale passcode that counts', 'event_code == NEWEST', 'event_code != WRONG'],
    ['a denial after the grant that changes nothing', 'revoked = 1; taken_back = 1', 'skip'],
  ])('and not when the hand-written rules have a fault: %s', patient, async (_fault, from, to) => {
    const found = await judge(await lockstepJob({ hand: (text) => changed(text, from, to) }));
    expect(found.errors).toBe(1);
  });

  it.each([
    ['a limit', '#define sendsPerTransaction 3', '#define sendsPerTransaction 4'],
    ['a mitigation', '#define clientBinding 1', '#define clientBinding 0'],
    ['an answer', 'transaction_answers = CODE_LAPSED', 'transaction_answers = CODE_WRONG'],
    ['an effect', 'transaction_does_notifyOtherContacts = 1', 'skip'],
    ['a timer', 'transaction_timers_interval = 1', 'skip'],
  ])('and not when the emitted machine has a fault: %s', patient, async (_fault, from, to) => {
    const found = await judge(await lockstepJob({ machine: (text) => changed(text, from, to) }));
    expect(found.errors).toBe(1);
  });
});
