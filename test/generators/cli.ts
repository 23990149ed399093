/**
 * `npm run generators`: makes a client of both OpenAPI documents with each generator, plays with the reference server,
 * and records the matrix. `-- --check` records nothing and fails when the recorded matrix is another one;
 * `-- --only NAME,NAME` runs these set-ups and records nothing.
 *
 * Exit status: 0 as expected, 1 not, 2 could not run.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readGenerated } from '../../spec/check/check.ts';
import { type Cell, firstFault } from '../../spec/emit/generator-matrix.ts';
import { generatorMeasurement, matrixRows } from '../../spec/emit/generator-page.ts';
import { measuredArtifact } from '../../spec/emit/measured.ts';
import { openApiPath } from '../../spec/emit/openapi-artifacts.ts';
import { generatedFolder, saveMeasured } from '../../spec/emit/pipeline.ts';
import { installGenerators } from './installed.ts';
import { measure, surprises } from './measure.ts';
import { setUps } from './set-ups.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } });
const startedAt = performance.now();
const installation = await installGenerators();
if ('notInstalled' in installation) {
  console.error(`not run: the packages of test/generators/ could not be installed: ${installation.notInstalled}`);
  process.exit(2);
}
const names = values.only?.split(',');
const chosen = setUps.filter(({ name }) => names === undefined || names.includes(name));
if (chosen.length === 0) {
  console.error(`no such set-up; there are ${setUps.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const files = await readGenerated(generatedFolder);
const text = (path: string): string => files.get(path) ?? '';
const metadata = JSON.parse(text('authorization-server-metadata.json')) as {
  readonly grant_types_supported: readonly string[];
}; // our own emitter wrote it
const matrix = await measure(
  {
    documents: { '3.0': text(openApiPath('3.0', 'json')), '3.1': text(openApiPath('3.1', 'json')) },
    withRefresh: metadata.grant_types_supported.includes('refresh_token'),
  },
  installation.folder,
  chosen,
  report,
);
console.log(`\n${matrixRows(matrix)}\n`);
for (const { fault, setUp, seenAt } of matrix.plantedFaults) console.log(`planted: ${fault}: ${setUp} at ${seenAt}`);
for (const { name, reason } of matrix.notRun) console.log(`not run: ${name}: ${reason}`);
const unexpected = surprises(matrix);
for (const sentence of unexpected) console.log(`FAILED: ${sentence}`);

const measured = measuredArtifact(generatorMeasurement, files, { ...matrix });
const isRecorded = files.get(measured.path) === measured.content;
if (names === undefined && values.check !== true && unexpected.length === 0) await saveMeasured(measured);
if (values.check === true && !isRecorded) {
  console.log(`FAILED: generated/${measured.path} says something else; npm run generators records it`);
}
console.log(`generators took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(unexpected.length > 0 || (values.check === true && !isRecorded) ? 1 : 0);

function report(name: string, cell: Cell): void {
  const fault = firstFault(cell);
  console.log(`${name.padEnd(34)} ${fault === undefined ? 'ok' : `${fault.step}: ${fault.symptom}`}`);
}
