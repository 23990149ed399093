/** How time passes for the server: by waiting, or by a clock that it lets the suite advance. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConformanceConfig } from './config.ts';
import { filledIn, pointed } from './json-pointer.ts';
import { NotTestable, Skipped } from './problem.ts';
import { sent } from './wire.ts';

export interface Time {
  readonly kind: 'test clock' | 'waiting';
  /** What the server takes for now, in epoch milliseconds. */
  now(): Promise<number>;
  /** Lets so many seconds pass. @throws Skipped when the suite would have to wait longer than it may */
  pass(seconds: number): Promise<void>;
  /** How many milliseconds have been let pass by `pass` so far. */
  passed(): number;
}

/** Time that passes by itself. */
export function waitingTime(longestWaitSeconds: number): Time {
  let passed = 0;
  return {
    kind: 'waiting',
    now: async () => Date.now(),
    passed: () => passed,
    async pass(seconds) {
      if (seconds > longestWaitSeconds) {
        throw new Skipped(
          `takes a wait of ${Math.ceil(seconds)} s, more than the ${longestWaitSeconds} s that this run may wait: declare a test clock, or let it wait longer`,
        );
      }
      await sleep(Math.ceil(seconds * 1000));
      passed += Math.ceil(seconds * 1000);
    },
  };
}

/** A clock of the server that can be read and advanced over HTTP. */
export function testClock(clock: NonNullable<ConformanceConfig['clock']>, issuer: string, send: typeof fetch): Time {
  const url = filledIn(clock.url, { issuer });
  let passed = 0;
  const read = (answer: { readonly status: number; readonly body: unknown }): number => {
    const now = pointed(answer.body, clock.now);
    if (answer.status === 200 && typeof now === 'number') return now;
    throw new NotTestable(`the test clock at ${url} answered ${answer.status} and no time at ${clock.now}`);
  };
  return {
    kind: 'test clock',
    now: async () => read(await sent(send, { method: 'GET', url, headers: {} })),
    passed: () => passed,
    async pass(seconds) {
      if (seconds <= 0) return;
      const body = JSON.stringify({ [clock.advanceMember]: seconds });
      read(await sent(send, { method: 'POST', url, headers: { 'content-type': 'application/json' }, body }));
      passed += seconds * 1000;
    },
  };
}
