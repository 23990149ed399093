/**
 * `npm run mutants`: shows that the conformance suite finds faults. Starts a server for each mistake, examines it, and
 * writes the kill matrix. With `--part 1/5` a fifth is examined and compared with the matrix instead.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readGenerated } from '../../spec/check/check.ts';
import { type KillMatrix, killMatrix } from '../../spec/emit/kill-matrix.ts';
import { measuredArtifact } from '../../spec/emit/measured.ts';
import { generatedFolder, saveMeasured } from '../../spec/emit/pipeline.ts';
import { examineAll } from './lanes.ts';
import { matrixOf, problemsIn } from './matrix.ts';
import { baseline } from './run.ts';
import { mutants } from './table.ts';

const { values } = parseArgs({
  options: { part: { type: 'string' }, lanes: { type: 'string', default: '2' }, only: { type: 'string' } },
});
const startedAt = performance.now();
const [part = 1, parts = 1] = (values.part ?? '1/1').split('/').map(Number);
const ids = mutants
  .map(({ id }) => id)
  .filter((id, place) => (values.only === undefined ? place % parts === part - 1 : id.startsWith(values.only)));

const cases = await baseline();
console.log(`The right server passes ${cases.length} cases.`);
const results = await examineAll(ids, cases, Number(values.lanes), ({ id, kills, said }) => {
  const names = kills.map(({ caseId }) => caseId);
  console.log(`${names.length > 0 ? 'found ' : 'PASSED'}  ${id}  ${said ?? names.slice(0, 3).join(', ')}`);
});
const matrix = matrixOf(results, cases.length);
const problems = problemsIn(matrix);
const { counts } = matrix;
console.log(`\n${counts.killed} of ${counts.mutants} found, ${counts.killedByName} by a case about what they break`);
console.log(`mutants took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
for (const problem of problems) console.log(problem);
const isWhole = ids.length === mutants.length;
if (isWhole && problems.length === 0) {
  const files = await readGenerated(generatedFolder);
  const { written } = await saveMeasured(measuredArtifact(killMatrix, files, { ...matrix } satisfies KillMatrix));
  for (const path of written) console.log(`wrote    generated/${path}`);
}
process.exit(problems.length === 0 ? 0 : 1);
