/** Writes the reports of a run as files. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../options.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';

/** Writes them into a folder, which is made when it is missing; hands back the paths. */
export async function writeReports(report: Report, folder: string): Promise<string[]> {
  const traces = report.verdicts.flatMap(({ caseId, trace }) =>
    trace === undefined ? [] : [[caseId, trace] as const],
  );
  await mkdir(traces.length === 0 ? folder : join(folder, 'traces'), { recursive: true });
  const files: [string, string][] = [
    ['report.html', htmlReport(report)],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ['junit.xml', junitReport(report)],
    ...traces.map(([id, trace]): [string, string] => [
      join('traces', `${id.replaceAll('/', '.')}.json`),
      `${JSON.stringify(trace, null, 2)}\n`,
    ]),
  ];
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return files.map(([name]) => join(folder, name));
}
