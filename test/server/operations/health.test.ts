/** Health as whoever sends traffic asks for it: a server that cannot keep a count must not be sent any. */
import { expect, it } from 'vitest';
import { healthOf } from '../../../server/operations/health.ts';
import type { Store } from '../../../server/ports.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const over = (change: Partial<Store>) => {
  const clock = fakeClock();
  return { clock, health: healthOf(Object.assign(createMemoryStore(), change), clock) };
};

it('A server whose store reads and writes is ready', async () => {
  expect(await over({}).health.readiness()).toEqual({ outcome: 'ready' });
});

it('A store that can still be read, but not written, is not ready: its disk may be full', async () => {
  const { health } = over({ commit: () => Promise.reject(new Error('SQLITE_FULL: /secret/path')) });
  expect(await health.readiness()).toEqual({ outcome: 'unready', reason: 'the store fails' });
});

it('A store that does not answer is not waited for', async () => {
  const { health } = over({ read: () => new Promise(() => {}) });
  expect(await health.readiness()).toEqual({ outcome: 'unready', reason: 'the store does not answer' });
});

it('A store that comes back is ready again within a second of the clock', async () => {
  let isUp = false;
  const kept = createMemoryStore();
  const { clock, health } = over({
    read: async (rows) => (isUp ? kept.read(rows) : Promise.reject(new Error('gone'))),
  });
  expect((await health.readiness()).outcome).toBe('unready');
  isUp = true;
  expect((await health.readiness()).outcome).toBe('unready');
  clock.advance(1_000);
  expect((await health.readiness()).outcome).toBe('ready');
});

it('A server that stops is not ready, whatever its store says', async () => {
  const { health } = over({});
  health.stop();
  expect(await health.readiness()).toEqual({ outcome: 'unready', reason: 'stopping' });
});
