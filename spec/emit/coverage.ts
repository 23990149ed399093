/** `coverage.json` and `coverage.md`: each requirement with what keeps it, what argues for it and what tests it. */
import { type CoverageRow, type CoverageSources, type CoverageVerdict, coverageOf } from '../coverage/coverage.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { code, markdownTable } from './markdown-table.ts';
import { attachmentWords } from './requirement-matrix.ts';

const emitter = 'spec/emit/coverage.ts';

/** Both files. */
export function emitCoverage(sources: CoverageSources): Artifact[] {
  const rows = coverageOf(sources);
  return [
    {
      path: 'coverage.json',
      content: canonicalJson({ summary: coverageSummary(rows), requirements: rows }),
      emitter,
      audience: 'programs that report what is tested',
      title: 'Every requirement with what keeps it, what argues for it and what tests it',
    },
    { path: 'coverage.md', content: page(rows), emitter, audience: 'reviewers', title: 'The same as a table' },
  ];
}

/** How many requirements there are of each verdict. */
export const coverageSummary = (rows: readonly CoverageRow[]): Record<CoverageVerdict, number> => {
  const count = (verdict: CoverageVerdict): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    'seen to fail': count('seen to fail'),
    asserted: count('asserted'),
    'for a person': count('for a person'),
    untested: count('untested'),
  };
};

function page(rows: readonly CoverageRow[]): string {
  const counts = coverageSummary(rows);
  const left = rows.filter(({ forPeople }) => forPeople !== undefined);
  return `# Coverage

All ${rows.length} normative sentences. ${counts['seen to fail']} are *seen to fail*: a server that breaks the sentence was started, and a case of
the conformance suite about it failed. ${counts.asserted} are *asserted* by a test that has the id in its title.
${counts['for a person']} are *for a person* alone, ${counts.untested} untested. Paths along the model do not count, since a server that runs
the model takes them whatever the model says; they are listed for servers that do not. \`npm run coverage\` prints the same,
and fails for an untested MUST.

${markdownTable(
  ['requirement', 'level', 'kept by', 'argued for by', 'verdict', 'servers that break it, found', 'tests', 'paths'],
  rows.map((row) => [
    code(row.id),
    row.level,
    attachmentWords(row.keptBy).join('<br>'),
    [...row.properties.map(code), ...row.traces.map((path) => `[without it](${path})`)].join('<br>'),
    row.verdict,
    row.mutants.planted === 0 ? '' : `${row.mutants.found} of ${row.mutants.planted}`,
    row.tests
      .map(({ file, title }) => `[${title.replaceAll('[', '\\[').replaceAll(']', '\\]')}](../${file})`)
      .join('<br>'),
    row.paths === 0 ? '' : String(row.paths),
  ]),
)}

## What is left to a person

${markdownTable(
  ['requirement', 'why'],
  left.map(({ id, forPeople = '' }) => [code(id), forPeople]),
)}
`;
}
