/**
 * The reference server against its limit and against oidc-provider: whole authorizations, rows interleaved in one run, so
 * that what else happens on the machine happens to all of them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { hasPostgres, openPostgres } from '../../support/postgres-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type Bench, type Measured, median } from '../bench.ts';
import { type Contender, costOf, isPinned, leaveFirstCore, startContender } from './contender.ts';
import { type Cycle, deviceCycle, otpCycle } from './cycles.ts';
import { closedLoad, inTurn, type Load, openLoad } from './load.ts';

type RowName = 'limit' | 'oidcProvider' | 'libsql' | 'postgres';

interface Row {
  readonly name: RowName;
  readonly title: string;
  readonly contender: Contender;
  readonly cycle: Cycle;
  readonly loads: Load[];
  readonly openLoads: Load[];
  readonly microseconds: number[];
}

const rounds = 5;
const warmUp = { seconds: 8, connections: 32 };
const measured = { seconds: 4, connections: 32 };
const open = { seconds: 4, perSecond: 800 };

/** `npm run bench -- server`. */
export const serverBench: Bench = {
  title: 'one whole authorization: identify, deliver, redeem, with client_secret_basic and an ES256 access token',
  run: async () => {
    leaveFirstCore();
    const folder = temporaryFolder();
    const database = hasPostgres ? await openPostgres({ durable: true }) : undefined;
    const rows = await startedRows(folder.path, await database?.newUrl());
    try {
      const customers = inTurn(1_000_000);
      for (const { contender, cycle } of rows) await closedLoad(contender.port, cycle, customers, warmUp);
      for (let round = 0; round < rounds; round += 1) for (const row of rows) await measure(row, customers);
      const notes = [
        isPinned ? 'Each server has one core, the load comes from the other.' : 'Servers and load share all cores.',
        ...(database === undefined ? ['PostgreSQL was not measured: there is none here.'] : []),
      ];
      return [...notes, ...rows.flatMap(figuresOf), ...ratios(rows)];
    } finally {
      for (const { contender } of rows) await contender.end();
      await database?.stop();
      folder.remove();
    }
  },
};

async function startedRows(folder: string, databaseUrl: string | undefined): Promise<Row[]> {
  const started = async (
    name: RowName,
    title: string,
    cycle: Cycle,
    ...start: readonly [string, ...string[]]
  ): Promise<Row> => ({
    name,
    title,
    contender: await startContender(...start),
    cycle,
    loads: [],
    openLoads: [],
    microseconds: [],
  });
  return [
    await started('limit', 'limit: same routes, one signature', otpCycle, 'limit'),
    await started('oidcProvider', 'oidc-provider, device grant, in memory', deviceCycle, 'oidc-provider'),
    await started('libsql', 'OTP-flow, embedded store, synced to disk', otpCycle, 'otp-flow', folder),
    ...(databaseUrl === undefined
      ? []
      : [await started('postgres', 'OTP-flow, PostgreSQL, synced to disk', otpCycle, 'otp-flow', databaseUrl)]),
  ];
}

async function measure(row: Row, customers: () => number): Promise<void> {
  const { contender, cycle } = row;
  const { load, microseconds } = await costOf(contender, () => closedLoad(contender.port, cycle, customers, measured));
  row.loads.push(load);
  row.microseconds.push(microseconds);
  row.openLoads.push(await openLoad(contender.port, cycle, customers, open));
  await sleep(500); // what the server still has to do is done by its own time
}

const middle = (loads: readonly Load[], of: (load: Load) => number): number => median(loads.map(of));

function figuresOf({ title, loads, openLoads, microseconds }: Row): (Measured | string)[] {
  const all = [...loads, ...openLoads];
  const errors = all.reduce((sum, load) => sum + load.errors, 0);
  const first = all.find(({ firstError }) => firstError !== undefined)?.firstError;
  return [
    { what: title, value: middle(loads, (load) => load.cyclesPerSecond), unit: 'cycles/s' },
    { what: '  processor time of the server', value: median(microseconds), unit: 'µs/cycle' },
    {
      what: `  at ${open.perSecond} cycles/s, p50`,
      value: middle(openLoads, (load) => load.p50Milliseconds),
      unit: 'ms',
    },
    {
      what: `  at ${open.perSecond} cycles/s, p99`,
      value: middle(openLoads, (load) => load.p99Milliseconds),
      unit: 'ms',
    },
    { what: '  cycles that went wrong', value: errors, unit: '', atMost: 0 },
    ...(first === undefined ? [] : [`  first of them: ${first}`]),
  ];
}

/** The targets. */
function ratios(rows: readonly Row[]): Measured[] {
  const row = (name: RowName) => rows.find((one) => one.name === name);
  const ratio = (name: RowName, to: RowName, of: (row: Row) => number): number => {
    const [one, other] = [row(name), row(to)];
    return one === undefined || other === undefined ? Number.NaN : of(one) / of(other);
  };
  const rate = ({ loads }: Row) => middle(loads, (load) => load.cyclesPerSecond);
  const p50 = ({ openLoads }: Row) => middle(openLoads, (load) => load.p50Milliseconds);
  const p99 = ({ openLoads }: Row) => middle(openLoads, (load) => load.p99Milliseconds);
  const postgres =
    row('postgres') === undefined
      ? []
      : [
          {
            what: 'PostgreSQL to oidc-provider',
            value: ratio('postgres', 'oidcProvider', rate),
            unit: 'times',
            atLeast: 2,
          },
        ];
  return [
    {
      what: 'embedded store to oidc-provider',
      value: ratio('libsql', 'oidcProvider', rate),
      unit: 'times',
      atLeast: 4,
    },
    { what: 'embedded store to the limit', value: ratio('libsql', 'limit', rate), unit: 'times', atLeast: 0.7 },
    ...postgres,
    {
      what: 'p50 of the embedded store to oidc-provider',
      value: ratio('libsql', 'oidcProvider', p50),
      unit: 'times',
      atMost: 0.5,
    },
    {
      what: 'p99 of the embedded store to oidc-provider',
      value: ratio('libsql', 'oidcProvider', p99),
      unit: 'times',
      atMost: 0.5,
    },
  ];
}
