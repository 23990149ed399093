/**
 * The OpenAPI 3.1 document. What it says about requests and answers is derived: paths from the exchange table, responses
 * from a walk of the machines, schemas from the message types, examples from recordings.
 */
import { oas31 } from 'openapi3-ts';
import manifest from '../../package.json' with { type: 'json' };
import { flowExtension, introduction } from './openapi/flow.ts';
import { tags } from './openapi/names.ts';
import { paths } from './openapi/operations.ts';
import { componentSchemas } from './openapi/schemas.ts';
import { clientAuthentication, securitySchemes } from './openapi/security.ts';
import type { Recording } from './recording.ts';
import { exampleIssuer } from './server-metadata.ts';

/** The document; without examples where nothing was recorded. */
export function openApi31(recordings: readonly Recording[]): oas31.OpenAPIObject {
  const { version, license } = manifest;
  return oas31.OpenApiBuilder.create({
    openapi: '3.1.0',
    info: {
      title: 'OTP-flow',
      version,
      description: introduction,
      contact: { name: 'The example utility', url: exampleIssuer, email: 'developers@utility.example' },
      license: { name: license, url: `https://spdx.org/licenses/${license}.html` },
    },
    servers: [
      {
        url: '{issuer}',
        description: 'The authorization server. The variable is its issuer identifier.',
        // Without a description: the first schema of OpenAPI 3.1 misspelt the member, and tools that use it refuse it.
        variables: { issuer: { default: exampleIssuer } },
      },
    ],
    tags: [...tags],
    paths: paths(recordings),
    components: { schemas: componentSchemas(), securitySchemes },
    'x-otp-flow': flowExtension,
    'x-client-authentication': clientAuthentication,
  }).getSpec();
}
