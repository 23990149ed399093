/** A server that shows masked contacts is seen to, and is right or wrong about them. The reference server shows none. */
import { describe, expect, it, onTestFinished } from 'vitest';
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

describe('A server that shows hints', () => {
  it('passes the profile when they are masked, steady, and made up for whom nobody knows', async () => {
    const report = await reportWith(masked);
    expect([report.exitCode, report.summary.profiles.hints]).toEqual([0, 'passed']);
  });

  let count = 0;
  it.each([
    [
      'shows whole contacts',
      'hints/masked',
      (_subject: string, method: string) => (method === 'email' ? 'h' : '+12025550143'),
    ],
    ['makes them up anew each time', 'hints/steady', () => `•••${(count++ % 90) + 10}`],
    [
      'shows none for whom nobody knows',
      'hints/decoys',
      (subject: string, method: string) => (isUnknown(subject) ? undefined : masked(subject, method)),
    ],
    [
      'shows shorter ones for whom nobody knows',
      'hints/decoys',
      (subject: string) => (isUnknown(subject) ? '•' : '•••12'),
    ],
  ])('fails it when it %s', async (_words, caseId, hint) => {
    const report = await reportWith(hint);
    expect(failedIn(report)).toEqual([`requirements/${caseId}`]);
    expect([report.exitCode, report.summary.profiles.hints]).toEqual([1, 'failed']);
  });
});
