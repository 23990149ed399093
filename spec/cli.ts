/**
 * `npm run generate` and `npm run check`: arguments and printing only. One writes `generated/`, the other proves that it
 * still says what the model says; with `--json` it prints one object for other programs to read.
 */
import { performance } from 'node:perf_hooks';
import { compareWithNow, findingsOf, lintRules, meaningRules, modelRules, readGenerated } from './check/check.ts';
import { type Finding, findingRecord, formatFinding } from './check/finding.ts';
import { verificationHolds } from './check/verification-holds.ts';
import { generate, generatedFolder, prove } from './emit/pipeline.ts';

const commands: Readonly<Record<string, () => Promise<number>>> = {
  generate: runGenerate,
  check: runCheck,
};

const [name = '', ...flags] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`Say what to do: ${Object.keys(commands).join(' or ')}.`);
  process.exit(2);
}
const startedAt = performance.now();
const status = await command();
if (!flags.includes('--json')) console.log(`${name} took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(status);

async function runGenerate(): Promise<number> {
  const { written, deleted } = await generate();
  for (const path of written) console.log(`wrote    generated/${path}`);
  for (const path of deleted) console.log(`deleted  generated/${path}`);
  console.log(`${written.length} written, ${deleted.length} deleted`);
  return 0;
}

async function runCheck(): Promise<number> {
  const asJson = flags.includes('--json');
  const rules: { readonly rule: string; readonly findings: number }[] = [];
  // Whoever plants a fault waits for the first rule that names its file: --until generated/vocabulary.json
  const until = flags.includes('--until') ? flags[flags.indexOf('--until') + 1] : undefined;
  let isNamed = false;
  const isEnough = (): boolean => isNamed;
  const report = (rule: string, findings: readonly Finding[]) => {
    rules.push({ rule, findings: findings.length });
    isNamed ||= findings.some(({ file }) => file === until);
    if (!asJson) console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'}  ${rule}`);
  };
  // Beside everything else, because it takes longest; whoever checks very many faulty models leaves it out.
  const proving = flags.includes('--without-proofs') ? undefined : prove();
  proving?.catch(() => {}); // heard by the rules that wait for it
  const files = await readGenerated(generatedFolder);
  const findings = [
    ...(await findingsOf(modelRules, undefined, report, isEnough)),
    ...(await findingsOf(meaningRules, files, report, isEnough)),
    ...(flags.includes('--without-linters') ? [] : await findingsOf(lintRules, files, report, isEnough)),
    ...(await findingsOf(
      {
        ...(proving === undefined
          ? {}
          : { 'properties hold, and mitigations are needed': async () => verificationHolds(await proving) }),
        'generated/ is what would be written now': (folder: string) => compareWithNow(folder, proving),
      },
      generatedFolder,
      report,
      isEnough,
    )),
  ];
  if (asJson) {
    console.log(JSON.stringify({ rules, findings: findings.map(findingRecord) }, undefined, 2));
    return findings.length === 0 ? 0 : 1;
  }
  for (const finding of findings) console.log(`\n${formatFinding(finding)}`);
  console.log(`\n${findings.length === 0 ? 'Everything agrees.' : `${findings.length} findings.`}`);
  return findings.length === 0 ? 0 : 1;
}
