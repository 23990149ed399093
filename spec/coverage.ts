/**
 * `npm run coverage`: each requirement with what keeps it, what argues for it and what tests it. Ends with a status other
 * than nought when a MUST is untested. A word after it prints only the requirements that have it in their id.
 */
import { readGenerated } from './check/check.ts';
import { formatFinding } from './check/finding.ts';
import { coverageFindings } from './check/requirements-tested.ts';
import { coverageOf, sourcesIn } from './coverage/coverage.ts';
import { rowText, summaryText } from './coverage/text.ts';
import { readTestPrograms } from './coverage/titles.ts';
import { generatedFolder, top } from './emit/pipeline.ts';

const [word = ''] = process.argv.slice(2);
const programs = await readTestPrograms(top);
const sources = sourcesIn(await readGenerated(generatedFolder), programs);
const rows = coverageOf(sources);
const shown = rows.filter(({ id }) => id.includes(word));
if (shown.length === 0) {
  console.error(`No requirement has "${word}" in its id.`);
  process.exit(2);
}
for (const row of shown) console.log(`${rowText(row)}\n`);
const findings = coverageFindings(sources);
for (const finding of findings) console.log(`${formatFinding(finding)}\n`);
console.log(summaryText(rows));
process.exit(findings.length === 0 ? 0 : 1);
