import { describe, expect, it } from 'vitest';
import { documentsAgree } from '../../../spec/check/documents-agree.ts';
import type { Artifact } from '../../../spec/emit/artifact.ts';
import { emitMachineGraphs } from '../../../spec/emit/machine-graph.ts';
import { emitOpenApi, openApiPath } from '../../../spec/emit/openapi-artifacts.ts';
import { emitServerMetadata } from '../../../spec/emit/server-metadata.ts';
import { madeUpRecordings } from '../support/made-up-recordings.ts';

const artifacts: readonly Artifact[] = [
  ...emitServerMetadata(),
  ...emitMachineGraphs(),
  ...emitOpenApi(madeUpRecordings()),
];

/** Findings after one text was replaced by another in one file. */
function findings(path: string, from: string | RegExp, to: string) {
  const changed = artifacts.map((artifact) => {
    if (artifact.path !== path) return artifact;
    const content = artifact.content.replace(from, to);
    expect(content).not.toBe(artifact.content);
    return { ...artifact, content };
  });
  return documentsAgree(changed);
}

it('The emitted documents agree with each other and with the tables they repeat', () => {
  expect(documentsAgree(artifacts)).toEqual([]);
});

it('Documents that are not given are passed over', () => {
  expect(documentsAgree([])).toEqual([]);
});

describe('the metadata', () => {
  const path = 'authorization-server-metadata.json';

  it.each([
    [
      'a delivery method that is not served',
      '"email"\n',
      '"email",\n    "postal"\n',
      '#/otp_delivery_methods_supported/3',
    ],
    ['an endpoint elsewhere', '/otp-delivery"', '/deliver"', '#/otp_delivery_endpoint'],
    ['a member that the vocabulary does not have', '{\n', '{\n  "otp_pages": true,\n', '#/otp_pages'],
    [
      'a response type, without an authorization endpoint',
      '_types_supported": []',
      '_types_supported": ["code"]',
      '#/response_types_supported/0',
    ],
  ])('may not have %s', (_title, from, to, element) => {
    const from_ = element === '#/otp_delivery_methods_supported/3' ? /"email"\n(?= {2}\]\n\})/ : from;
    expect(findings(path, from_, to)).toEqual([
      expect.objectContaining({ rule: 'documents/metadata', file: path, element }),
    ]);
  });
});

describe('OpenAPI 3.0 and 3.1', () => {
  const path = openApiPath('3.0', 'json');

  it.each([
    ['operations', '"operationId": "readKeys"', '"operationId": "getKeys"', '#/paths/~1jwks/get/operationId'],
    ['methods', /"\/jwks": \{\n\s+"get"/, '"/jwks": {\n"head"', '#/paths/~1jwks/head'],
    ['members', '"code_charset": {', '"charset": {', '#/components/schemas/OtpDeliveryResponse/properties/charset'],
    [
      'required members',
      /"code_length",\n\s+"code_charset",/,
      '"code_length",',
      '#/components/schemas/OtpDeliveryResponse/required/3',
    ],
    [
      'header fields',
      '"Retry-After"',
      '"Retry-Later"',
      '#/paths/~1otp-authorization/post/responses/429/headers/Retry-Later',
    ],
    ['parameters', '"name": "resolution"', '"name": "interval"', '#/paths/~1usage/get/parameters/0/name'],
    ['descriptions', '| `invalid_target` |', '| `invalid_resource` |', '#/paths/~1otp-authorization/post/description'],
  ])('have the same %s', (_title, from, to, element) => {
    expect(findings(path, from, to)).toContainEqual(
      expect.objectContaining({ rule: 'documents/openapi', file: path, element }),
    );
  });

  it('are a finding when one of them cannot be read', () => {
    expect(findings(path, '{', '')).toEqual([expect.objectContaining({ rule: 'documents/openapi', element: '#' })]);
  });
});

describe('the graph of a machine', () => {
  const path = 'machines/channel.graph.json';
  const graph = () => JSON.parse(artifacts.find((artifact) => artifact.path === path)?.content ?? '');

  it.each(['nodes', 'edges'])('has as many %s as its definition', (part) => {
    const content = graph();
    const planted = { ...content, [part]: content[part].slice(1) };
    expect(documentsAgree([{ path, content: JSON.stringify(planted) }])).toEqual([
      expect.objectContaining({
        rule: 'documents/graph',
        element: `#/${part}`,
        expected: String(content[part].length),
        actual: String(content[part].length - 1),
      }),
    ]);
  });
});
