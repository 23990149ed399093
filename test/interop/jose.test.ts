/** Another resource server, which knows the issuer and nothing else, verifies tokens with the published keys. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { newKeyMaterial } from '../../server/keys/key-material.ts';
import { createKeyRing } from '../../server/keys/key-ring.ts';
import { converse } from '../support/conversation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { openServer } from '../support/open-server.ts';
import { seededRandomness } from '../support/seeded-randomness.ts';

interface Metadata {
  readonly issuer: string;
  readonly jwks_uri: string;
}

async function listening(keys?: Parameters<typeof newKeyMaterial>) {
  const ring = keys === undefined ? {} : { keys: await createKeyRing(newKeyMaterial(...keys)) };
  const test = await openServer({ clock: fakeClock(Date.now()), ...ring });
  const issuer = await test.listen();
  const response = await fetch(`${issuer}/.well-known/oauth-authorization-server`);
  return { test, metadata: (await response.json()) as Metadata }; // as the server publishes it
}

describe('jose, with the keys that the metadata points at', () => {
  it.each([
    ['ES256', undefined],
    ['EdDSA', [seededRandomness('another signature'), 'EdDSA'] as Parameters<typeof newKeyMaterial>],
  ])('verifies an access token that is signed with %s', async (alg, keys) => {
    const { test, metadata } = await listening(keys);
    const { token } = await converse(test).granted();
    const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata.jwks_uri)), {
      issuer: metadata.issuer,
      audience: `${metadata.issuer}/usage`,
      typ: 'at+jwt',
      requiredClaims: ['client_id', 'sub', 'jti', 'scope', 'exp', 'iat'],
    });
    expect(protectedHeader.alg).toBe(alg);
    expect(payload).toMatchObject({ client_id: 'energy-auditor', scope: 'usage:read' });
  });

  it('refuses one of a server with other keys', async () => {
    const honest = await listening();
    const evil = await listening([seededRandomness('evil'), 'ES256']);
    const { token } = await converse(evil.test).granted();
    await expect(jwtVerify(token, createRemoteJWKSet(new URL(honest.metadata.jwks_uri)))).rejects.toThrow(
      errors.JWKSNoMatchingKey,
    );
  });

  it('refuses one that has expired', async () => {
    const { test, metadata } = await listening();
    const { token } = await converse(test).granted();
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
    await expect(jwtVerify(token, keys, { currentDate: new Date(Date.now() + 3_601_000) })).rejects.toThrow(
      errors.JWTExpired,
    );
  });
});
