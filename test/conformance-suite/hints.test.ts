/** Servers that show masked contacts, to everybody or to a vetted client, and are right or wrong about them. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenDeliveryOptionPolicy } from '../../model/index.ts';
import type { Report } from '../conformance/options.ts';
import { runConformance } from '../conformance/run.ts';
import { startServerUnderTest } from './server-under-test.ts';

interface Option {
  readonly id: string;
  readonly method: string;
  readonly hint?: string;
}

/** Plays the cases about hints on a server that adds some to its answers. */
async function reportWith(hint: (subject: string, method: string) => string | undefined): Promise<Report> {
  const server = await startServerUnderTest();
  onTestFinished(() => server.close());
  const send: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input).endsWith('/otp-authorization')) return answer;
    const subject = new URLSearchParams(String(init?.body)).get('sub_id') ?? '';
    const body = (await answer.json()) as { delivery_options: readonly Option[] }; // of our own server
    const options = body.delivery_options.map((option) => ({ ...option, hint: hint(subject, option.method) }));
    return Response.json({ ...body, delivery_options: options }, { headers: answer.headers });
  };
  return runConformance({ issuer: server.issuer, only: ['requirements/hints/*'], fetch: send });
}

const masked = (subject: string, method: string): string => {
  const sum = [...subject].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return method === 'email' ? 'h•••@e•••' : `•••${String(sum % 100).padStart(2, '0')}`;
};
const isUnknown = (subject: string): boolean => subject.includes('7777');

const failedIn = ({ verdicts }: Report): string[] =>
  verdicts.filter(({ status }) => status === 'failed').map(({ caseId }) => caseId);

/** What came of each case about hints on the reference server, with what it offers a client that is not vetted. */
async function statuses(deliveryOptions: OpenDeliveryOptionPolicy) {
  const server = await startServerUnderTest({ deliveryOptions });
  onTestFinished(() => server.close());
  const { exitCode, verdicts, summary } = await runConformance({
    issuer: server.issuer,
    only: ['requirements/hints/*', 'requirements/generic-options'],
  });
  const told = verdicts.map(({ caseId, status, reason }) => [caseId, reason === undefined ? status : reason]);
  return { exitCode, profile: summary.profiles.hints, cases: Object.fromEntries(told) as Record<string, string> };
}

describe('The reference server', () => {
  it('otp-authorization-response/vetted-hints: shows masked contacts to the vetted client, and nothing to others', async () => {
    expect(await statuses('generic')).toEqual({
      exitCode: 0,
      profile: 'passed',
      cases: {
        'requirements/hints/masked': 'passed',
        'requirements/hints/steady': 'passed',
        'requirements/hints/decoys': 'the server shows no hints to such a client',
        'requirements/hints/vetted-only': 'passed',
        'requirements/generic-options': 'passed',
      },
    });
  });

  it('otp-authorization-response/hints-alike: makes up digits for whom it does not know', async () => {
    expect(await statuses('decoy')).toEqual({
      exitCode: 0,
      profile: 'passed',
      cases: {
        'requirements/hints/masked': 'passed',
        'requirements/hints/steady': 'passed',
        'requirements/hints/decoys': 'passed',
        'requirements/hints/vetted-only': 'passed',
        'requirements/generic-options': 'the server shows hints, which differ',
      },
    });
  });
});

describe('A server that shows hints', () => {
  it('passes the profile when they are masked, steady, and made up for whom nobody knows', async () => {
    const report = await reportWith(masked);
    expect([report.exitCode, report.summary.profiles.hints]).toEqual([0, 'passed']);
  });

  let count = 0;
  it.each([
    [
      'shows whole contacts',
      ['hints/masked'],
      (_subject: string, method: string) => (method === 'email' ? 'h' : '+12025550143'),
    ],
    ['makes them up anew each time', ['hints/steady'], () => `•••${(count++ % 90) + 10}`],
    [
      'shows none for whom nobody knows',
      ['hints/decoys', 'hints/vetted-only'],
      (subject: string, method: string) => (isUnknown(subject) ? undefined : masked(subject, method)),
    ],
    [
      'shows shorter ones for whom nobody knows',
      ['hints/decoys', 'hints/vetted-only'],
      (subject: string) => (isUnknown(subject) ? '•' : '•••12'),
    ],
  ])('fails it when it %s', async (_words, caseIds, hint) => {
    const report = await reportWith(hint);
    expect(failedIn(report)).toEqual(caseIds.map((id) => `requirements/${id}`));
    expect([report.exitCode, report.summary.profiles.hints]).toEqual([1, 'failed']);
  });
});
