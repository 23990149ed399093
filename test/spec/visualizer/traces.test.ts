/** Traces of the model checker: told, never run, and honest about which is which. */
import { describe, expect, it } from 'vitest';
import { emitSite } from '../../../spec/emit/site.ts';
import { exampleBook, messageOf } from '../../../spec/visualizer/messages/examples.ts';
import { arrowsOf } from '../../../spec/visualizer/run/arrows.ts';
import { requirementsTouched, stepWords } from '../../../spec/visualizer/run/headline.ts';
import { linkText, readLink } from '../../../spec/visualizer/run/link.ts';
import { play } from '../../../spec/visualizer/run/play.ts';
import { request } from '../../../spec/visualizer/run/step.ts';
import { allScenarios, toldStepIn } from '../../../spec/visualizer/scenarios/index.ts';
import { toldScenario, toldSteps } from '../../../spec/visualizer/scenarios/told.ts';
import { stateInWords, type Trace } from '../../../spec/visualizer/traces/trace.ts';
import { recordings } from './recorded.ts';

const digest = 'ab12'.repeat(16);
const [story] = recordings.filter(({ scenario }) => scenario === 'kiosk-story');
const issued = story?.steps.find(({ outcome }) => outcome === 'sessionIssued');
if (issued === undefined) throw new Error('the kiosk story begins with a session');

/** Two steps, one of which nobody sees on the wire. */
const trace: Trace = {
  id: 'made-up',
  title: 'A made-up attack',
  requirements: ['otp-client/code-unlogged'],
  mitigation: { name: 'codeKeptByClient' },
  property: {
    name: 'madeUp',
    sentence: 'Nothing is made up.',
    requirements: ['otp-client/code-unlogged', 'transaction/single-grant'],
  },
  world: { name: 'nowhere', title: 'Where nothing is' },
  adversary: [{ id: 'A1', sentence: 'Makes things up.' }],
  harm: 'Somebody believes it.',
  steps: [
    {
      number: 1,
      actor: 'kiosk',
      sentence: 'The kiosk starts a transaction.',
      notes: [],
      transaction: 'first',
      exchange: 'identification',
      outcome: 'sessionIssued',
      duties: ['openTransaction'],
      changes: [
        {
          variable: 'first',
          from: 'absent, wrongCodes 0, sends 0, newestCode none',
          to: 'identified, wrongCodes 0, sends 0, newestCode none, timers transaction',
        },
        { variable: 'kiosk', from: 'identifying', to: 'choosing' },
        { variable: 'owner', from: 'engaged, heed careful', to: 'nowhere to be found' },
      ],
      messages: { request: issued.request, response: issued.response, sources: [issued.id] },
    },
    {
      number: 2,
      actor: 'stranger',
      sentence: 'The stranger reads the log of the kiosk.',
      notes: ['The passcode becomes known to somebody who was neither sent nor given it.'],
      duties: [],
      changes: [{ variable: 'stranger knows', from: 'nothing', to: 'newest' }],
    },
  ],
};
const scenario = toldScenario(trace);
const played = play(scenario.setting, scenario.steps);

describe('A trace', () => {
  it('is a scenario without its mitigation, which breaks its promise at the last step and not before', () => {
    expect(scenario).toMatchObject({ id: 'trace-made-up', group: 'trace', without: 'codeKeptByClient' });
    expect(scenario.setting.policy.switches.codeKeptByClient).toBe(false);
    expect(played.broken).toEqual([
      {
        at: 1,
        property: 'madeUp',
        sentence: 'Nothing is made up.',
        requirements: ['otp-client/code-unlogged', 'transaction/single-grant'],
        world: 'Where nothing is',
      },
    ]);
  });

  it('puts the machines where it says that they are, and leaves alone what is no machine', () => {
    const { snapshots } = played.taken[0]?.after ?? played.engine.start;
    expect([snapshots.transaction.value, snapshots.client.value]).toEqual(['identified', 'choosing']);
    expect(snapshots.resourceOwner).toEqual(played.engine.start.snapshots.resourceOwner);
    expect(played.taken[1]?.after.snapshots).toEqual(snapshots);
  });

  it('runs nothing: no machine moves and no promise of the model is watched', () => {
    expect(played.taken.flatMap(({ moves, happenings }) => [moves, happenings]).flat()).toEqual([]);
    const afterwards = play(scenario.setting, [...scenario.steps, request('redemption'), request('redemption')]);
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
      file('traces/made-up.json', { ...trace, kind: 'mitigation' }),
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

describe('A state in words', () => {
  it('is a name and what stands beside it', () => {
    expect(stateInWords('pending.cooling, sends 1, newestCode sent, timers code interval')).toEqual({
      value: 'pending.cooling',
      variables: { sends: '1', newestCode: 'sent', timers: 'code interval' },
    });
    expect(stateInWords('none')).toEqual({ value: 'none', variables: {} });
  });
});
