/** The time of an answer, in small: `npm run attack` measures twenty thousand of each. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startTarget } from './target.ts';
import { customersFor, measureTimes, subjects, timingVerdicts } from './timing.ts';

describe('otp-authorization-response/uniform-time', { timeout: 180_000 }, () => {
  it('known, unknown and throttled customers cannot be told apart by time', async () => {
    const target = await startTarget(customersFor(150));
    const times = await measureTimes({ target, rounds: 150, seed: 1 });
    expect(await target.stop()).toBe(0);
    for (const kind of subjects) expect(times.delivery[kind]).toHaveLength(150);
    expect(timingVerdicts(times).filter(({ distinguishable }) => distinguishable)).toEqual([]);
  });

  it('a server that looks longer for those it knows is found out', async () => {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        const isKnown = /%22account_number%22%3A%2290000/.test(body);
        const answer = () => response.end(JSON.stringify({ auth_session: isKnown ? 'known' : 'unknown' }));
        if (isKnown) setTimeout(answer, 4);
        else answer();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
    const verdicts = timingVerdicts(await measureTimes({ target: { issuer }, rounds: 100, seed: 1 }));
    server.close();
    const told = verdicts
      .filter(({ distinguishable }) => distinguishable)
      .map(({ step, pair }) => `${step} ${pair.join(' ')}`);
    expect(told).toContain('identification known unknown');
    expect(told).not.toContain('identification known throttled');
  });
});
