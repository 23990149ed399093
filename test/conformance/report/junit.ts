/** The report for continuous integration: JUnit XML, a suite for each suite. */
import type { Report, Verdict } from '../options.ts';

export function junitReport(report: Report): string {
  const suites = grouped(report.verdicts);
  const { failed, skipped, couldNotTest } = report.summary;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="OTP-flow conformance" tests="${report.verdicts.length}" failures="${failed}" errors="${couldNotTest}" skipped="${skipped}">`,
    ...[...suites].flatMap(([name, verdicts]) => [
      suiteTag(name, verdicts),
      ...profilesOf(report),
      ...verdicts.map(testcase),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ].join('\n')}\n`;
}

/** What came of each profile; JUnit has no better place for it than the properties of a suite. */
const profilesOf = ({ summary }: Report): string[] => [
  '    <properties>',
  ...Object.entries(summary.profiles).map(
    ([name, state]) => `      <property name="profile ${xml(name)}" value="${xml(state)}"/>`,
  ),
  '    </properties>',
];

function grouped(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const suites = new Map<string, Verdict[]>();
  for (const verdict of verdicts) suites.set(verdict.suite, [...(suites.get(verdict.suite) ?? []), verdict]);
  return suites;
}

function suiteTag(name: string, verdicts: readonly Verdict[]): string {
  const count = (status: Verdict['status']): number => verdicts.filter((one) => one.status === status).length;
  const seconds = verdicts.reduce((sum, one) => sum + one.seconds, 0).toFixed(3);
  return `  <testsuite name="${xml(name)}" tests="${verdicts.length}" failures="${count('failed')}" errors="${count('could-not-test')}" skipped="${count('skipped')}" time="${seconds}">`;
}

function testcase(verdict: Verdict): string {
  const { caseId, suite, title, seconds, status, reason = '' } = verdict;
  const open = `    <testcase classname="${xml(suite)}" name="${xml(`${caseId}: ${title}`)}" time="${seconds}"`;
  const details = xml(
    [
      ...verdict.requirements.map(({ id, section, sentence }) => `${id} (${section}): ${sentence}`),
      `expected: ${verdict.expected ?? ''}`,
      `received: ${verdict.received ?? ''}`,
      `again: ${verdict.curl ?? ''}`,
    ].join('\n'),
  );
  switch (status) {
    case 'passed':
      return `${open}/>`;
    case 'skipped':
      return `${open}><skipped message="${xml(reason)}"/></testcase>`;
    case 'failed':
      return `${open}><failure message="${xml(reason)}">${details}</failure></testcase>`;
    case 'could-not-test':
      return `${open}><error message="${xml(reason)}">${details}</error></testcase>`;
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an attribute or an element; characters that XML does not know are left out. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (one) => entities[one] ?? one);
