/** The page about the generator matrix, and its row among the measured files. */
import type { Artifact } from './artifact.ts';
import {
  type Cell,
  faultsOf,
  firstFault,
  type GeneratorMatrix,
  openApiVersions,
  type Step,
  steps,
} from './generator-matrix.ts';
import { code, markdownTable } from './markdown-table.ts';
import type { Measurement } from './measured.ts';
import { openApiPath } from './openapi-artifacts.ts';

const emitter = 'spec/emit/generator-page.ts';
const folder = 'openapi';

/** Members that a generator turns into comments, if it reads them at all. */
const prose = new Set(['description', 'summary', 'example']);

/** How `openapi/generators.json` is kept. What prose says costs no new run; whether it breaks a client, CI sees. */
export const generatorMeasurement: Measurement = {
  path: `${folder}/generators.json`,
  emitter: 'test/generators/cli.ts',
  audience: 'programs that ask which client generators work',
  title: 'Client generators, tried on both OpenAPI documents',
  command: 'npm run generators',
  subject: (files) =>
    openApiVersions
      .map((version) => JSON.stringify(JSON.parse(files.get(openApiPath(version, 'json')) ?? '{}'), withoutProse))
      .join('\n'),
  pages: (content) => [page(JSON.parse(content) as GeneratorMatrix)], // the run wrote it
};

function withoutProse(key: string, value: unknown): unknown {
  const isProse = (prose.has(key) && typeof value !== 'object') || key === 'examples' || key.startsWith('x-');
  return isProse ? undefined : value;
}

/** One row for each set-up. */
export function matrixRows({ setUps }: GeneratorMatrix): string {
  const rows = setUps.map(({ name, packages, documents, defects }) => [
    name,
    packages.join(', '),
    ...openApiVersions.map((version) => verdict(documents[version])),
    documents['3.1'].retryAfter === 'ok' ? 'yes' : documents['3.1'].retryAfter === 'not shown' ? 'no' : '',
    defects.join('; '),
  ]);
  return markdownTable(['set-up', 'packages', '3.0', '3.1', 'shows Retry-After', 'fault of the generator'], rows);
}

function verdict(cell: Cell): string {
  const fault = firstFault(cell);
  if (fault !== undefined) return `fails at ${fault.step}`;
  return faultsOf(cell).length === 0 ? 'works' : 'works with care';
}

const meaning: Readonly<Record<Step, string>> = {
  generate: 'the generator ends well',
  compile: 'what it made compiles with `tsc --strict`, together with a program that uses it',
  identify: 'the customer is named by a phone number, and the answer is read',
  deliver: 'the passcode is asked for',
  redeem: 'the passcode is traded for an access token',
  refresh: 'the refresh token is traded for another; played when the metadata names the grant',
  usage: 'the resource is read, with and without the parameter',
  invalid_user_code: 'a wrong passcode is read as this error',
  slow_down: 'a hasty second delivery is read as this error',
  invalid_client: 'a wrong secret is read as this error',
  'unknown error': 'an error code that nobody has registered is read as it stands, and the client goes on',
  undefined: 'an optional parameter that is set to undefined is left out; where it is not, one has to take care',
  retryAfter: 'the client lets one see the Retry-After header field; said, not demanded',
};

function page(matrix: GeneratorMatrix): Artifact {
  const { setUps, validators, notRun, plantedFaults } = matrix;
  const details = setUps.flatMap(({ name, documents }) =>
    openApiVersions.flatMap((version) => {
      const shown = `- ${name} with ${version}, at`;
      return faultsOf(documents[version]).map(({ step, symptom }) => `${shown} ${code(step)}: ${symptom}`);
    }),
  );
  const content = `# Client generators

Each generator made a client of both documents; the client was compiled strictly and played the grant with the reference
server. Every request was captured: one request for each call, the form or the query exactly as it was asked for, no
parameter twice, empty or \`undefined\`, and the credentials once. Measured by \`npm run generators\`; the details are in
[\`generators.json\`](generators.json).

${matrixRows(matrix)}

What fails or wants care, and how:

${details.join('\n')}

## What is tried

${markdownTable(
  ['step', 'what it means'],
  steps.map((step) => [code(step), meaning[step]]),
)}

## Faults planted in the document

The run is able to fail: with each of these faults in the document, the set-up that works with the sound document stumbled.

${markdownTable(
  ['fault', 'set-up', 'seen at', 'symptom'],
  plantedFaults.map(({ fault, setUp, seenAt, symptom }) => [fault, setUp, code(seenAt), symptom]),
)}

## Validators of other people

${markdownTable(
  ['validator', ...openApiVersions],
  validators.map(({ name, documents }) => [name, ...openApiVersions.map((version) => documents[version])]),
)}

## Not run

Nothing is said about these: they cannot be had from npm alone.

${markdownTable(
  ['generator', 'why it was not run'],
  notRun.map(({ name, reason }) => [name, reason]),
)}
`;
  return {
    path: `${folder}/generators.md`,
    content,
    emitter,
    audience: 'developers of clients',
    title: 'Which client generators work with the OpenAPI documents',
  };
}
