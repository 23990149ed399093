/** What was measured was measured on what stands here now. */
import { type Measurement, measurements, subjectDigest } from '../emit/measured.ts';
import type { Finding } from './finding.ts';

/** Findings for the generated files, by path: measured files that are missing, or of something older. */
export function measuredFresh(
  files: ReadonlyMap<string, string>,
  list: readonly Measurement[] = measurements,
): Finding[] {
  return list.flatMap((measurement): Finding[] => {
    const { path, command } = measurement;
    const place = { file: `generated/${path}`, element: '#/measuredOn', fix: command };
    const content = files.get(path);
    const expected = subjectDigest(measurement, files);
    if (content === undefined) return [{ rule: 'measured/missing', ...place, expected, actual: 'not there' }];
    const { measuredOn } = JSON.parse(content) as { readonly measuredOn?: unknown }; // any JSON object may lack it
    if (measuredOn === expected) return [];
    return [{ rule: 'measured/stale', ...place, expected, actual: String(measuredOn ?? 'nothing') }];
  });
}
