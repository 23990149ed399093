/**
 * `npm run mutate`: plants faults, one at a time, and sees that the checks find and name each. A check that cannot fail
 * is worth nothing; here every one has to.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingsOf, type GeneratedFiles, meaningRules, readGenerated } from '../../spec/check/check.ts';
import { compareGenerated } from '../../spec/check/generated-files.ts';
import { generatedFolder } from '../../spec/emit/pipeline.ts';
import { authoredFaults } from './authored-faults.ts';
import { dataFaults } from './data-faults.ts';
import { type Fault, planted } from './fault.ts';
import { interfaceFaults } from './interface-faults.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));
const prefix = 'generated/';

export interface Verdict {
  readonly fault: Fault;
  /** What found it: rules with the place they named; empty when the fault went unseen. */
  readonly foundBy: readonly string[];
  /** Why that is not enough, when it is not. */
  readonly lacking?: string;
}

/** Plants every fault; calls `report` after each. */
export async function plantAll(report: (verdict: Verdict) => void): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const files = await readGenerated(generatedFolder);
  const copy = await mkdtemp(join(tmpdir(), 'otp-flow-mutate-'));
  try {
    await copyRepository(copy);
    for (const fault of [...interfaceFaults, ...dataFaults]) verdicts.push(await inGenerated(fault, files, copy));
    for (const verdict of verdicts) report(verdict);
    const lanes = [copy, await secondLane()];
    const waiting = [...authoredFaults];
    await Promise.all(
      lanes.map(async (lane) => {
        for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
          const verdict = await inAuthored(fault, lane);
          verdicts.push(verdict);
          report(verdict);
        }
      }),
    );
    await rm(lanes[1] ?? copy, { recursive: true });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  return verdicts;
}

/** A generated file with a fault: its bytes tell, and so does what it means. */
async function inGenerated(
  fault: Fault & { readonly meaning: string },
  files: GeneratedFiles,
  copy: string,
): Promise<Verdict> {
  const path = fault.file.slice(prefix.length);
  const content = files.get(path) ?? '';
  const faulty = new Map([...files, [path, planted(fault, content)]]);
  const expected = [...files].map(([known, text]) => ({ path: known, content: text, emitter: '', audience: '' }));
  await writeFile(join(copy, fault.file), faulty.get(path) ?? '');
  const bytes = await compareGenerated(expected, join(copy, 'generated'));
  await writeFile(join(copy, fault.file), content);
  const rule = meaningRules[fault.meaning];
  if (rule === undefined) throw new Error(`no rule is called "${fault.meaning}"`);
  const found = await findingsOf({ [fault.meaning]: rule }, faulty);
  const meant = found.filter(({ file }) => file === fault.file || file.endsWith('manifest.json'));
  const named = bytes.filter(({ file }) => file === fault.file);
  const foundBy = [...named, ...meant].map(({ rule, element }) => `${rule} at ${element}`);
  if (bytes.length !== 1 || named.length !== 1)
    return { fault, foundBy, lacking: 'the bytes did not name this file alone' };
  if (meant.length === 0) return { fault, foundBy, lacking: `the rule "${fault.meaning}" did not see it` };
  return { fault, foundBy };
}

/** An authored file with a fault: the check of a copy of the repository fails and names the place. */
async function inAuthored(fault: Fault, lane: string): Promise<Verdict> {
  const target = join(lane, fault.file);
  const content = await readFile(target, 'utf8');
  await writeFile(target, planted(fault, content));
  const { failed, output } = await checkIn(lane, fault.named ?? '');
  await writeFile(target, content);
  const found = [...output.matchAll(/^(\S+): (\S+)\n {2}at {8}(.*)$/gm)];
  const foundBy = found
    .filter(([, , file]) => file === fault.named)
    .map(([, rule, file, element]) => `${rule} in ${file} at ${element}`);
  if (!failed) return { fault, foundBy, lacking: 'the check passed' };
  if (foundBy.length === 0) {
    const others = [...new Set(found.map(([, rule, file]) => `${rule} in ${file}`))].slice(0, 6).join(', ');
    return { fault, foundBy, lacking: `${fault.named} was not named, but ${others || output.slice(-400)}` };
  }
  return { fault, foundBy };
}

const checkIn = (lane: string, named: string): Promise<{ readonly failed: boolean; readonly output: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'spec/cli.ts', 'check', '--without-linters', '--without-proofs', '--until', named],
      { cwd: lane, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });

async function copyRepository(folder: string): Promise<void> {
  for (const part of ['model', 'spec', 'server', 'generated', 'package.json', 'tsconfig.json', 'README.md']) {
    await cp(join(top, part), join(folder, part), { recursive: true });
  }
  // read for the requirements that tests assert
  await cp(join(top, 'test'), join(folder, 'test'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  await symlink(join(top, 'node_modules'), join(folder, 'node_modules'));
}

async function secondLane(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-flow-mutate-'));
  await copyRepository(folder);
  return folder;
}
