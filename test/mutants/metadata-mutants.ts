/** Servers that publish something else than what they do: metadata and keys. */

import { status } from './answer-edits.ts';
import { type Mutant, mutantsOf, row } from './mutant.ts';
import { answering, type Body, replying } from './wire-edits.ts';

export const metadataMutants: readonly Mutant[] = mutantsOf('answer', {
  'grant-type-not-listed': row(
    'does not list the grant type in its metadata',
    ['metadata/grant-type'],
    replying('metadata', (body) => {
      body.grant_types_supported = ['authorization_code'];
    }),
  ),
  'endpoint-not-served': row(
    'publishes an endpoint that it does not serve',
    ['metadata/endpoints'],
    replying('metadata', (body) => {
      body.authorization_endpoint = `${body.issuer}/authorize`;
    }),
  ),
  'response-types': row(
    'lists a response type without an authorization endpoint',
    ['metadata/response-types'],
    replying('metadata', (body) => {
      body.response_types_supported = ['code'];
    }),
  ),
  'no-options-listed': row(
    'does not list formats and methods in its metadata',
    ['metadata/options'],
    replying('metadata', (body) => {
      delete body.otp_sub_id_formats_supported;
      delete body.otp_delivery_methods_supported;
    }),
  ),
  'keys-private': row(
    'publishes the private half of its key',
    ['metadata/keys'],
    replying('keys', (body) => {
      for (const key of body.keys as Body[]) key.d = key.x;
    }),
  ),
  'keys-of-another': row(
    'publishes a key that verifies none of its tokens',
    ['metadata/keys'],
    replying('keys', (body) => {
      const x = 'WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis';
      const y = 'y77t-RvAHRKTsSGdIYUfweuOvwrvDD-Q3Hv5J0fSKbE';
      for (const key of body.keys as Body[]) Object.assign(key, { kty: 'EC', crv: 'P-256', x, y });
    }),
  ),
  'keys-missing': row('serves no keys', ['metadata/keys'], answering(['keys'], status(404))),
});
