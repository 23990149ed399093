/** The command line as an editor or a pipeline calls it. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the command line, and gives what it printed and how it ended. */
async function run(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'spec/cli.ts', ...words],
      {
        cwd: top,
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }; // as execFile says
    return { code, stdout, stderr };
  }
}

it('The check speaks JSON to other programs: every rule, how many findings, and nothing else on the stream', async () => {
  const { code, stdout } = await run('check', '--json', '--without-linters', '--without-proofs');
  const report: { rules: { rule: string; findings: number }[]; findings: unknown[] } = JSON.parse(stdout);
  expect(report.rules.length).toBeGreaterThan(15);
  expect(report.rules.map(({ rule }) => rule)).toContain('the draft says what a draft has to');
  expect(report.rules.reduce((sum, { findings }) => sum + findings, 0)).toBe(report.findings.length);
  expect(code).toBe(report.findings.length === 0 ? 0 : 1);
}, 120_000);

it('A command that nobody knows is answered with those that there are', async () => {
  const { code, stderr } = await run('chekc');
  expect(code).toBe(2);
  expect(stderr).toContain('generate or check');
}, 60_000);
