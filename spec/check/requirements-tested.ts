/** Every MUST is tested: by a case that was seen to fail, by a test with its id in the title, or by a person, who is told why. */
import { requirementFiles, requirements } from '../../model/index.ts';
import { type CoverageRow, type CoverageSources, coverageOf, sourcesIn } from '../coverage/coverage.ts';
import { readTestPrograms } from '../coverage/titles.ts';
import { top } from '../emit/pipeline.ts';
import type { Finding } from './finding.ts';
import { fileOfRequirement } from './requirements-attached.ts';

/** Findings for the generated files and the tests as they stand. */
export const requirementsTested = async (files: ReadonlyMap<string, string>): Promise<Finding[]> =>
  coverageFindings(sourcesIn(files, await readTestPrograms(top)));

/** Findings for what is known of tests. */
export function coverageFindings(sources: CoverageSources): Finding[] {
  return [
    ...coverageOf(sources).filter(isUntestedMust).map(untested),
    ...unknownTitles(sources),
    ...Object.keys(sources.forPeople ?? {})
      .filter((id) => !Object.hasOwn(sources.requirements ?? requirements, id))
      .map((id) => ({
        rule: 'coverage/stale',
        file: 'spec/coverage/for-people.ts',
        element: id,
        expected: 'ids of requirements',
        actual: id,
        fix: 'name a requirement that exists, or delete the row',
      })),
  ];
}

export const isUntestedMust = ({ level, verdict }: CoverageRow): boolean =>
  verdict === 'untested' && level.startsWith('MUST');

/** What to do about a MUST that nobody tests. */
export const untestedFix = ({ id, actor }: Pick<CoverageRow, 'id' | 'actor'>): string =>
  actor === 'client'
    ? `write a test of the kiosk, or an act of the hostile server, whose title begins with "${id}:"`
    : `write a test whose title begins with "${id}:", or a case of the conformance suite and a mutant server that it finds`;

const untested = (row: CoverageRow): Finding => ({
  rule: 'coverage/untested',
  file: fileOfRequirement(row.id),
  element: row.id,
  expected: 'a case that was seen to fail on a server that breaks it, or a test with the id in its title',
  actual: row.mutants.planted === 0 ? 'none' : `${row.mutants.planted} servers that break it, none of them found`,
  fix: untestedFix(row),
});

/** First parts of ids, such as `transaction`. */
const families = new Set(
  Object.values(requirementFiles).flatMap((rows) => Object.keys(rows).map((id) => id.split('/')[0])),
);

/** A title that begins like an id and names no requirement was of one that has been renamed. */
function unknownTitles({ tests, requirements: rows = requirements }: CoverageSources): Finding[] {
  return tests.flatMap(({ file, title, ids }) =>
    ids
      .filter((id) => families.has(id.split('/')[0]) && !Object.hasOwn(rows, id) && title.includes(`${id}:`))
      .map((id) => ({
        rule: 'coverage/unknown-id',
        file,
        element: title,
        expected: 'ids of requirements',
        actual: id,
        fix: 'name the requirement as it is called now',
      })),
  );
}
