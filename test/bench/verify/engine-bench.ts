/**
 * The engine against SPIN and against `xstate/graph`, on the same models, in turns, by processor time. What each needs
 * before it can walk is not counted: not the tables of the engine, and neither SPIN's own work nor the C compiler's.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { worldSource } from '../../../spec/emit/promela/world-source.ts';
import { settingOf } from '../../../spec/verify/check/verification.ts';
import { explore, tabulate } from '../../../spec/verify/engine/index.ts';
import { inCourt, missingTools, verdictOf } from '../../../spec/verify/referee/spin.ts';
import { xstateCounts } from '../../../spec/verify/referee/xstate-search.ts';
import type { WorldRow } from '../../../spec/verify/world/worlds.ts';
import { type Bench, type Measured, median, processorSeconds } from '../bench.ts';
import { crowd, guessing, policyOf } from './crowds.ts';

const rounds = 5;
/** Walks of a small world that are timed together, since one of them takes less than a clock can tell. */
const walksTogether = 200;

export const engineBench: Bench = {
  title: 'states per second of processor time, medians of interleaved rounds',
  run: async () => [...(await againstSpin()), ...(await againstXstate()), ...(await largeWorld())],
};

const builtOf = (row: WorldRow) => tabulate(row.build(settingOf(row)));

async function againstSpin(): Promise<(Measured | string)[]> {
  const tables = builtOf(crowd);
  const first = await processorSeconds(() => explore(tables));
  const states = explore(tables).states.count;
  const engineSpeeds: number[] = [];
  const engine = async () => {
    engineSpeeds.push(states / (await processorSeconds(() => explore(tables))));
  };
  const counted: Measured = { what: 'crowd: states', value: states, unit: 'states' };
  const firstWalk: Measured = {
    what: 'crowd: engine, first walk, tables included',
    value: states / first,
    unit: 'states/s',
  };
  const missing = await missingTools();
  if (missing.length > 0) {
    for (let round = 0; round < rounds; round += 1) await engine();
    const speed: Measured = { what: 'crowd: engine', value: median(engineSpeeds), unit: 'states/s' };
    return [counted, firstWalk, speed, `NOT MEASURED against SPIN: ${missing.join(' and ')} is not installed.`];
  }
  const { text, model } = worldSource(crowd, settingOf(crowd));
  const files = [['crowd.pml', text]] as const;
  return inCourt({ files, states: model.states, optimization: '-O2', timed: true }, async (pan) => {
    const spinSpeeds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await engine();
      const said = await pan();
      const found = verdictOf(said).states;
      if (found !== states) throw new Error(`SPIN counts ${found} states where the engine counts ${states}`);
      spinSpeeds.push(found / processorSecondsOf(said));
    }
    const [fast, slow] = [median(engineSpeeds), median(spinSpeeds)];
    return [
      counted,
      firstWalk,
      { what: 'crowd: engine', value: fast, unit: 'states/s' },
      { what: 'crowd: SPIN', value: slow, unit: 'states/s' },
      { what: 'crowd: engine, as a multiple of SPIN', value: fast / slow, unit: 'times', atLeast: 15 },
    ];
  });
}

/** What `times` of the shell says of its children, in the last line: `0m7.33s 0m0.42s`. */
function processorSecondsOf(said: string): number {
  const [, userMinutes, user, systemMinutes, system] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(said) ?? [];
  return Number(userMinutes) * 60 + Number(user) + Number(systemMinutes) * 60 + Number(system);
}

async function againstXstate(): Promise<(Measured | string)[]> {
  const tables = builtOf(guessing);
  const { states, transitions } = explore(tables);
  const engineSpeeds: number[] = [];
  const xstateSpeeds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const seconds = await processorSeconds(() => {
      for (let walk = 0; walk < walksTogether; walk += 1) explore(tables);
    });
    engineSpeeds.push((states.count * walksTogether) / seconds);
    let counts = { states: 0, transitions: 0 };
    const slowly = await processorSeconds(() => {
      counts = xstateCounts(policyOf(guessing));
    });
    if (counts.states !== states.count || counts.transitions !== transitions) {
      throw new Error(`xstate/graph counts ${counts.states} states where the engine counts ${states.count}`);
    }
    xstateSpeeds.push(counts.states / slowly);
  }
  const [fast, slow] = [median(engineSpeeds), median(xstateSpeeds)];
  return [
    { what: 'guessing: states', value: states.count, unit: 'states' },
    { what: 'guessing: engine', value: fast, unit: 'states/s' },
    { what: 'guessing: xstate/graph', value: slow, unit: 'states/s' },
    { what: 'guessing: engine, as a multiple of xstate/graph', value: fast / slow, unit: 'times', atLeast: 1000 },
  ];
}

async function largeWorld(): Promise<Measured[]> {
  const file = fileURLToPath(new URL('large-world.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file]);
  const { states, seconds, mebibytes } = JSON.parse(stdout) as Record<'states' | 'seconds' | 'mebibytes', number>; // printed by our own program
  return [
    { what: 'large crowd: states', value: states, unit: 'states', atLeast: 10_000_000 },
    { what: 'large crowd: time on the clock, tables included', value: seconds, unit: 's', atMost: 60 },
    { what: 'large crowd: peak memory of the process', value: mebibytes, unit: 'MiB', atMost: 1024 },
  ];
}
