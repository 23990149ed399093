/** The difference of two versions as Markdown, for a pull request and for the draft's change log. */
import { markdownTable } from '../emit/markdown-table.ts';
import { type Area, type Change, sorted } from './change.ts';
import { machineChanges } from './machine-changes.ts';
import { requirementChanges } from './requirement-changes.ts';
import { distinguishingTrace, traceWords } from './trace.ts';
import type { Version } from './version.ts';
import { wireChanges } from './wire-changes.ts';

/** All changes from one version to another. */
export const changesBetween = (before: Version, after: Version): Change[] =>
  sorted([...machineChanges(before, after), ...wireChanges(before, after), ...requirementChanges(before, after)]);

const titles: Readonly<Record<Area, string>> = {
  machine: 'State machines',
  wire: 'On the wire',
  requirements: 'Requirements',
};

/** Markdown: what breaks whom, every change by area, and for each machine that behaves differently the shortest trace. */
export function diffReport(before: Version, after: Version): string {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return `# ${before.name} and ${after.name}\n\nThe same protocol.\n`;
  const count = (breaks: 'breaksClient' | 'breaksServer') => changes.filter((change) => change[breaks]).length;
  const traces = Object.entries(before.machines).flatMap(([name, old]) => {
    const now = after.machines[name];
    const trace = now === undefined ? undefined : distinguishingTrace(old, now);
    return trace === undefined ? [] : [`### ${name}\n\n${traceWords(trace)}\n`];
  });
  return [
    `# From ${before.name} to ${after.name}`,
    '',
    `${changes.length} changes, of which ${count('breaksClient')} can break clients and ${count('breaksServer')} can break servers.`,
    '',
    ...(Object.keys(titles) as Area[]).flatMap((area) => {
      // own keys
      const own = changes.filter((change) => change.area === area);
      return own.length === 0 ? [] : [`## ${titles[area]}`, '', table(own), ''];
    }),
    ...(traces.length === 0 ? [] : ['## Shortest traces that tell the versions apart', '', ...traces]),
  ].join('\n');
}

const table = (changes: readonly Change[]): string =>
  markdownTable(
    ['change', 'what', 'how', 'breaks'],
    changes.map(({ kind, subject, detail, breaksClient, breaksServer }) => [
      kind,
      subject,
      detail,
      [breaksClient ? 'clients' : '', breaksServer ? 'servers' : ''].filter((one) => one !== '').join(' and ') || '-',
    ]),
  );
