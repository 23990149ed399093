/** The parts of the README that are facts say what the model says now. */
import { splicedReadme } from '../emit/readme.ts';
import type { Finding } from './finding.ts';

const fix = 'npm run generate';

/** Findings for the text of the README. */
export function readmeSpliced(text: string): Finding[] {
  const expected = splicedReadme(text).split('\n');
  const actual = text.split('\n');
  const line = expected.findIndex((words, index) => words !== actual[index]);
  if (line < 0) return [];
  return [
    {
      rule: 'readme/stale',
      file: 'README.md',
      element: `line ${line + 1}`,
      expected: expected[line] ?? 'end of file',
      actual: actual[line] ?? 'end of file',
      fix,
    },
  ];
}
