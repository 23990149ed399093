/** Traces of the model checker: run on the machines of the page, beside the same attempt with every MUST on. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnyMitigation, allMitigations } from '../../../model/index.ts';
import { emitSite } from '../../../spec/emit/site.ts';
import type { Trace } from '../../../spec/emit/trace/trace.ts';
import { exampleBook, messageOf } from '../../../spec/visualizer/messages/examples.ts';
import { arrowsOf } from '../../../spec/visualizer/run/arrows.ts';
import { requirementsTouched, stepWords } from '../../../spec/visualizer/run/headline.ts';
import { linkText, readLink } from '../../../spec/visualizer/run/link.ts';
import { play } from '../../../spec/visualizer/run/play.ts';
import { changesOf, settingWith } from '../../../spec/visualizer/run/setting.ts';
import { request } from '../../../spec/visualizer/run/step.ts';
import { allScenarios, toldStepIn } from '../../../spec/visualizer/scenarios/index.ts';
import { stepsBeside, toldScenario, toldSteps } from '../../../spec/visualizer/scenarios/told.ts';
import { membersOf } from '../../../spec/visualizer/traces/cast.ts';
import { stateInWords } from '../../../spec/visualizer/traces/state-words.ts';
import { facts, issued, otherwise, place, trace } from './made-up-trace.ts';
import { recordings } from './recorded.ts';

const digest = 'ab12'.repeat(16);
const scenario = toldScenario(trace);
const played = play(scenario.setting, scenario.steps);

describe('A trace', () => {
  it('is a scenario without its mitigation, which breaks its promise at the last step and not before', () => {
    expect(scenario).toMatchObject({ id: 'trace-made-up', group: 'trace', without: 'codeKeptByClient' });
    expect(scenario.setting.policy.switches.codeKeptByClient).toBe(false);
    expect(played.broken).toEqual([
      {
        at: 1,
        property: 'codeStaysWithItsOwner',
        sentence: 'Nothing is made up.',
        requirements: ['otp-client/code-unlogged', 'transaction/single-grant'],
        world: 'Where nothing is',
      },
    ]);
  });

  it('is run: the machines of its world move, each in its own place, and what is no machine is told', () => {
    const [first, second] = played.taken;
    expect(first?.moves.map(({ machine, member, event }) => [machine, member, event.type])).toEqual([
      ['admission', undefined, 'request.received'],
      ['quota', 'quota', 'identification.attempted'],
      ['transaction', 'first', 'identification.received'],
      ['client', 'kiosk', 'session.received'],
    ]);
    const cast = first?.after.cast;
    expect(cast?.members.first?.snapshot.value).toBe('identified');
    expect(cast?.members.second?.snapshot.value).toBe('absent');
    expect(cast && membersOf(cast, 'transaction')).toEqual(['first', 'second']);
    expect(first?.after.snapshots.transaction.value).toBe('identified');
    expect(second?.after.cast?.things).toEqual({ 'stranger knows': 'newest' });
    expect(played.taken.map(({ told }) => told)).toEqual([{ differences: [] }, { differences: [] }]);
  });

  it.each([
    [
      'an answer',
      { server: [{ at: place, exchange: 'identification', facts, outcome: 'clientTooBusy' }] },
      'the answer',
    ],
    ['a state', { changes: [] }, 'first'],
    ['what nobody was told', { parties: [] }, 'kiosk'],
    [
      'a request of another kind',
      { server: [{ at: place, exchange: 'identification', facts: { ...facts, violation: 'scopeInvalid' } }] },
      'first',
    ],
  ] as const)('that tells %s which the machines do not bring cannot be replayed, and says so', (_, changes, what) => {
    const { taken, broken } = play(scenario.setting, toldSteps(otherwise(changes)));
    expect(taken[0]?.told?.differences.map((difference) => difference.what)).toContain(what);
    expect(broken, 'and no promise is claimed to be broken').toEqual([]);
  });

  it('breaks no promise under rules that it was not found under', () => {
    expect(play(settingWith({ limits: { startsPerClient: 2 } }), scenario.steps).broken).toEqual([]);
    const mended = play(settingWith({ limits: { startsPerClient: 1 }, off: ['codeKeptByClient'] }), [
      ...scenario.steps.slice(0, 1),
      ...scenario.steps,
    ]);
    expect(mended.taken[1]?.told?.differences[0]).toEqual({
      what: 'the answer',
      told: 'sessionIssued',
      ran: 'clientTooBusy',
    });
    expect(mended.broken).toEqual([]);
  });

  it('is tried with every MUST on, where what led to the harm is missing', () => {
    const beside = play(settingWith({ limits: { startsPerClient: 2 } }), stepsBeside(scenario.steps));
    expect(beside.taken.map(({ told, outcome }) => [outcome, told?.cannot])).toEqual([
      ['sessionIssued', undefined],
      [undefined, 'notHere'],
    ]);
    expect(beside.taken[1]?.after.cast?.things).toEqual({ 'stranger knows': 'nothing' });
    expect(beside.broken).toEqual([]);
  });

  it('can be gone on from: what follows happens to the machines as they stand', () => {
    const afterwards = play(scenario.setting, [...scenario.steps, request('delivery')]);
    expect(afterwards.taken.at(-1)?.before.snapshots.transaction.value).toBe('identified');
    expect(afterwards.taken.at(-1)?.after.snapshots.transaction.value).toBe('pending.cooling');
    expect(afterwards.taken.at(-1)?.after.cast).toBeUndefined();
    expect(afterwards.broken).toEqual(played.broken);
  });

  it('shows who asks and is answered, the words, the sentences and the messages', () => {
    const [one, other] = played.taken;
    if (one === undefined || other === undefined) throw new Error('there are two steps');
    expect(arrowsOf(one).map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['client', 'server', 'request'],
      ['server', 'client', 'answer'],
    ]);
    expect(arrowsOf(other)).toEqual([]);
    expect(stepWords(other.step)).toBe('The stranger reads the log of the kiosk');
    expect(requirementsTouched(other)[0]).toBe('otp-client/code-unlogged');
    const book = exampleBook(recordings, allScenarios(recordings, [trace]));
    const told = { taken: played.taken, setting: scenario.setting, scenario: scenario.id };
    expect(messageOf(book, told, 0)).toMatchObject({ request: issued.request, source: issued.id, isVerbatim: false });
    expect(messageOf(book, told, 1)).toBeUndefined();
  });

  it('is brought back by a link where it is known, and named where it is not', () => {
    const text = linkText({ setting: scenario.setting, steps: scenario.steps, at: 2 }, digest);
    expect(text).toContain('s=told!made-up.1;told!made-up.2');
    expect(readLink(text, digest, toldStepIn([trace]))).toMatchObject({ steps: toldSteps(trace), problems: [] });
    expect(readLink(text, digest, toldStepIn([]))?.problems).toEqual([
      expect.stringContaining('"told!made-up.1", is not known here'),
    ]);
    expect(readLink(`m=x&s=told!made-up.3`, digest, toldStepIn([trace]))?.steps).toEqual([]);
  });

  it('reaches the page from the file beside it, and the index and the schemas do not', async () => {
    const file = (path: string, content: unknown) => ({
      path,
      content: JSON.stringify(content),
      emitter: 'x',
      audience: 'y',
    });
    const [page] = await emitSite(recordings, [
      file('traces/made-up.json', trace),
      file('traces/index.json', { traces: [] }),
      file('traces/trace.schema.json', {}),
    ]);
    const [, data = '{}'] =
      /<script type="application\/json" id="page-data">(.*?)<\/script>/.exec(page?.content ?? '') ?? [];
    const { traces, shown } = JSON.parse(data) as { traces: Trace[]; shown: { id: string; requirements: object }[] };
    expect(traces).toEqual([trace]);
    expect(shown.find(({ id }) => id === 'trace-made-up')?.requirements).toMatchObject({
      'transaction/single-grant': 2,
    });
  });
});

describe('The traces of the model checker', () => {
  const folder = new URL('../../../generated/traces/', import.meta.url);
  const traces = readdirSync(folder)
    .filter((name) => !/schema|index/.test(name))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Trace); // written by our own emitter
  const scenarios = allScenarios(recordings, traces);

  it('and the attacks that are run leave no mitigation without what happens without it', () => {
    const shown = new Set(scenarios.flatMap(({ without }) => without ?? []));
    expect(Object.keys(allMitigations).filter((name) => !shown.has(name as AnyMitigation))).toEqual([]);
  });

  it.each(traces.map(({ id, steps }) => [id, steps.length] as const))(
    '%s is broken at its last step, and is told with lanes and words',
    (id, count) => {
      const told = scenarios.find((one) => one.id === `trace-${id}`);
      const { taken, broken } = play(told?.setting ?? scenario.setting, told?.steps ?? []);
      expect(broken.map(({ at }) => at)).toEqual([count - 1]);
      expect(taken.every(({ step }) => stepWords(step).length > 10)).toBe(true);
      expect(taken.flatMap(arrowsOf).length).toBeGreaterThan(0);
    },
  );

  it.each(
    scenarios.flatMap(({ id, group, setting, steps }) => (group === 'trace' ? [[id, setting, steps] as const] : [])),
  )(
    '%s is run step by step, without its MUST and with every MUST on, and the machines do what it tells',
    (_, setting, steps) => {
      const here = play(setting, steps);
      expect(here.taken.flatMap(({ told }) => told?.differences)).toEqual([]);
      if (steps.some((step) => step.kind === 'told' && step.attempt === undefined)) return;
      const beside = play(settingWith({ limits: changesOf(setting).limits }), stepsBeside(steps));
      expect(beside.taken.flatMap(({ told }) => told?.differences)).toEqual([]);
      expect(beside.broken).toEqual([]);
    },
  );

  it('run two transactions, two clients and people where the attack needs them', () => {
    const casts = traces.map(({ world }) => world.cast.flatMap(({ machine }) => machine ?? []));
    const most = (machine: string): number =>
      Math.max(...casts.map((cast) => cast.filter((one) => one === machine).length));
    for (const machine of ['transaction', 'quota', 'account', 'channel']) expect(most(machine), machine).toBe(2);
    for (const machine of ['client', 'resourceOwner', 'grant']) expect(most(machine), machine).toBe(1);
  });
});

describe('A state in words', () => {
  it('is a name and what stands beside it', () => {
    expect(stateInWords('pending.cooling, sends 1, newestCode sent, timers code interval')).toEqual({
      value: 'pending.cooling',
      variables: { sends: '1', newestCode: 'sent' },
      timers: ['code', 'interval'],
    });
    expect(stateInWords('none')).toEqual({ value: 'none', variables: {}, timers: [] });
  });
});
