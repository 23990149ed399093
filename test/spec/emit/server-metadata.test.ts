import { expect, it } from 'vitest';
import { metadataOf } from '../../../model/index.ts';
import { compileSchemas } from '../../../spec/check/validators.ts';
import { messageSchemas, schemaId } from '../../../spec/emit/json-schema.ts';
import { emitServerMetadata } from '../../../spec/emit/server-metadata.ts';

it('The metadata document says what RFC 8414 asks, and what OTP-flow adds', () => {
  const [artifact] = emitServerMetadata();
  expect(artifact?.path).toBe('authorization-server-metadata.json');
  // By hand, from RFC 8414 §2 and the protocol's description.
  expect(JSON.parse(artifact?.content ?? '')).toEqual({
    issuer: 'https://utility.example',
    otp_authorization_endpoint: 'https://utility.example/otp-authorization',
    otp_delivery_endpoint: 'https://utility.example/otp-delivery',
    token_endpoint: 'https://utility.example/token',
    revocation_endpoint: 'https://utility.example/revoke',
    introspection_endpoint: 'https://utility.example/introspect',
    jwks_uri: 'https://utility.example/jwks',
    scopes_supported: ['usage:read', 'usage:summary'],
    response_types_supported: [],
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:otp', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'],
    revocation_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic'],
    revocation_endpoint_auth_signing_alg_values_supported: ['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'],
    introspection_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic'],
    introspection_endpoint_auth_signing_alg_values_supported: ['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'],
    dpop_signing_alg_values_supported: ['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'],
    ui_locales_supported: ['en', 'es'],
    otp_sub_id_formats_supported: [
      'phone_number',
      'email',
      'account',
      'account_number',
      'postal_address',
      'meter_number',
    ],
    otp_delivery_methods_supported: ['sms', 'voice', 'email'],
  });
});

it('A delivery method that is not served is not announced', () => {
  expect(metadataOf('https://utility.example').otp_delivery_methods_supported).not.toContain('postal');
});

it('The metadata of any issuer fit their schema', async () => {
  const validators = await compileSchemas(Object.values(messageSchemas()));
  for (const issuer of ['https://utility.example', 'http://127.0.0.1:8080', 'https://host.example/tenant']) {
    const verdict = validators.validateWithBoth(schemaId('authorizationServerMetadata'), metadataOf(issuer));
    expect(verdict.outcome).toBe('valid');
  }
});
