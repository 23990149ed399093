import { expect, it } from 'vitest';
import { compareFindings, type Finding, findingRecord, formatFinding } from '../../../spec/check/finding.ts';

const finding: Finding = {
  rule: 'errors/registered',
  file: 'model/exchange/token.ts',
  element: 'invalid_user_code',
  expected: 'a row in the vocabulary',
  actual: 'none',
  fix: 'add the row, or use an error that has one',
};

it('A finding reads as five lines that say what, where, and what to do', () => {
  expect(formatFinding(finding)).toBe(
    [
      'errors/registered: model/exchange/token.ts',
      '  at        invalid_user_code',
      '  expected  a row in the vocabulary',
      '  actual    none',
      '  fix       add the row, or use an error that has one',
    ].join('\n'),
  );
});

it('A finding in a line of a text gives that line as a number to other programs', () => {
  expect(findingRecord({ ...finding, element: 'line 1204' })).toEqual({ ...finding, element: 'line 1204', line: 1204 });
  expect(findingRecord(finding)).toEqual(finding);
});

it('Findings are ordered by file, then by place, then by rule', () => {
  const inOrder = [
    { ...finding, file: 'a.ts', element: 'z' },
    { ...finding, file: 'b.ts', element: 'a', rule: 'z/last' },
    { ...finding, file: 'b.ts', element: 'b', rule: 'a/first' },
    { ...finding, file: 'b.ts', element: 'b', rule: 'b/second' },
  ];
  expect([...inOrder].reverse().sort(compareFindings)).toEqual(inOrder);
  expect(compareFindings(finding, { ...finding })).toBe(0);
});
