/** One conversation of a generated client with the reference server, as a developer would try it on the first day. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PlayedStep, Verdict } from '../../spec/emit/generator-matrix.ts';
import { newestCode, wrongCode } from '../support/conversation.ts';
import { openTamperingProxy, type Passing, type Sent } from '../support/tampering-proxy.ts';
import { basic } from '../support/test-clients.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import type { Connection, Conversation, Granted, Reply } from './clients/port.ts';
import { type Wanted, wireFaults } from './wire.ts';

/** What a generated client gives to play with. */
export interface Played {
  converse(connection: Connection): Conversation;
  /** Where the server supports refresh tokens. */
  refresh?(connection: Connection, refreshToken: string): Promise<Reply<Granted>>;
}

export type Verdicts = Partial<Record<PlayedStep, Verdict>>;

/** A phone number has a plus sign, which a form encodes; the JSON around it has quotes. */
const subject = JSON.stringify({ format: 'phone_number', phone_number: '+12025550143' });
const grantType = 'urn:ietf:params:oauth:grant-type:otp';

/** Registered nowhere: a server of next year may say it. */
const unknownError = 'premises_vacated';

const longestSeconds = 20;

/** What became of each step; those after one that failed may be missing, because they need what it returns. */
export async function play(played: Played): Promise<Verdicts> {
  const test = await startTestServer();
  const target = await test.listen();
  const sent: Sent[] = [];
  const wire = { sent, change: (_answer: Passing) => {} };
  const proxy = await openTamperingProxy(
    target,
    (answer) => wire.change(answer),
    (request) => sent.push(request),
  );
  const verdicts: Verdicts = {};
  const stop = new AbortController();
  try {
    await Promise.race([
      takeSteps(played, test, proxy.url, wire, verdicts),
      delay(longestSeconds * 1000, undefined, { signal: stop.signal }),
    ]);
  } finally {
    stop.abort();
    await proxy.close();
    await test.close();
  }
  return verdicts;
}

interface Wire {
  readonly sent: Sent[];
  change: (answer: Passing) => void;
}

