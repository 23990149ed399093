/** The suite finds faults: each of these servers is wrong in one thing, and is seen to be by a case that is about it. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AnyMitigation } from '../../model/index.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { runConformance } from '../conformance/run.ts';
import { blindStore } from '../races/racy-stores.ts';
import { slowStore } from '../support/stores.ts';
import { type ServerUnderTestOptions, startServerUnderTest } from './server-under-test.ts';

const everything = ['requirements', 'http', 'indistinguishability', 'races', 'tokens'];

async function failedOn(options: ServerUnderTestOptions, send?: typeof fetch, only = everything): Promise<string[]> {
  const server = await startServerUnderTest(options);
  onTestFinished(() => server.close());
  const report = await runConformance({
    issuer: server.issuer,
    only,
    codeTimeoutSeconds: 2,
    ...(send === undefined ? {} : { fetch: send }),
  });
  const failed = report.verdicts.filter(({ status }) => status === 'failed');
  // every failure says what to do about it
  for (const { caseId, requirements, expected, received, curl, reason } of failed) {
    expect(requirements.length).toBeGreaterThan(0);
    expect({ caseId, expected, received, curl, reason }).toEqual({
      caseId,
      expected: expect.stringMatching(/./),
      received: expect.stringMatching(/./),
      curl: expect.stringMatching(/./),
      reason: expect.stringMatching(/./),
    });
  }
  expect(report.exitCode).toBe(failed.length > 0 ? 1 : 0);
  return failed.map(({ caseId }) => caseId);
}

/** A server whose answers are changed on their way, which is what a server with a fault in its answers looks like. */
const answering =
  (
    change: (answer: Response, body: string, request: { url: string; body: string }) => Response | Promise<Response>,
  ): typeof fetch =>
  async (input, init) => {
    const answer = await fetch(input, init);
    const body = await answer.text();
    return change(answer, body, { url: String(input), body: String(init?.body ?? '') });
  };

const again = (answer: Response, body: string, { status = answer.status, without = '' } = {}): Response => {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  if (without !== '') headers.delete(without);
  return new Response(status === 204 ? null : body, { status, headers });
};

describe('A mitigation that is not enforced is found', () => {
  const rows: readonly [AnyMitigation, string][] = [
    ['clientBinding', 'requirements/client-binding'],
    ['offeredOptionsOnly', 'requirements/option-not-offered'],
    ['newestCodeOnly', 'requirements/newest-code-only'],
    ['singleUse', 'requirements/code-once'],
    ['transactionLock', 'requirements/wrong-code-lock'],
    ['resendKeepsCount', 'requirements/resend-keeps-count'],
    ['sendLimit', 'requirements/send-limit'],
    ['resendInterval', 'requirements/resend-too-soon'],
    ['codeExpiry', 'requirements/code-expiry'],
    ['transactionExpiry', 'requirements/transaction-expiry'],
    ['denialEnds', 'requirements/denial-ends'],
    ['denialRevokes', 'tokens/resource-token-revoked'],
    ['accountFailureBudget', 'requirements/account-wrong-code-budget'],
    ['accountSendBudget', 'requirements/account-send-budget'],
    ['clientStartQuota', 'requirements/client-start-quota'],
    ['clientFailureQuota', 'requirements/client-wrong-code-quota'],
  ];

  it.each(rows)('%s, by %s', { timeout: 60_000 }, async (mitigation, caseId) => {
    expect(await failedOn({ off: [mitigation] }, undefined, ['requirements', 'tokens'])).toContain(caseId);
  });
});

describe('A fault in an answer is found', () => {
  const rows: readonly [string, string, typeof fetch][] = [
    [
      'a wrong status',
      'http/delivery/methodNotAllowed',
      answering((answer, body) => again(answer, body, answer.status === 405 ? { status: 404 } : {})),
    ],
    [
      'no Cache-Control',
      'requirements/story',
      answering((answer, body) => again(answer, body, { without: 'cache-control' })),
    ],
    [
      'no Retry-After',
      'requirements/resend-too-soon',
      answering((answer, body) => again(answer, body, { without: 'retry-after' })),
    ],
    [
      'no challenge',
      'tokens/resource-no-token',
      answering((answer, body) => again(answer, body, { without: 'www-authenticate' })),
    ],
    [
      'another issuer',
      'requirements/identification-accepted',
      answering((answer, body, { url }) =>
        again(
          answer,
          url.endsWith('/otp-authorization') ? body.replace(/"iss":"[^"]*"/, '"iss":"https://other.example"') : body,
        ),
      ),
    ],
    [
      'sessions that can be guessed',
      'requirements/sessions-differ',
      answering((answer, body) =>
        again(answer, body.replace(/"auth_session":"[^"]{30}/, `"auth_session":"${'a'.repeat(30)}`)),
      ),
    ],
    [
      'an unknown customer who is told apart by a word',
      'indistinguishability/unknown',
      answering((answer, body, request) =>
        again(
          answer,
          request.body.includes('7777-777-77') ? body.replace('"expires_in":900', '"expires_in":899') : body,
        ),
      ),
    ],
    [
      'a customer who is told apart by time',
      'indistinguishability/time',
      async (input, init) => {
        if (String(init?.body).includes('4002-118-07')) await new Promise((resolve) => setTimeout(resolve, 25));
        return fetch(input, init);
      },
    ],
  ];

  it.each(rows)('%s, by %s', { timeout: 120_000 }, async (_words, caseId, send) => {
    const suite = caseId.split('/')[0] ?? '';
    expect(await failedOn({}, send, [suite])).toContain(caseId);
  });
});

describe('A store that loses races is found', () => {
  it('when what was written meanwhile is overwritten', { timeout: 60_000 }, async () => {
    // other requests come between what is read and what is written, as they do where a store is not in memory
    const store = slowStore(blindStore(createMemoryStore()), () => 1);
    const failed = await failedOn({ store }, undefined, ['races']);
    expect(failed).toContain('races/right-codes');
    expect(failed.length).toBeGreaterThan(1);
  });
});
