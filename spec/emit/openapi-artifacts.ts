/** Both OpenAPI documents, each in JSON and in YAML. */
import { stringify } from 'yaml';
import { type Artifact, canonicalJson } from './artifact.ts';
import { openApi30 } from './openapi-30.ts';
import { openApi31 } from './openapi-31.ts';
import type { Recording } from './recording.ts';

/**
 * `openapi/otp-flow.openapi-3.1.json` and its three siblings.
 *
 * @param recordings where the examples come from; the first recorded exchange of each kind and outcome is shown
 */
export const emitOpenApi = (recordings: readonly Recording[]): Artifact[] => [
  ...bothFormats('3.1', 'spec/emit/openapi-31.ts', openApi31(recordings)),
  ...bothFormats('3.0', 'spec/emit/openapi-30.ts', openApi30(recordings)),
];

/** Path of a document below `generated/`. */
export const openApiPath = (version: '3.0' | '3.1', format: 'json' | 'yaml'): string =>
  `openapi/otp-flow.openapi-${version}.${format}`;

function bothFormats(version: '3.0' | '3.1', emitter: string, document: object): Artifact[] {
  const audience = 'implementers, client generators and API tools';
  const title = `OpenAPI ${version} description`;
  // Through JSON first, so that both formats hold the same, and no YAML anchors for what is shared in memory.
  const json = canonicalJson(document);
  const yaml = stringify(JSON.parse(json), { aliasDuplicateObjects: false, lineWidth: 0 });
  return [
    { path: openApiPath(version, 'json'), content: json, emitter, audience, title },
    { path: openApiPath(version, 'yaml'), content: yaml, emitter, audience, title: `${title}, as YAML` },
  ];
}
