/**
 * What a crowd costs: the memory that each open transaction holds, and whether an authorization takes longer when the
 * store is full of others. A server that slows down with its past would be fast in every short benchmark.
 */
import { join } from 'node:path';
import { Pool } from 'undici';
import type { RowWrite, Store, StoredRow } from '../../../server/ports.ts';
import { openLibsqlStore } from '../../../server/store/libsql-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type Bench, type Measured, median } from '../bench.ts';
import { type Contender, leaveFirstCore, startContender } from './contender.ts';
import { otpCycle, otpOpening } from './cycles.ts';
import { closedLoad, inTurn } from './load.ts';

const openTransactions = 100_000;
const crowds = [1, 1_000, 100_000, 1_000_000];
const rounds = 3;
const load = { seconds: 4, connections: 8 };

/** `npm run bench -- crowd`. */
export const crowdBench: Bench = {
  title: 'memory of open transactions, and the cost of an authorization beside many',
  run: async () => {
    leaveFirstCore();
    const folder = temporaryFolder();
    try {
      return [
        await memoryOf('memory', 'in memory', 10_000),
        await memoryOf(join(folder.path, 'open'), 'on disk', 1_000),
        ...(await costs(folder.path)),
      ];
    } finally {
      folder.remove();
    }
  },
};

/** How much more a server holds with a hundred thousand open transactions, by transaction. */
async function memoryOf(place: string, title: string, atMost: number): Promise<Measured> {
  const contender = await startContender('otp-flow', place);
  try {
    await opened(contender, 1_000); // what is made once is made now
    const before = await contender.usage();
    await opened(contender, openTransactions);
    const after = await contender.usage();
    const value = (after.residentBytes - before.residentBytes) / openTransactions;
    return { what: `memory of an open transaction, ${title}`, value, unit: 'bytes', atMost };
  } finally {
    await contender.end();
  }
}

async function opened({ port }: Contender, count: number): Promise<void> {
  const connections = 32;
  const to = new Pool(`http://127.0.0.1:${port}`, { connections });
  const customers = inTurn(1_000_000);
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await otpOpening(to, customers());
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await to.close();
}

/** Processor time of an authorization beside each crowd, and the fullest store against the emptiest. */
async function costs(folder: string): Promise<Measured[]> {
  const microseconds: number[] = [];
  const places = crowds.map((count) => join(folder, `crowd-${count}`));
  for (const [number, count] of crowds.entries()) await fill(places[number] ?? '', count);
  const contenders: Contender[] = [];
  try {
    for (const place of places) contenders.push(await startContender('otp-flow', place));
    const measured = crowds.map((): number[] => []);
    const customers = inTurn(1_000_000);
    for (const { port } of contenders) await closedLoad(port, otpCycle, customers, load); // warm
    for (let round = 0; round < rounds; round += 1)
      for (const [number, contender] of contenders.entries())
        measured[number]?.push(await costOf(contender, customers));
    microseconds.push(...measured.map(median));
  } finally {
    for (const contender of contenders) await contender.end();
  }
  const [first = Number.NaN] = microseconds;
  return [
    ...crowds.map((count, number) => ({
      what: `processor time beside ${count.toLocaleString('en')} open transactions`,
      value: microseconds[number] ?? Number.NaN,
      unit: 'µs/cycle',
    })),
    {
      what: 'the fullest store to the emptiest',
      value: (microseconds.at(-1) ?? Number.NaN) / first,
      unit: 'times',
      atMost: 1.25,
    },
  ];
}

async function costOf(contender: Contender, customers: () => number): Promise<number> {
  const before = await contender.usage();
  const { cycles } = await closedLoad(contender.port, otpCycle, customers, load);
  const after = await contender.usage();
  return ((after.processorSeconds - before.processorSeconds) / cycles) * 1e6;
}

/** A store with so many open transactions of other customers, each a copy of one that a server opened. */
async function fill(place: string, count: number): Promise<void> {
  const contender = await startContender('otp-flow', place);
  await opened(contender, 1);
  await contender.end();
  const store = openLibsqlStore(join(place, 'store.db'));
  try {
    const [one] = await store.due('transaction', Number.MAX_SAFE_INTEGER, 1);
    if (one === undefined) throw new Error('the server opened no transaction');
    await copy(store, one, count - 1);
  } finally {
    await store.close();
  }
}

const rowsAtOnce = 2_000;
const dayMilliseconds = 86_400_000;

async function copy(store: Store, { kind, body, dueAt, expiresAt }: StoredRow, count: number): Promise<void> {
  const write = (number: number): RowWrite => ({
    kind,
    key: `crowd-${number.toString(36)}`,
    expectedVersion: 0,
    body,
    dueAt: (dueAt ?? 0) + dayMilliseconds + number,
    expiresAt: (expiresAt ?? dueAt ?? 0) + dayMilliseconds + number,
  });
  for (let from = 0; from < count; from += rowsAtOnce) {
    const writes = Array.from({ length: Math.min(rowsAtOnce, count - from) }, (_, place) => write(from + place));
    if (!(await store.commit(writes))) throw new Error('the store was not empty');
  }
}
