/**
 * What a crowd costs: the memory that each open transaction holds, and whether an authorization takes longer when the
 * store is full of others. A server that slows down with its past would be fast in every short benchmark.
 */
import { join } from 'node:path';
import Database from 'libsql';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type Bench, type Measured, median } from '../bench.ts';
import { type Contender, costOf, leaveFirstCore, startContender } from './contender.ts';
import { otpCycle, otpOpening } from './cycles.ts';
import { closedLoad, inTurn, onConnections } from './load.ts';

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
  const customers = inTurn(1_000_000);
  let left = count;
  await onConnections(
    port,
    32,
    () => left-- > 0,
    (to) => otpOpening(to, customers()),
  );
}

/** Processor time of an authorization beside each crowd, and the fullest store against the emptiest. */
async function costs(folder: string): Promise<Measured[]> {
  const rows = crowds.map((count) => ({ count, place: join(folder, `crowd-${count}`), microseconds: [] as number[] }));
  for (const { place, count } of rows) await fill(place, count);
  const contenders: Contender[] = [];
  try {
    for (const { place } of rows) contenders.push(await startContender('otp-flow', place));
    const customers = inTurn(1_000_000);
    const cycles = ({ port }: Contender) => closedLoad(port, otpCycle, customers, load);
    for (const contender of contenders) await cycles(contender); // warm
    for (let round = 0; round < rounds; round += 1)
      for (const [number, contender] of contenders.entries())
        rows[number]?.microseconds.push((await costOf(contender, () => cycles(contender))).microseconds);
  } finally {
    for (const contender of contenders) await contender.end();
  }
  const each = rows.map(({ count, microseconds }) => ({
    what: `processor time beside ${count.toLocaleString('en')} open transactions`,
    value: median(microseconds),
    unit: 'µs/cycle',
  }));
  const ratio = (each.at(-1)?.value ?? Number.NaN) / (each[0]?.value ?? Number.NaN);
  return [...each, { what: 'the fullest store to the emptiest', value: ratio, unit: 'times', atMost: 1.25 }];
}

/** A store with so many open transactions of other customers, each a copy of one that a server opened. */
async function fill(place: string, count: number): Promise<void> {
  const contender = await startContender('otp-flow', place);
  await opened(contender, 1);
  await contender.end();
  const database = new Database(join(place, 'store.db'));
  const { changes } = database
    .prepare(`WITH RECURSIVE copies(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < ?)
      INSERT INTO rows SELECT kind, 'crowd-' || number, version, body, due_at, expires_at + ${dayMilliseconds} + number
      FROM rows, copies WHERE kind = 'transaction' AND number < ?`)
    .run(count, count);
  database.close();
  if (changes !== count - 1) throw new Error(`${changes} transactions were copied, and not ${count - 1}`);
}

const dayMilliseconds = 86_400_000;
