/** Coverage as the command line prints it. */
import { coverageSummary } from '../emit/coverage.ts';
import { attachmentWords } from '../emit/requirement-matrix.ts';
import type { CoverageRow } from './coverage.ts';

/** A requirement as a paragraph. */
export function rowText(row: CoverageRow): string {
  const { planted, found } = row.mutants;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['kept by', attachmentWords(row.keptBy).map((words) => words.replaceAll('`', ''))],
    ['argued for by', [...row.properties, ...row.traces.map((path) => `generated/${path} (what happens without it)`)]],
    [
      'seen to fail',
      planted === 0
        ? []
        : [`${found} of ${planted} servers that break it were found${found === 0 ? '' : `, by ${listed(row.cases)}`}`],
    ],
    ['asserted by', row.tests.map(({ file, title }) => `${file}: ${title}`)],
    ['paths', row.paths === 0 ? [] : [`${row.paths} in generated/tests/transaction-paths.json`]],
    ['for a person', row.forPeople === undefined ? [] : [row.forPeople]],
  ];
  return [
    `${row.id}  (${row.level}, ${row.actor}): ${row.verdict}`,
    `  ${row.text}`,
    ...parts.flatMap(([name, lines]) =>
      lines.map((line, place) => `    ${(place === 0 ? name : '').padEnd(14)}${line}`),
    ),
  ].join('\n');
}

const listed = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;

/** The last line: how many there are of each verdict. */
export function summaryText(rows: readonly CoverageRow[]): string {
  const counts = coverageSummary(rows);
  const musts = rows.filter(({ level }) => level.startsWith('MUST')).length;
  return (
    `${rows.length} requirements, ${musts} of them a MUST or MUST NOT: ${counts['seen to fail']} seen to fail, ` +
    `${counts.asserted} asserted, ${counts['for a person']} for a person, ${counts.untested} untested`
  );
}
