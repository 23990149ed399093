/** Whether the process lives, and whether it can do its work: only what needs no store is alive without one. */
import type { Clock, Store } from '../ports.ts';

export type Readiness =
  | { readonly outcome: 'ready' }
  /** `reason` is for the operator; it names no file, address or key. */
  | { readonly outcome: 'unready'; readonly reason: 'stopping' | 'the store does not answer' | 'the store fails' };

export interface Health {
  /** Reads and writes a row of its own; an answer is good for a second, so that probes cost nothing. */
  readiness(): Promise<Readiness>;
  /** From now on nobody should send requests here. */
  stop(): void;
}

const probe = { kind: 'seen', key: 'health-probe' } as const;
const patienceMilliseconds = 2_000;
const goodForMilliseconds = 1_000;

/** The health of a server over its store. */
export function healthOf(store: Store, clock: Clock): Health {
  let stopping = false;
  let last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  return {
    readiness() {
      if (stopping) return Promise.resolve({ outcome: 'unready', reason: 'stopping' });
      const now = clock.now();
      if (last === undefined || Math.abs(now - last.at) >= goodForMilliseconds) {
        last = { at: now, readiness: probed(store, now) };
      }
      return last.readiness;
    },
    stop() {
      stopping = true;
    },
  };
}

async function probed(store: Store, now: number): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Readiness>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, { outcome: 'unready', reason: 'the store does not answer' });
  });
  const word = written(store, now).catch((): Readiness => ({ outcome: 'unready', reason: 'the store fails' }));
  return Promise.race([word, silence]).finally(() => clearTimeout(timer));
}

/** A store whose disk is full can still read: only a write proves that it can keep something. */
async function written(store: Store, now: number): Promise<Readiness> {
  const [row] = await store.read([probe]);
  // another process may have written the same row first, which proves as much
  await store.commit([
    { ...probe, expectedVersion: row?.version ?? 0, body: {}, dueAt: null, expiresAt: now + 60_000 },
  ]);
  return { outcome: 'ready' };
}
