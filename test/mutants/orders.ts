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
import type { Plant } from './mutant.ts';

export const storeNames = ['memory', 'libsql'] as const;
export type StoreName = (typeof storeNames)[number];

/** What came of one order. */
export interface OrderResult {
  readonly store: StoreName;
  readonly seed: number;
  readonly passed: number;
  readonly skipped: number;
  /** Cases that failed; there should be none. */
  readonly alarms: readonly Verdict[];
  /** Cases that could not be tested, mostly because the machine was too busy for a limit of a second. */
  readonly untested: readonly Verdict[];
}

/**
 * Plays the suite on the right server, in the order of a seed, with so many tests of the state suite.
 *
 * @param otherwise a part of the suite instead of all of it, or a server with a mistake, to see that alarms are told
 */
export async function playedInOrder(
  store: StoreName,
  seed: number,
  stateTests: number,
  otherwise: { readonly plant?: Plant; readonly only?: readonly string[] } = {},
): Promise<OrderResult> {
  const { plant = {}, ...part } = otherwise;
  const folder = await mkdtemp(join(tmpdir(), 'otp-flow-order-'));
  const server = await examinedServer(plant, await storeIn(folder, store));
  try {
    const options = await examination(server.issuer);
    const chosen = { ...options, ...part, seed, order: 'shuffled', stateTests } as const;
    const { verdicts, summary }: Report = await runConformance(chosen);
    const withStatus = (wanted: Verdict['status']) => verdicts.filter(({ status }) => status === wanted);
    const [alarms, untested] = [withStatus('failed'), withStatus('could-not-test')];
    return { store, seed, passed: summary.passed, skipped: summary.skipped, alarms, untested };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const storeIn = async (folder: string, name: StoreName): Promise<Store> =>
  name === 'memory' ? createMemoryStore() : openLibsqlStore(join(folder, 'order.sqlite'));
