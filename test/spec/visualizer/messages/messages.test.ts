/** The messages of the page: recorded where a recording is followed, and valid wherever else. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ExchangeRow,
  exchanges,
  headers,
  type OutcomeRow,
  outcomes,
  parameters as p,
} from '../../../../model/index.ts';
import { compileSchemas, expectValid, type ValidatorPair } from '../../../../spec/check/validators.ts';
import { messageSchemas, schemaId } from '../../../../spec/emit/json-schema.ts';
import { membersOf, pathAndQuery } from '../../../../spec/emit/wire.ts';
import { curlOf, curlScript } from '../../../../spec/visualizer/messages/curl.ts';
import { exampleBook, type Message, messageOf } from '../../../../spec/visualizer/messages/examples.ts';
import { mermaidOf } from '../../../../spec/visualizer/messages/mermaid.ts';
import { valuesOf } from '../../../../spec/visualizer/messages/run-values.ts';
import { textMessageOf } from '../../../../spec/visualizer/messages/text-message.ts';
import { type Played, play } from '../../../../spec/visualizer/run/play.ts';
import { settingWith } from '../../../../spec/visualizer/run/setting.ts';
import { happens, request, type Step } from '../../../../spec/visualizer/run/step.ts';
import { runs, settings } from '../arbitraries.ts';
import { recordings, scenarios } from '../recorded.ts';

const book = exampleBook(recordings, scenarios);
const at = (played: Played, place: number, scenario?: string): Message | undefined =>
  messageOf(book, { taken: played.taken, setting: played.setting, scenario }, place);
const messagesOf = (steps: readonly Step[], setting = settingWith()): (Message | undefined)[] => {
  const played = play(setting, steps);
  return steps.map((_, place) => at(played, place));
};
const bodyOf = (message: Message | undefined): Record<string, unknown> =>
  JSON.parse(message?.response.body ?? '{}') as Record<string, unknown>; // an object in every recording
const formOf = (message: Message | undefined): Record<string, string> => membersOf(message?.request.body ?? '');

let validators: ValidatorPair;
beforeAll(async () => {
  validators = await compileSchemas(Object.values(messageSchemas()));
});

/** What is wrong with the messages of a run. */
function faultsOf(played: Played, scenario?: string): unknown[] {
  return played.taken.flatMap(({ step, outcome }, place) => {
    if (step.kind !== 'request' || outcome === undefined) return [];
    const message = at(played, place, scenario);
    if (message === undefined) return [`${step.exchange} ${outcome} has no message`];
    const { request: asked }: ExchangeRow = exchanges[step.exchange];
    const { message: answered, status }: OutcomeRow = outcomes[outcome];
    const place_ = { file: 'run', element: `${step.exchange} ${outcome}` };
    const members = membersOf(pathAndQuery(message.request.path).query || (message.request.body ?? ''));
    return [
      ...(status === message.response.status ? [] : ['another status']),
      ...(answered === undefined ? [] : expectValid(validators, schemaId(answered), bodyOf(message), place_)),
      ...(asked === undefined || step.facts.violation !== 'none'
        ? []
        : expectValid(validators, schemaId(asked), members, place_)),
    ];
  });
}

describe('A run that follows a recording', () => {
  it.each(recordings.map((recording) => [recording.scenario, recording] as const))(
    'shows it word for word: %s',
    (id, { steps }) => {
      const scenario = scenarios.find((one) => one.id === id);
      const played = play(scenario?.setting ?? settingWith(), scenario?.steps ?? []);
      const shown = played.taken.flatMap((_, place) => at(played, place, id) ?? []);
      expect(shown.map(({ request: asked, response }) => ({ request: asked, response }))).toEqual(
        steps.map((step) => ({ request: step.request, response: step.response })),
      );
      expect(shown.every(({ isVerbatim }) => isVerbatim)).toBe(true);
    },
  );
});

