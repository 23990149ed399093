/** Each YAML document says the same as the JSON document beside it. */
import { parse } from 'yaml';
import { differences } from './differences.ts';
import type { Finding } from './finding.ts';

/** Findings for every pair among the generated files. */
export function yamlSame(files: ReadonlyMap<string, string>): Finding[] {
  return [...files]
    .filter(([path]) => path.endsWith('.yaml'))
    .flatMap(([path, content]) => {
      const json = files.get(path.replace(/yaml$/, 'json'));
      if (json === undefined) return [];
      return differences(JSON.parse(json), parse(content)).map(({ pointer, expected, actual }) => ({
        rule: 'yaml/differs',
        file: `generated/${path}`,
        element: pointer,
        expected,
        actual,
        fix: 'npm run generate',
      }));
    });
}
