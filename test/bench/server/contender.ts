/** A contender in a process of its own, on a core of its own where the machine can say so. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load } from './load.ts';

/** What a contender has used so far, after its garbage was collected. */
export interface Usage {
  readonly processorSeconds: number;
  readonly residentBytes: number;
}

export interface Contender {
  readonly port: number;
  usage(): Promise<Usage>;
  end(): Promise<void>;
}

/** Servers get the first core, whoever loads them the second one. */
const pins = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Whether servers have a core to themselves. */
export const isPinned = pins;

/** Puts this process on the second core. */
export function leaveFirstCore(): void {
  if (pins) spawnSync('taskset', ['-cp', '1', String(process.pid)]);
}

/**
 * Starts a program of `contenders/` and waits until it listens. End it after use.
 *
 * @throws Error when it ends before
 */
export async function startContender(program: string, ...words: readonly string[]): Promise<Contender> {
  const file = fileURLToPath(new URL(`contenders/${program}.ts`, import.meta.url));
  const child = fork(file, words, {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const word = <Word>(): Promise<Word> => nextWord<Word>(child, program);
  const { port } = await word<{ readonly port: number }>();
  if (pins) spawnSync('taskset', ['-acp', '0', String(child.pid)]);
  return {
    port,
    usage: () => {
      const answer = word<Usage>();
      child.send('usage');
      return answer;
    },
    end: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Processor time of a contender for each cycle of a load, in microseconds, beside what the load says of itself. */
export async function costOf(
  contender: Contender,
  load: () => Promise<Load>,
): Promise<{ readonly load: Load; readonly microseconds: number }> {
  const before = await contender.usage();
  const done = await load();
  const after = await contender.usage();
  return { load: done, microseconds: ((after.processorSeconds - before.processorSeconds) / done.cycles) * 1e6 };
}

async function nextWord<Word>(child: ChildProcess, program: string): Promise<Word> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${program} ended before it answered`);
  });
  const [word] = await Promise.race([once(child, 'message'), ended]);
  return word as Word; // both ends are in this folder
}
