/** Hostile requests over the network: a small share of what `npm run attack` sends, and servers that must be found out. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssaultReport, assault } from './assault.ts';
import { endpoints } from './document.ts';
import { lootOf } from './loot.ts';
import { isFlat } from './memory.ts';
import { startTarget, type Target } from './target.ts';

describe('The reference server', { timeout: 180_000 }, () => {
  let target: Target;
  let report: AssaultReport;

  beforeAll(async () => {
    target = await startTarget(5);
    report = await assault({ issuer: target.issuer, loot: await lootOf(target), requests: 1_500, seed: 20_261 });
  }, 180_000);

  it('every answer is one that the document describes, and none is a fault of the server', () => {
    expect(report.problems).toEqual({});
    expect(report.sent).toBe(1_500);
  });

  it('the requests get far enough: some are granted, refused, forbidden, too large, and asked to wait or use another method', () => {
    expect(Object.keys(report.statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '405', '413']));
  });

  it('goes on afterwards, has complained of nothing, and stops when asked', async () => {
    const opened = await target.post('/otp-authorization', {
      sub_id: '{"format":"account_number","account_number":"1"}',
      scope: 'usage:read',
    });
    expect(typeof opened.auth_session).toBe('string');
    expect(target.output()).not.toContain('"level":"error"');
    expect(await target.stop()).toBe(0);
  });
});

describe('A server with a hole is found out', { timeout: 60_000 }, () => {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answers.at(0)?.(response));
  });
  const answers: ((response: import('node:http').ServerResponse) => void)[] = [];
  let issuer: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  });
  afterAll(() => server.close());

  const json = { 'content-type': 'application/json; charset=utf-8' };

  it.each<[string, RegExp, (response: import('node:http').ServerResponse) => void]>([
    ['that breaks', /^status 500/, (response) => response.writeHead(500).end()],
    [
      'that answers with a status nobody has described',
      /^status 418/,
      (response) => response.writeHead(418, json).end('{}'),
    ],
    [
      'whose errors have no code',
      /^400 at .* against its schema/,
      (response) => response.writeHead(400, json).end('{"message":"no"}'),
    ],
    [
      'whose errors are pages',
      /^400 as text\/html/,
      (response) => response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>'),
    ],
    [
      'whose JSON is cut short',
      /^400 with a body that is not JSON/,
      (response) => response.writeHead(400, json).end('{"error":'),
    ],
    ['that hangs up', /^no answer/, (response) => response.destroy()],
  ])('one %s', async (_what, words, answer) => {
    answers[0] = answer;
    const loot = { authorizations: ['Basic eDp5'], values: {} };
    const { problems, examples } = await assault({ issuer, loot, requests: 40, seed: 3 });
    const found = Object.keys(problems).find((problem) => words.test(problem));
    expect(found).toBeDefined();
    expect(examples[found ?? '']).toBeDefined();
  });
});

it('Every endpoint of the document is attacked', () => {
  expect(endpoints.length).toBeGreaterThanOrEqual(6);
  expect(endpoints.filter(({ method }) => method === 'POST').every(({ parameters }) => parameters.length > 0)).toBe(
    true,
  );
});

describe('Memory', () => {
  const steady = Array.from({ length: 40 }, (_, at) => 200e6 + (at % 5) * 4e6);

  it('that goes up and down is flat', () => {
    expect(isFlat(steady)).toBe(true);
  });

  it('that grows by three megabytes with each sample is not', () => {
    expect(isFlat(steady.map((bytes, at) => bytes + at * 6e6))).toBe(false);
  });
});
