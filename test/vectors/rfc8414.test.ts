/** RFC 8414: the metadata of the authorization server, as a client that knows nothing else reads it. */
import { describe, expect, it } from 'vitest';
import { openServer } from '../support/open-server.ts';
import { secretClient } from '../support/test-clients.ts';
import { granted, identification, redemption } from './by-hand.ts';

const wellKnown = '/.well-known/oauth-authorization-server';

describe('RFC 8414 §2: authorization server metadata', () => {
  it('has every member that is required, and those that OTP-flow adds', async () => {
    const test = await openServer();
    const { body } = await test.inject({ method: 'GET', url: wellKnown });
    expect(body).toEqual({
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

  it('never lists none as a signing algorithm, nor one that both sides share a key for', async () => {
    const test = await openServer();
    const { body } = await test.inject({ method: 'GET', url: wellKnown });
    for (const alg of body.token_endpoint_auth_signing_alg_values_supported as string[]) {
      expect(alg).not.toMatch(/^(none|HS\d+)$/i);
    }
  });

  it('points at a JWK Set with public signing keys only', async () => {
    const test = await openServer();
    const answer = await test.inject({ method: 'GET', url: '/jwks' });
    expect(answer.status).toBe(200);
    const keys = answer.body.keys as Record<string, string>[];
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' });
      expect(key.kid).toMatch(/^[\w-]{43}$/);
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']) expect(key).not.toHaveProperty(secret);
    }
  });

  it('says the truth: whatever it lists is served, and what it does not list is not', async () => {
    const test = await openServer();
    const { body } = await test.inject({ method: 'GET', url: wellKnown });
    const path = (member: string) => new URL(String(body[member])).pathname;
    expect((await test.post(path('otp_authorization_endpoint'), identification)).status).toBe(200);
    expect((await test.post(path('otp_delivery_endpoint'), {})).status).toBe(400);
    expect((await test.post(path('token_endpoint'), redemption('x', '1'))).status).toBe(400);
    expect((await test.post(path('revocation_endpoint'), { token: 'x' })).status).toBe(200);
    const asking = secretClient('usage-service');
    expect((await test.post(path('introspection_endpoint'), { token: 'x' }, asking)).status).toBe(200);
    const start = await test.post('/otp-authorization', identification);
    const methods = (start.body.delivery_options as { method: string }[]).map(({ method }) => method);
    expect(methods).toEqual(body.otp_delivery_methods_supported);
    for (const path of ['/authorize', '/authorization', '/register', '/device_authorization']) {
      expect((await test.inject({ method: 'GET', url: path })).status, path).toBe(404);
    }
    expect((await granted(test)).status).toBe(200);
  });
});

describe('RFC 8414 §3: obtaining the metadata', () => {
  it('is a GET at the well-known location of the issuer, without authentication', async () => {
    const test = await openServer();
    const answer = await test.inject({ method: 'GET', url: wellKnown });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json(;|$)/);
    expect((await test.inject({ method: 'POST', url: wellKnown })).status).toBe(405);
  });

  it('RFC 8414 §3.3: gives the very issuer from which the location was made, without query, fragment or final slash', async () => {
    const test = await openServer();
    const issuer = await test.listen();
    const body = (await (await fetch(issuer + wellKnown)).json()) as { issuer: string };
    expect(body.issuer).toBe(issuer);
    expect(body.issuer).not.toMatch(/[?#]|\/$/);
  });
});
