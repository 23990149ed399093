/** The report for people at a terminal: a line for each case while it runs, and what to do about the rest at the end. */
import type { Progress, Report, Status, Verdict } from '../options.ts';

const marks: Readonly<Record<Status, string>> = {
  passed: 'ok',
  failed: 'FAILED',
  skipped: 'skipped',
  'could-not-test': 'UNTESTED',
};
const colours: Readonly<Record<Status, number>> = { passed: 32, failed: 31, skipped: 90, 'could-not-test': 33 };

/** A line for a case that has just been played; coloured, and overwritten by the next when it passed, at a terminal. */
export function progressLine({ done, total, verdict }: Progress, isTerminal: boolean): string {
  const { status, caseId } = verdict;
  const line = `${String(done).padStart(String(total).length)}/${total} ${marks[status].padEnd(8)} ${caseId}`;
  if (!isTerminal) return `${line}\n`;
  return `\r\u001b[K\u001b[${colours[status]}m${line}\u001b[0m${status === 'passed' && done < total ? '' : '\n'}`;
}

/** The whole report as text. */
export function terminalReport(report: Report, written: readonly string[] = []): string {
  const { summary, verdicts } = report;
  const problems = verdicts.filter(({ status }) => status === 'failed' || status === 'could-not-test');
  const skipped = verdicts.filter(({ status }) => status === 'skipped');
  return [
    '',
    ...problems.flatMap((verdict) => [...problemLines(verdict), '']),
    ...(skipped.length === 0 ? [] : ['Skipped:', ...skippedLines(skipped), '']),
    `${report.issuer}, codes from ${report.otpSource}, time by ${report.time}, seed ${report.seed}`,
    `${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped, ${summary.couldNotTest} could not be tested; ${report.unseen.length} requirements cannot be seen from outside`,
    Object.entries(summary.profiles)
      .map(([name, state]) => `${name}: ${state}`)
      .join(', '),
    ...written.map((path) => `Written: ${path}`),
    { 0: 'The server conforms.', 1: 'The server does not conform.', 2: 'Not everything could be tested.' }[
      report.exitCode
    ],
  ].join('\n');
}

function problemLines(verdict: Verdict): string[] {
  const { status, caseId, title, reason, expected, received, curl, requirements } = verdict;
  return [
    `${marks[status]} ${caseId}`,
    `  ${title}`,
    ...requirements.map(({ id, sentence, section }) => `  ${id} (${section}): ${sentence}`),
    ...(reason === undefined ? [] : [`  ${reason}`]),
    ...(expected === undefined ? [] : [`  expected: ${expected}`]),
    ...(received === undefined ? [] : [`  received: ${received}`]),
    ...(curl === undefined ? [] : [`  again:    ${curl}`]),
  ];
}

/** One line for each reason. */
function skippedLines(skipped: readonly Verdict[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { reason = '', caseId } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), caseId]);
  return [...byReason].map(([reason, ids]) => `  ${ids.join(', ')}: ${reason}`);
}
