/** The other side of finding faults: the right server passes the suite in whatever order its cases are played. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../server/ports.ts';
import { openLibsqlStore } from '../../server/store/libsql-store.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Report, Verdict } from '../conformance/options.ts';
import { runConformance } from '../conformance/run.ts';
import { examination, examinedServer } from './examined-server.ts';

export const storeNames = ['memory', 'libsql'] as const;
export type StoreName = (typeof storeNames)[number];

/** Cases that failed or could not be tested in one order; there should be none. */
export interface OrderResult {
  readonly store: StoreName;
  readonly seed: number;
  readonly passed: number;
  readonly skipped: number;
  readonly alarms: readonly Verdict[];
}

/** Plays the whole suite on the right server, in the order of a seed, with so many tests of the state suite. */
export async function playedInOrder(store: StoreName, seed: number, stateTests: number): Promise<OrderResult> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-flow-order-'));
  const server = await examinedServer({}, await storeIn(folder, store));
  try {
    const options = await examination(server.issuer);
    const { verdicts, summary }: Report = await runConformance({ ...options, seed, order: 'shuffled', stateTests });
    const alarms = verdicts.filter(({ status }) => status === 'failed' || status === 'could-not-test');
    return { store, seed, passed: summary.passed, skipped: summary.skipped, alarms };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const storeIn = async (folder: string, name: StoreName): Promise<Store> =>
  name === 'memory' ? createMemoryStore() : openLibsqlStore(join(folder, 'order.sqlite'));
