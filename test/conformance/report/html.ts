/** The report as one page that needs nothing else: what is wrong first, everything else folded away. */
import { readFileSync } from 'node:fs';
import type { Report, Status, Trace, Verdict } from '../options.ts';

const style = readFileSync(new URL('report.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('report-page.js', import.meta.url), 'utf8');

const words: Readonly<Record<Status, string>> = {
  failed: 'failed',
  'could-not-test': 'could not be tested',
  skipped: 'skipped',
  passed: 'passed',
};

const headlines = {
  0: ['passed', 'The server conforms', 'Everything that could be tested is as it has to be.'],
  1: [
    'failed',
    'The server does not conform',
    'What it does otherwise stands below, with a command that shows it again.',
  ],
  2: [
    'could-not-test',
    'Not everything could be tested',
    'Nothing wrong was found, but the suite could not get everywhere.',
  ],
} as const;

/** The page. Everything in it has been redacted before. */
export function htmlReport(report: Report): string {
  const { verdicts, summary, exitCode } = report;
  const [kind, headline, explanation] = headlines[exitCode];
  const problems = verdicts.filter(({ status }) => status === 'failed' || status === 'could-not-test');
  const suites = [...new Set(verdicts.map(({ suite }) => suite))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(headline)}: OTP-flow conformance</title>
<style>${style}</style>
</head>
<body>
<header class="${kind}">
<p class="eyebrow">OTP-flow conformance</p>
<h1>${text(headline)}</h1>
<p class="server">${text(report.issuer)}</p>
<p>${text(explanation)}</p>
<ul class="counts">
${count(summary.passed, 'passed', 'passed')}
${count(summary.failed, 'failed', 'failed')}
${count(summary.couldNotTest, 'could not be tested', 'could-not-test')}
${count(summary.skipped, 'skipped', 'skipped')}
</ul>
</header>
<main>
<section class="facts">
<dl>
${Object.entries(summary.profiles)
  .map(
    ([name, state]) =>
      `<div><dt>Profile ${text(name)}</dt><dd class="state-${text(state).replaceAll(' ', '-')}">${text(state)}</dd></div>`,
  )
  .join('\n')}
<div><dt>Codes from</dt><dd>${text(report.otpSource)}</dd></div>
<div><dt>Time by</dt><dd>${text(report.time)}</dd></div>
<div><dt>Seed</dt><dd>${report.seed}</dd></div>
</dl>
</section>
${problems.length === 0 ? '' : `<section><h2>What to look at</h2>\n${problems.map(problem).join('\n')}\n</section>`}
<section>
<h2>All cases</h2>
${suites.map((suite) => suiteTable(suite, verdicts)).join('\n')}
</section>
<section>
<h2>What nobody can see from outside</h2>
<table class="unseen"><thead><tr><th>Requirement</th><th>Why</th></tr></thead><tbody>
${report.unseen.map(({ id, sentence, section, reason }) => `<tr><td><code>${text(id)}</code> <span class="section">${text(section)}</span><p>${text(sentence)}</p></td><td>${text(reason)}</td></tr>`).join('\n')}
</tbody></table>
</section>
</main>
<footer>${report.suite.requirements} requirements, state suite ${text(report.suite.stateSuiteDigest.slice(0, 12))}</footer>
<script>${script}</script>
</body>
</html>
`;
}

const count = (number: number, name: string, kind: Status): string =>
  `<li class="${kind}${number === 0 ? ' none' : ''}"><b>${number}</b> ${name}</li>`;

function problem(verdict: Verdict): string {
  const { caseId, title, status, reason, expected, received, curl, visualizer, requirements, trace } = verdict;
  return `<article class="${status}" id="${text(caseId)}">
<h3><span class="badge">${words[status]}</span> ${text(title)}</h3>
<p class="case"><code>${text(caseId)}</code></p>
${requirements.map(({ id, sentence, section }) => `<blockquote><p>${text(sentence)}</p><cite><code>${text(id)}</code>, ${text(section)}</cite></blockquote>`).join('\n')}
${reason === undefined ? '' : `<p class="reason">${text(reason)}</p>`}
${expected === undefined ? '' : `<dl class="values"><div><dt>Expected</dt><dd><pre>${text(expected)}</pre></dd></div><div><dt>Received</dt><dd><pre>${text(received ?? '')}</pre></dd></div></dl>`}
${curl === undefined ? '' : `<div class="again"><p>Send it again <button type="button" data-copy>Copy</button></p><pre>${text(curl)}</pre></div>`}
${visualizer === undefined ? '' : `<p><a href="${text(visualizer)}">See it in the visualizer</a></p>`}
${trace === undefined || trace.steps.length === 0 ? '' : `<details><summary>${trace.steps.length} exchanges</summary>${traceList(trace)}</details>`}
</article>`;
}

const traceList = ({ steps }: Trace): string =>
  `<ol class="trace">${steps
    .map(
      ({ title, request, response }) =>
        `<li><p>${text(title)}</p><pre>${text(`${request.method} ${request.path}\n${request.body ?? ''}`.trim())}</pre><pre>${text(`${response.status}\n${response.body}`.trim())}</pre></li>`,
    )
    .join('\n')}</ol>`;

function suiteTable(suite: string, all: readonly Verdict[]): string {
  const verdicts = all.filter((one) => one.suite === suite);
  const parts = (Object.keys(words) as Status[]).flatMap((status) => {
    const number = verdicts.filter((one) => one.status === status).length;
    return number === 0 ? [] : [`<span class="${status}">${number} ${words[status]}</span>`];
  });
  return `<details class="suite"><summary><b>${text(suite)}</b> ${parts.join(' ')}</summary>
<table><tbody>
${verdicts.map(row).join('\n')}
</tbody></table></details>`;
}

const row = ({ status, caseId, title, reason, seconds, requirements }: Verdict): string =>
  `<tr class="${status}"><td><span class="badge">${words[status]}</span></td><td>${text(title)}${reason === undefined ? '' : `<p class="why">${text(reason)}</p>`}<p class="case"><code>${text(caseId)}</code> ${requirements
    .slice(0, 4)
    .map(({ id }) => `<code class="req">${text(id)}</code>`)
    .join(' ')}</p></td><td class="time">${seconds.toFixed(2)} s</td></tr>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (shown: string): string => shown.replace(/[&<>"']/g, (one) => entities[one] ?? one);
