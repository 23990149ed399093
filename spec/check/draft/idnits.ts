/**
 * The Internet-Draft as the submission tool would see it: idnits in submission mode, without a network. The tool exits
 * with 0 whatever it finds, so its JSON is read.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Finding } from '../finding.ts';

const program = fileURLToPath(new URL('../../../node_modules/.bin/idnits', import.meta.url));

interface Nits {
  readonly result: string;
  readonly nits: readonly { readonly code?: string; readonly desc?: string; readonly severity?: string }[];
}

/**
 * The draft with the date of the day, as whoever submits it puts it in: what is generated has the year alone, so that it
 * is the same on every day.
 */
const dated = (xml: string): string => {
  const today = new Date();
  const month = today.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return xml.replace(
    /<date year="\d{4}"\/>/,
    `<date day="${today.getUTCDate()}" month="${month}" year="${today.getUTCFullYear()}"/>`,
  );
};

/** Findings for the RFCXML of a draft: every error and every warning. */
export async function idnits(path: string, xml: string): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otp-flow-idnits-'));
  try {
    const file = join(folder, basename(path)); // the tool judges the name of the file too
    await writeFile(file, dated(xml));
    const { stdout } = await promisify(execFile)(program, ['--offline', '-m', 'submission', '-o', 'json', file]);
    const { result, nits } = JSON.parse(stdout) as Nits; // the tool's own format
    const found = nits.length > 0 || result === 'pass' ? nits : [{ code: 'RESULT', desc: `the verdict is ${result}` }];
    return found.map(({ code = 'NIT', desc = '' }) => ({
      rule: `idnits/${code}`,
      file: `generated/${path}`,
      element: code,
      expected: 'no nits',
      actual: desc,
      fix: 'mend the prose in spec/draft or the emitter in spec/emit/draft, then npm run generate',
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
