/** Load on a server on this machine: as much as it takes, or so much a second, for a stated time. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Cycle } from './cycles.ts';

export interface Load {
  readonly cycles: number;
  readonly cyclesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly errors: number;
  /** What went wrong first. */
  readonly firstError: string | undefined;
}

/** Numbers of customers, each used as rarely as the others. */
export type Customers = () => number;

/** Customers in turn; two loads that share them never meet at the same account within `count` cycles. */
export function inTurn(count: number): Customers {
  let next = 0;
  return () => {
    next = (next + 1) % count;
    return next;
  };
}

class Tally {
  readonly #milliseconds: number[] = [];
  #errors = 0;
  #firstError: string | undefined;

  async run(cycle: Cycle, to: Pool, customer: number): Promise<void> {
    const startedAt = performance.now();
    try {
      await cycle(to, customer);
      this.#milliseconds.push(performance.now() - startedAt);
    } catch (error) {
      this.#errors += 1;
      this.#firstError ??= error instanceof Error ? error.message : String(error);
    }
  }

  load(seconds: number): Load {
    const sorted = this.#milliseconds.sort((one, other) => one - other);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return {
      cycles: sorted.length,
      cyclesPerSecond: sorted.length / seconds,
      p50Milliseconds: at(0.5),
      p99Milliseconds: at(0.99),
      errors: this.#errors,
      firstError: this.#firstError,
    };
  }
}

/** Cycles one after the other on each of some connections: what the server can do at most. */
export async function closedLoad(
  port: number,
  cycle: Cycle,
  customers: Customers,
  { seconds, connections }: { readonly seconds: number; readonly connections: number },
): Promise<Load> {
  const tally = new Tally();
  const startedAt = performance.now();
  const passed = (): number => performance.now() - startedAt;
  await onConnections(
    port,
    connections,
    () => passed() < seconds * 1000,
    (to) => tally.run(cycle, to, customers()),
  );
  return tally.load(passed() / 1000);
}

/** Works on so many connections at once, each time anew for as long as there is more to do. */
export async function onConnections(
  port: number,
  connections: number,
  isMore: () => boolean,
  work: (to: Pool) => Promise<unknown>,
): Promise<void> {
  const to = new Pool(`http://127.0.0.1:${port}`, { connections });
  const worker = async (): Promise<void> => {
    while (isMore()) await work(to);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await to.close();
}

/** Cycles that begin at a fixed pace, whether or not earlier ones have ended: what a client waits under that load. */
export async function openLoad(
  port: number,
  cycle: Cycle,
  customers: Customers,
  { seconds, perSecond }: { readonly seconds: number; readonly perSecond: number },
): Promise<Load> {
  const to = new Pool(`http://127.0.0.1:${port}`, { connections: 64 });
  const tally = new Tally();
  const running: Promise<void>[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < seconds * 1000) {
    const owed = Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
    while (running.length < owed) running.push(tally.run(cycle, to, customers()));
    await sleep(1);
  }
  await Promise.all(running);
  const took = (performance.now() - startedAt) / 1000;
  await to.close();
  return tally.load(took);
}
