/** Random requests over all endpoints. Whatever comes in, the answer is one of those that the model has for it. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, policyWith } from '../../../model/index.ts';
import { converse } from '../../support/conversation.ts';
import { formMutation, type Pairs } from '../../support/form-mutation.ts';
import { differences, newestOutcome } from '../../support/model-row.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let test: TestServer;
let session: string;
let token: string;

beforeAll(async () => {
  const limits = {
    startsPerClient: 1_000_000,
    wrongCodesPerClient: 100_000,
    wrongCodesPerAccount: 100,
    sendsPerAccount: 50,
  };
  test = await startTestServer({ policy: policyWith({ limits }) });
  const talk = converse(test);
  session = (await talk.sent()).session;
  token = (await talk.granted()).token;
});
afterAll(() => test.close());

type Method = 'POST' | 'GET' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD' | 'TRACE';

const paths = Object.values(endpoints).map(({ path }) => path);
const posts = [endpoints.otpAuthorization.path, endpoints.otpDelivery.path, endpoints.token.path] as const;

/** Sends a request and says how its answer differs from the model's row. */
async function judged(
  method: Method,
  url: string,
  headers: Record<string, string>,
  payload?: Buffer,
): Promise<string[]> {
  const answer = await test.inject({
    method: method as 'POST', // the types know fewer methods than the server
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return differences(answer, newestOutcome(test.log), method);
}

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Method>('POST') },
  { weight: 1, arbitrary: fc.constantFrom<Method>('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE') },
);

const contentType = fc.oneof(
  { weight: 5, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('application/json', 'text/plain', 'x', ';', 'application/x-www-form-urlencoded;'),
  },
);

const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
  fc
    .array(fc.constantFrom('a', '=', '&', '%', '%00', '%41', '+', 'grant_type=', 'sub_id={', '\u0000', 'é'), {
      maxLength: 40,
    })
    .map((parts) => Buffer.from(parts.join(''))),
  fc.integer({ min: 16_000, max: 17_000 }).map((length) => Buffer.alloc(length, 'a=1&')),
);

// one process shares the machine with many others: what takes two seconds alone may take ten
describe('Whatever comes in', { timeout: 60_000 }, () => {
  it('as bytes, with any method, to any endpoint: the answer is a row of the model', async () => {
    await fc.assert(
      fc.asyncProperty(
        method,
        fc.constantFrom(...paths),
        contentType,
        body,
        async (method, path, contentType, bytes) => {
          const bodyless = method === 'GET' || method === 'HEAD' || method === 'TRACE';
          const headers = bodyless ? {} : { 'content-type': contentType };
          expect(await judged(method, path, headers, bodyless ? undefined : bytes)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const weird = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.json({ maxDepth: 4 }),
    fc.constantFrom(
      '',
      ' ',
      '\u0000',
      '0'.repeat(3000),
      '__proto__',
      '{"format":"email"}',
      '%',
      '[]',
      'null',
      '1e999',
      '\ud800',
    ),
    fc.constantFrom('usage:read', 'usage:summary', 'sms', 'email', 'voice', '12345678', '+12025550143'),
  );

  const good = (path: string): [string, string][] =>
    Object.entries(
      {
        [endpoints.otpAuthorization.path]: {
          sub_id: '{"format":"postal_address","street_address":"12 Sunny Lane","postal_code":"90001"}',
          scope: 'usage:read',
          ui_locales: 'en',
        },
        [endpoints.otpDelivery.path]: { auth_session: session, delivery_option: 'sms' },
        [endpoints.token.path]: {
          grant_type: 'urn:ietf:params:oauth:grant-type:otp',
          auth_session: session,
          user_code: '00000000',
        },
      }[path] ?? {},
    );

  it('as a good form with up to three mistakes, then with bytes knocked about: the answer is a row of the model', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...posts),
        fc.array(formMutation(weird), { maxLength: 3 }),
        fc.option(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 3 })), { freq: 4 }),
        fc.boolean(),
        async (path, mutations, knock, known) => {
          const pairs = mutations.reduce<Pairs>((soFar, mutate) => mutate(soFar), good(path));
          const form = Buffer.from(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString());
          if (knock !== null) form.set(knock[1].subarray(0, form.length), knock[0] % Math.max(1, form.length - 3));
          const credentials = known ? (await test.clients.auditor.credentials()).headers : {};
          const headers = { 'content-type': 'application/x-www-form-urlencoded', ...credentials };
          expect(await judged('POST', path, headers, form)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('as credentials of any scheme at any endpoint: the answer is a row of the model', async () => {
    const credential = fc.oneof(
      fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, '?')),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `Basic ${Buffer.from(text).toString('base64')}`),
      fc.base64String({ maxLength: 60 }).map((text) => `Bearer ${text}`),
      fc.nat({ max: 400 }).map((at) => `Bearer ${token.slice(0, at)}${token.slice(at + 1)}`),
      fc.constant('').map(() => `Bearer ${token}`),
    );
    const query = fc.oneof(
      fc.constantFrom('', '?resolution=month', '?resolution=hour&resolution=month'),
      fc.webQueryParameters().map((text) => `?${text}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts, '/usage'), credential, query, async (path, authorization, query) => {
        const isPost = path !== '/usage';
        const headers = { authorization, ...(isPost ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) };
        const payload = isPost ? Buffer.from(new URLSearchParams(good(path)).toString()) : undefined;
        expect(await judged(isPost ? 'POST' : 'GET', path + query, headers, payload)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('nothing of it was a fault of the server, and the next customer is served', async () => {
    expect(test.log.filter((line) => line.includes('failed'))).toEqual([]);
    test.clock.advance(86_400_000);
    const { token: next } = await converse(test, test.clients.other).granted();
    expect((await converse(test).usage(next)).status).toBe(200);
  });
});