describe('Every request of every run has a message that fits its schema', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    'in the scenario %s',
    (id, { setting, steps }) => {
      expect(faultsOf(play(setting, steps), id)).toEqual([]);
      expect(faultsOf(play(settingWith(), steps), id)).toEqual([]);
    },
  );

  it('in whatever run', () => {
    fc.assert(
      fc.property(settings, runs, (setting, steps) => {
        expect(faultsOf(play(setting, steps))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('In a run of one’s own', () => {
  const free = [
    request('identification'),
    request('delivery'),
    request('redemption', { code: 'wrong' }),
    request('redemption'),
  ];

  it('the handle of the answer is the handle of what follows', () => {
    const messages = messagesOf([...free, request('identification'), request('delivery')]);
    const session = bodyOf(messages[0])[p.authSession.name];
    expect(messages.slice(1, 4).map((message) => formOf(message)[p.authSession.name])).toEqual([
      session,
      session,
      session,
    ]);
    const second = bodyOf(messages[4])[p.authSession.name];
    expect(second).not.toBe(session);
    expect(formOf(messages[5])[p.authSession.name]).toBe(second);
  });

  it('the right passcode is the one that was sent, a wrong one is another, and a stale one is the one before', () => {
    const steps = [
      ...free.slice(0, 2),
      happens('transaction', 'interval.elapsed'),
      request('delivery'),
      ...['wrong', 'stale', 'newest'].map((code) => request('redemption', { code })),
    ];
    const [wrong, stale, newest] = messagesOf(steps)
      .slice(-3)
      .map((message) => formOf(message)[p.userCode.name]);
    const { codes } = valuesOf(book.examples, play(settingWith(), steps).taken, 3);
    expect([stale, newest]).toEqual(codes);
    expect(codes).not.toContain(wrong);
  });

  it('limits that were changed show in the answers', () => {
    const setting = settingWith({
      limits: { transactionLifeSeconds: 600, smsCodeLifeSeconds: 300, resendIntervalSeconds: 20, codeLength: 6 },
    });
    const [opened, sent, , granted] = messagesOf(free, setting);
    expect(bodyOf(opened)[p.expiresIn.name]).toBe(600);
    expect(bodyOf(sent)).toMatchObject({ [p.expiresIn.name]: 300, [p.interval.name]: 20, [p.codeLength.name]: 6 });
    expect(formOf(granted)[p.userCode.name]).toHaveLength(6);
  });

  it('an answer that asks for patience says how long', () => {
    const [, , again] = messagesOf(
      [...free.slice(0, 2), request('delivery')],
      settingWith({ limits: { resendIntervalSeconds: 45 } }),
    );
    expect(again?.response.headers[headers.retryAfter.name]).toBe('45');
  });

  it('the text message carries the passcode and the phrase, and names a stranger when there is one', () => {
    const steps = [
      ...free.slice(0, 2),
      happens('channel', 'handover.due'),
      happens('resourceOwner', 'message.read', { name: 'stranger' }),
    ];
    const { taken, setting } = play(settingWith(), steps);
    const values = valuesOf(book.examples, taken, 3);
    const [handed, read] = taken.slice(2).map((one) => textMessageOf(one, values, setting)?.text);
    expect(handed).toContain(values.codes[0]);
    expect(handed).toContain(values.bindingMessage);
    expect(read?.split(' asks ')[0]).not.toBe(handed?.split(' asks ')[0]);
    expect(taken.slice(0, 2).map((one) => textMessageOf(one, values, setting))).toEqual([undefined, undefined]);
  });
});

describe('A run that leaves its recording', () => {
  it('goes on with the handle and the passcode of the recording', () => {
    const lock = scenarios.find(({ id }) => id === 'lock');
    const steps = [...(lock?.steps.slice(0, 6) ?? []), request('redemption'), request('redemption')];
    const played = play(settingWith(), steps);
    const [first, recorded, granted] = [0, 5, 6].map((place) => at(played, place, 'lock'));
    expect([first?.isVerbatim, recorded?.isVerbatim, granted?.isVerbatim]).toEqual([true, true, false]);
    expect(formOf(granted)[p.authSession.name]).toBe(bodyOf(first)[p.authSession.name]);
    const right = recordings.find(({ scenario }) => scenario === 'lock')?.steps.at(-2);
    expect(formOf(granted)[p.userCode.name]).toBe(membersOf(right?.request.body ?? '')[p.userCode.name]);
  });

  it('is no longer word for word once a limit is another', () => {
    const story = scenarios.find(({ id }) => id === 'kiosk-story');
    const setting = settingWith({ limits: { transactionLifeSeconds: 600 } });
    const opened = at(play(setting, story?.steps ?? []), 1, 'kiosk-story');
    expect(opened?.isVerbatim).toBe(false);
    expect(bodyOf(opened)[p.expiresIn.name]).toBe(600);
  });
});

describe('What leaves the page', () => {
  const shell = (text: string) => spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' });

  it('is a command that a shell understands, for every recorded request', () => {
    for (const { steps } of recordings) {
      for (const step of steps) expect(shell(curlOf(step.request)).stderr).toBe('');
    }
    expect(shell("curl 'unclosed").status).not.toBe(0);
  });

  it('says the parameters in words, and nothing that curl adds by itself', () => {
    const text = curlOf({
      method: 'POST',
      path: '/x',
      headers: { Host: 'a.example', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'a=it%27s+here&b=2',
    });
    expect(text).toBe(
      ["curl 'https://a.example/x'", "--data-urlencode 'a=it'\\''s here'", "--data-urlencode 'b=2'"].join(' \\\n  '),
    );
  });

  it('is a script of the whole story', () => {
    const script = curlScript(
      'Story',
      recordings.flatMap(({ steps }) => steps.map(({ title, request: asked }) => ({ title, request: asked }))),
    );
    expect(shell(script).stderr).toBe('');
  });

  it('is a Mermaid diagram of those who take part', () => {
    const { taken } = play(settingWith(), [request('identification'), request('delivery', {}, 'adversary')]);
    const text = mermaidOf('A "title"; with marks', taken);
    expect(text.split('\n').slice(0, 8)).toEqual([
      '---',
      'title: "A \\"title\\"; with marks"',
      '---',
      'sequenceDiagram',
      '  participant customer as Customer',
      '  participant client as Client',
      '  participant server as Authorization server',
      '  participant delivery as Delivery',
    ]);
    expect(text).toContain('  adversary->>server: POST ');
    expect(text.split('sequenceDiagram')[1]?.replaceAll(/#\d+;/g, '')).not.toContain(';');
  });
});
