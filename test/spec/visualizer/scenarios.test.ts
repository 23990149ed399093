/** The scenarios tell the truth: recordings as they were recorded, attacks as the properties of the model see them. */
import { describe, expect, it } from 'vitest';
import {
  channel,
  type ErrorName,
  errors,
  machineDefinitions,
  mitigations,
  type OutcomeRow,
  outcomes,
} from '../../../model/index.ts';
import { shownBy } from '../../../spec/emit/site/shown-by-scenario.ts';
import { play } from '../../../spec/visualizer/run/play.ts';
import { changesOf, settingWith } from '../../../spec/visualizer/run/setting.ts';
import { scenarioOf } from '../../../spec/visualizer/scenarios/index.ts';
import { recordings, scenarioNamed, scenarios } from './recorded.ts';

const told = recordings.map((recording) => [recording.scenario, recording] as const);
const attacks = scenarios
  .filter(({ without }) => without !== undefined)
  .map((scenario) => [scenario.id, scenario] as const);
const played = scenarios.map((scenario) => [scenario.id, scenario, play(scenario.setting, scenario.steps)] as const);

describe('Every recording is told by a scenario', () => {
  it.each(told)('with the same exchanges and answers: %s', (id, recording) => {
    const { setting, steps, title, titles } = scenarioNamed(id);
    const outcomesPlayed = play(setting, steps).taken.flatMap(({ outcome }) => outcome ?? []);
    expect(outcomesPlayed).toEqual(recording.steps.map(({ outcome }) => outcome));
    expect(title).toBe(recording.title);
    expect(Object.values(titles)).toEqual(recording.steps.map((step) => step.title));
  });

  it('and one that asks for something else is refused', () => {
    const [, lock] = told.find(([id]) => id === 'lock') ?? [];
    const script = { title: 'x', group: 'story' } as const;
    expect(() => scenarioOf('lock', { ...script, steps: 'identification;redemption' }, lock)).toThrow(
      'the recording for delivery',
    );
    expect(() => scenarioOf('lock', { ...script, steps: 'identification' }, lock)).toThrow(
      'recorded exchanges have no step',
    );
    expect(() => scenarioOf('lock', { ...script, steps: 'identification;sleep' }, lock)).toThrow('"sleep"');
  });
});

describe('The scenarios show', () => {
  it('the kiosk story first, to its end', () => {
    const [, story, first] = played[0] ?? [];
    expect(story?.id).toBe('kiosk-story');
    expect(first?.taken.at(-1)?.outcome).toBe('usageServed');
  });

  it('every answer that can be given, and so every error', () => {
    const shown = new Set(played.flatMap(([, , { taken }]) => taken.flatMap(({ outcome }) => outcome ?? [])));
    expect([...shown].sort()).toEqual(Object.keys(outcomes).sort());
    const named = new Set(
      [...shown].flatMap((name) => (outcomes[name] satisfies OutcomeRow as OutcomeRow).error ?? []),
    ); // widened from its literal row
    expect([...named].sort()).toEqual((Object.keys(errors) as ErrorName[]).sort());
  });

  it('every way in which a message can fare', () => {
    const reached = new Set(
      played.flatMap(([, , { taken }]) =>
        taken.flatMap(({ moves }) => moves.flatMap(({ machine, to }) => (machine === 'channel' ? [to.value] : []))),
      ),
    );
    expect([...reached].sort()).toEqual(
      Object.keys(channel.states)
        .filter((state) => state !== 'empty')
        .sort(),
    );
  });

  it('every state of every machine, but for what only a client without an answer comes to', () => {
    const reached = new Set(
      played.flatMap(([, , { taken }]) =>
        taken.flatMap(({ after }) => Object.entries(after.snapshots).map(([name, { value }]) => `${name} ${value}`)),
      ),
    );
    const missing = Object.entries(machineDefinitions).flatMap(([name, { states }]) =>
      Object.keys(states)
        .filter((state) => ![...reached].some((one) => one.startsWith(`${name} ${state}`)))
        .map((state) => `${name} ${state}`),
    );
    // These are passed within one step: the answer to a request comes with it.
    expect(missing).toEqual(['client identifying', 'client sending', 'client redeeming']);
  });

  it('no broken promise, unless something is left out', () => {
    for (const [id, { without }, { broken }] of played)
      expect([id, broken.length > 0]).toEqual([id, without !== undefined]);
  });
});

describe('Each mitigation that a guard reads has an attack', () => {
  it('and no other has', () => {
    expect(attacks.map(([, { without }]) => without).sort()).toEqual(Object.keys(mitigations).sort());
  });

  it.each(attacks)('that breaks a promise of its sentence without it: %s', (_id, { setting, steps, without }) => {
    const { broken } = play(setting, steps);
    const sentence = without === undefined ? '' : mitigations[without as keyof typeof mitigations].requirement;
    expect(broken.flatMap(({ requirements }) => requirements)).toContain(sentence);
    expect(changesOf(setting).off).toEqual([without]);
  });

  it.each(attacks)('that breaks none with it: %s', (_id, { setting, steps }) => {
    const { broken, taken } = play(settingWith({ limits: changesOf(setting).limits }), steps);
    expect(broken).toEqual([]);
    expect(taken).toHaveLength(steps.length);
  });
});

describe('Relay phishing', () => {
  const { setting, steps } = scenarioNamed('relay-phishing');

  it('succeeds with a customer who compares nothing', () => {
    expect(play(setting, steps).taken.at(-1)?.outcome).toBe('tokenIssued');
  });

  it('fails with one who does', () => {
    expect(play(settingWith(), steps).taken.at(-1)?.outcome).toBe('ownerDenied');
  });
});

describe('What a scenario shows, for the search', () => {
  it('is what happens in it, and when first', () => {
    const shown = shownBy(scenarioNamed('lock'));
    expect(shown.outcomes).toMatchObject({ codeWrong: 6, grantInvalid: 10 });
    expect(shown.requirements['transaction/wrong-code-lock']).toBe(10);
    expect(shown.lanes).toEqual(['customer', 'client', 'server', 'delivery']);
    expect(shown.transitions['transaction: pending code.submitted 4']).toBe(10);
  });
});
