/** A failed check of a suite opens where the two part, and brings no secret and no fairy tale with it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emitLinkGuide } from '../../../../spec/emit/site/link-guide.ts';
import { responseTo } from '../../../../spec/mealy/index.ts';
import { completeSuite, outputOf, suiteInputNames, suitePolicy } from '../../../../spec/verify/suite/index.ts';
import { type FailedCheck, failedCheckFragment } from '../../../../spec/visualizer/failure/failed-check.ts';
import { playCheck } from '../../../../spec/visualizer/failure/play-suite.ts';
import { readFailedCheck } from '../../../../spec/visualizer/failure/read-failed-check.ts';
import { linkText, readLink } from '../../../../spec/visualizer/run/link.ts';
import { play } from '../../../../spec/visualizer/run/play.ts';
import { limitNames, settingWith } from '../../../../spec/visualizer/run/setting.ts';
import { textOfSteps } from '../../../../spec/visualizer/run/step-text.ts';

const artifacts = new Map(emitLinkGuide().map(({ path, content }) => [path, content]));
const jsonOf = (path: string) => JSON.parse(artifacts.get(path) ?? '') as Record<string, unknown>; // written by our own emitter
const { machines: digest } = jsonOf('site/links.json') as { machines: string };
const fits = new Ajv2020({ allErrors: true }).compile(jsonOf('site/failed-check.schema.json'));

const check = (changes: Partial<FailedCheck> = {}): FailedCheck => ({
  machines: digest,
  title: 'The lock closes at its limit',
  limits: { wrongCodesPerTransaction: 3 },
  steps: [{ input: 'identify' }, { input: 'deliver' }, { input: 'redeemWrong', times: 3 }],
  divergesAt: 5,
  expected: '400 invalid_grant',
  received: '400 invalid_user_code',
  requirement: 'transaction/wrong-code-lock',
  ...changes,
});
const read = (changes: Partial<FailedCheck> = {}, machines = digest) =>
  readFailedCheck(failedCheckFragment(check(changes)), machines);

describe('A failed check', () => {
  it('opens after the step that was answered otherwise, under the limits of the suite', () => {
    expect(read()).toEqual({
      title: 'The lock closes at its limit',
      setting: settingWith({ limits: { wrongCodesPerTransaction: 3 } }),
      steps: expect.any(Array),
      at: 5,
      received: {
        at: 4,
        words: '400 invalid_user_code',
        expected: '400 invalid_grant',
        requirement: 'transaction/wrong-code-lock',
      },
      problems: [],
    });
    expect(textOfSteps(read()?.steps ?? [])).toBe('identification;delivery;redemption~code=wrong*3');
  });

  it('may be told in requests and events too', () => {
    const { steps = [] } = read({
      steps: [
        { request: 'identification' },
        { request: 'delivery' },
        { machine: 'transaction', event: 'denial.received' },
        { request: 'redemption', facts: { violation: 'parameterRepeated' }, by: 'adversary' },
      ],
      divergesAt: 4,
    }) ?? { steps: [] };
    expect(textOfSteps(steps)).toBe(
      'identification;delivery;transaction!denial.received;redemption@adversary~violation=parameterRepeated',
    );
  });

  it('lets time pass until the instants that the suite names', () => {
    const { steps } = playCheck(settingWith(), [
      { input: 'identify' },
      { input: 'deliver' },
      { untilSeconds: 600 },
      { input: 'redeemNewest' },
    ]);
    const outcomes = play(settingWith(), steps).taken.flatMap(({ outcome }) => outcome ?? []);
    expect(outcomes.at(-1)).toBe('codeLapsed');
  });

  it('is written into the address as a run of the page, and read back from there', () => {
    const opened = read();
    if (opened === undefined) throw new Error('the check is readable');
    const { problems: _none, ...linked } = opened;
    expect(readLink(`#${linkText(linked, digest)}`, digest)).toEqual(opened);
  });
});

describe('The suite on the machines of the page', () => {
  it('is answered as the suite says, in every twentieth of its tests', () => {
    const { machine, tests } = completeSuite();
    const limits = Object.fromEntries(limitNames.map((name) => [name, suitePolicy.limits[name]]));
    const setting = settingWith({ limits });
    const differing = tests
      .filter((_test, place) => place % 20 === 0)
      .filter((test) => {
        const inputs = test.map((input) => ({ input: suiteInputNames[input] ?? '' }));
        const { steps, ends } = playCheck(setting, inputs);
        const { taken } = play(setting, steps);
        return responseTo(machine, test).some((output, place) => {
          const expected = machine.outputs[output];
          const outcome = taken[(ends[place] ?? 0) - 1]?.outcome;
          return expected !== '-' && (outcome === undefined ? undefined : outputOf(outcome)) !== expected;
        });
      });
    expect(differing).toEqual([]);
  });
});

describe('The schema of a failed check', () => {
  it('takes the example of the guide, and what a suite may say', () => {
    const [, example = ''] = /```json\n([\s\S]*?)\n```/.exec(artifacts.get('site/README.md') ?? '') ?? [];
    expect(fits(JSON.parse(example)), JSON.stringify(fits.errors)).toBe(true);
    expect(fits(check({ received: '200, announced 8, received 7' }))).toBe(true);
  });

  it.each([
    ['a passcode', { received: 'the code 88003984 was taken' }],
    ['a handle', { received: '200 wUtAezLk-nTQNqyx3xBEIBrwwL5eOASBvG7TO4eeHnI' }],
    ['a second line', { title: 'one\ntwo' }],
    ['an input that nobody knows', { steps: [{ input: 'bribe' }] }],
    ['a sentence that nobody wrote', { requirement: 'transaction/kindness' }],
    ['a member that nobody knows', { aside: 'between us' }],
  ])('refuses %s, and the page does not show it', (_what, changes) => {
    expect(fits({ ...check(), ...changes })).toBe(false);
    const opened = JSON.stringify(
      readFailedCheck(failedCheckFragment({ ...check(), ...changes } as FailedCheck), digest),
    );
    for (const value of Object.values(changes)) expect(opened).not.toContain(String(value));
  });
});

describe('A link of a failed check', () => {
  it('made for other machines says so', () => {
    expect(read({}, 'ab12'.repeat(16))?.problems).toEqual([expect.stringContaining('made for other machines')]);
  });

  it('says what it could not play, and plays what comes before', () => {
    const opened = read({ steps: [{ input: 'identify' }, { input: 'bribe' }], divergesAt: 2 });
    expect(opened?.problems).toEqual([
      expect.stringContaining('{"input":"bribe"} is not known here'),
      'The step at which the check failed could not be played.',
    ]);
    expect(opened?.steps).toHaveLength(1);
  });

  it('names limits that cannot be', () => {
    expect(read({ limits: { wrongCodesPerTransaction: 5000 } })?.problems).toEqual([
      expect.stringContaining('cannot be set here'),
    ]);
  });

  it('of whatever content is read without an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readFailedCheck(`#failed=${encodeURIComponent(JSON.stringify(value))}`, digest);
        readFailedCheck(
          `#failed=${encodeURIComponent(JSON.stringify({ ...check(), steps: value, limits: value }))}`,
          digest,
        );
      }),
    );
    expect(readFailedCheck('#failed=%E0%A4%A', digest)).toBeUndefined();
  });
});