async function takeSteps(played: Played, test: TestServer, server: string, wire: Wire, verdicts: Verdicts) {
  const authorization = basic(test.clients.auditor.clientId, 'sandbox-secret');
  const connection = { server, authorization };
  const client = played.converse(connection);
  const post = (path: string, parameters: Wanted['parameters']): Wanted => ({
    method: 'POST',
    path,
    parameters,
    authorization,
  });
  /** Calls, and notes what was wrong with the request or with what came back; hands on a success. */
  async function step<Success>(
    name: PlayedStep,
    wanted: Wanted,
    call: () => Promise<Reply<Success>>,
    judge: (reply: Reply<Success>) => string | undefined,
  ): Promise<Success | undefined> {
    wire.sent.length = 0;
    const outcome = await settled(call);
    const faults = wireFaults(wire.sent, wanted);
    const said = 'threw' in outcome ? `threw: ${outcome.threw}` : judge(outcome.reply);
    const earlier = verdicts[name] === undefined || verdicts[name] === 'ok' ? [] : [verdicts[name]];
    const all = [...earlier, ...faults, ...(said === undefined ? [] : [said])];
    verdicts[name] = all.length === 0 ? 'ok' : all.join('; ');
    return 'reply' in outcome && 'success' in outcome.reply ? outcome.reply.success : undefined;
  }

  const identifyWanted = post('/otp-authorization', { sub_id: subject, scope: 'usage:read', ui_locales: 'en-US en' });
  const identified = await step(
    'identify',
    identifyWanted,
    () => client.identify(subject, 'usage:read'),
    succeeded(({ issuer, optionIds, expiresInSeconds }) =>
      issuer === test.issuer && optionIds.includes('sms') && expiresInSeconds > 0 ? undefined : 'a member is another',
    ),
  );
  await step(
    'invalid_client',
    { ...identifyWanted, authorization: basic('energy-auditor', 'guessed') },
    () =>
      played.converse({ server, authorization: basic('energy-auditor', 'guessed') }).identify(subject, 'usage:read'),
    refused(401, 'invalid_client'),
  );
  const { ui_locales: _languages, ...withoutLanguages } = identifyWanted.parameters;
  await step(
    'undefined',
    { ...identifyWanted, parameters: withoutLanguages },
    () => client.identifyWithUndefined(subject, 'usage:read'),
    succeeded(() => undefined),
  );
  if (identified === undefined) return;
  const { session } = identified;

  const deliverWanted = post('/otp-delivery', { auth_session: session, delivery_option: 'sms' });
  const delivered = await step(
    'deliver',
    deliverWanted,
    () => client.deliver(session, 'sms'),
    succeeded(({ bindingMessage, intervalSeconds }) =>
      bindingMessage !== '' && intervalSeconds > 0 ? undefined : 'a member is another',
    ),
  );
  if (delivered === undefined) return;
  await step(
    'slow_down',
    deliverWanted,
    () => client.deliver(session, 'sms'),
    (reply) => {
      const seconds = 'error' in reply ? reply.retryAfterSeconds : undefined;
      verdicts.retryAfter = seconds === undefined ? 'not shown' : seconds > 0 ? 'ok' : `is read as ${seconds}`;
      return refused(429, 'slow_down')(reply);
    },
  );

  const code = await newestCode(test);
  const redeem = (name: PlayedStep, typed: string, judge: (reply: Reply<Granted>) => string | undefined) =>
    step(
      name,
      post('/token', { grant_type: grantType, auth_session: session, user_code: typed }),
      () => client.redeem(session, typed),
      judge,
    );
  await redeem('invalid_user_code', wrongCode(code), refused(400, 'invalid_user_code'));
  wire.change = (answer) => {
    answer.body = JSON.stringify({ error: unknownError });
  };
  await redeem('unknown error', wrongCode(code, 2), refused(400, unknownError));
  wire.change = () => {};
  const granted = await redeem('redeem', code, succeeded(isBearer));
  if (granted === undefined) return;
  await refreshed(granted);

  const read = (parameters: Wanted['parameters'], resolution?: 'month') =>
    step(
      'usage',
      { method: 'GET', path: '/usage', parameters, authorization: `Bearer ${granted.accessToken}` },
      () => client.read(granted.accessToken, resolution),
      succeeded(({ resolution: said, kilowattHours }) =>
        said === (resolution ?? 'hour') && kilowattHours.every(Number.isFinite) && kilowattHours.length >= 12
          ? undefined
          : `${kilowattHours.length} values by the ${said}`,
      ),
    );
  await read({ resolution: 'month' }, 'month');
  await read({});

  async function refreshed({ refreshToken }: Granted): Promise<void> {
    const { refresh } = played;
    if (refresh === undefined) return;
    if (refreshToken === undefined) {
      verdicts.refresh = 'no refresh_token is handed over';
      return;
    }
    await step(
      'refresh',
      post('/token', { grant_type: 'refresh_token', refresh_token: refreshToken }),
      () => refresh(connection, refreshToken),
      succeeded(isBearer),
    );
  }
}

const isBearer = ({ accessToken, tokenType }: Granted): string | undefined =>
  accessToken !== '' && /^bearer$/i.test(tokenType) ? undefined : 'no bearer token';

/** A judge of a reply that has to be a success. */
const succeeded =
  <Success>(judge: (success: Success) => string | undefined) =>
  (reply: Reply<Success>): string | undefined =>
    'success' in reply ? judge(reply.success) : `was refused: ${reply.status} ${reply.error}`;

/** A judge of a reply that has to be this refusal, read as such. */
const refused =
  (status: number, error: string) =>
  (reply: Reply<unknown>): string | undefined => {
    if ('success' in reply) return `is told as a success: ${reply.status}`;
    return reply.status === status && reply.error === error ? undefined : `is read as ${reply.status} ${reply.error}`;
  };

type Settled<Success> = { readonly reply: Reply<Success> } | { readonly threw: string };

async function settled<Success>(call: () => Promise<Reply<Success>>): Promise<Settled<Success>> {
  try {
    return { reply: await call() };
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { threw: line };
  }
}
