/** SPIN as a program: a Promela file in, numbers and verdict out. Everything happens in a folder that is deleted after. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How long SPIN may take to make C out of Promela. Some commands take it very long, and then nothing is known of them. */
const patienceSeconds = 300;

export interface SpinJob {
  /** Files by path; the first one is what SPIN reads, the others are what it includes. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Macros of Promela, such as `PROPERTY=1`. */
  readonly defines?: readonly string[];
  /** Finds a shortest way to a violation, instead of any. */
  readonly isShortest?: boolean;
  /** Makes pan print what the model prints. */
  readonly prints?: boolean;
  /** About how many states there will be: SPIN's tables are laid out for so many. */
  readonly states: number;
  /** Ends what pan says with the processor time that it took, as the shell's `times` tells it. */
  readonly timed?: boolean;
  /** How the C compiler optimizes; small models are checked faster than they are optimized. */
  readonly optimization?: '-O0' | '-O1' | '-O2';
}

export interface SpinVerdict {
  readonly states: number;
  /** SPIN's own number, less the arrival at the first state, which the engine does not count. */
  readonly transitions: number;
  readonly errors: number;
  /** Steps to the violation that was found. */
  readonly steps: number | undefined;
  /** What the model printed. */
  readonly printed: readonly string[];
  /** Seconds that pan says it took; 0 when it was too fast to tell. */
  readonly seconds: number;
}

/** What is missing to run the referee, by name. */
export async function missingTools(): Promise<string[]> {
  const tools = [
    ['spin', '-V'],
    ['cc', '--version'],
  ] as const;
  const there = await Promise.all(
    tools.map(([name, flag]) =>
      run(name, [flag]).then(
        () => true,
        () => false,
      ),
    ),
  );
  return tools.flatMap(([name], place) => (there[place] ? [] : [name]));
}

/**
 * Has SPIN check a file to its end, or to the first violation.
 *
 * @throws Error with what SPIN, the C compiler or pan said, when one of them does not understand the file
 */
export async function judge(job: SpinJob): Promise<SpinVerdict> {
  return inCourt(job, async (pan) => verdictOf(await pan()));
}

/** Compiles a checker once and hands it over, to be run as often as somebody likes, each time for pan's own words. */
export async function inCourt<Result>(
  { files, defines = [], isShortest = false, prints = false, states, timed = false, optimization = '-O1' }: SpinJob,
  use: (pan: () => Promise<string>) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-flow-spin-'));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const [[main = ''] = []] = files;
    const at = { cwd: folder, maxBuffer: 2 ** 30 };
    const options = ['-a', '-o2', ...defines.map((define) => `-D${define}`), main];
    const analysed = await run('spin', options, { ...at, timeout: patienceSeconds * 1000 }).catch(
      (problem: Error & { readonly killed?: boolean }) => {
        if (problem.killed !== true) throw problem;
        throw new Error(`spin was still reading ${main} after ${patienceSeconds} s`);
      },
    );
    if (/Error/.test(analysed.stdout)) throw new Error(`spin does not understand ${main}: ${analysed.stdout}`);
    const flags = ['-DSAFETY', '-DNOREDUCE', ...(isShortest ? ['-DBFS'] : []), ...(prints ? ['-DPRINTF'] : [])];
    await run('cc', [optimization, '-w', ...flags, '-o', 'pan', 'pan.c'], at);
    // 2^w slots; a depth that no way through so many states can exceed
    const size = [`-w${Math.max(16, Math.ceil(Math.log2(states)) + 1)}`, `-m${states + 100}`, '-n'];
    const command = ['./pan', ...size].join(' ');
    return await use(async () => (await run('sh', ['-c', timed ? `${command}; times` : command], at)).stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * What pan said, as numbers.
 *
 * @throws Error when it stopped early without a violation, or said something else
 */
export function verdictOf(said: string): SpinVerdict {
  const number = (pattern: RegExp): number => {
    const [, digits] = pattern.exec(said) ?? [];
    if (digits === undefined) throw new Error(`pan did not say ${pattern.source}: ${said.slice(0, 2000)}`);
    return Number(digits);
  };
  if (/max search depth too small|out of memory|Search not completed/.test(said) && !/assertion violated/.test(said)) {
    throw new Error(`pan gave up: ${said.slice(0, 2000)}`);
  }
  const [, depth] = /assertion violated .*\(at depth (\d+)\)/.exec(said) ?? [];
  const [, seconds = '0'] = /elapsed time ([\d.]+) seconds/.exec(said) ?? [];
  return {
    states: number(/^\s*([\d.e+]+) states, stored/m),
    transitions: number(/^\s*([\d.e+]+) transitions/m) - 1,
    errors: number(/errors: (\d+)/),
    steps: depth === undefined ? undefined : Number(depth) + 1,
    printed: said.split('\n').filter((line) => line.includes('edge ')),
    seconds: Number(seconds),
  };
}
