import { createHmac, generateKeyPairSync } from 'node:crypto';
import { compactDecrypt, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemRandomness } from '../../../server/chance/randomness.ts';
import { type KeyMaterial, newKeyMaterial } from '../../../server/keys/key-material.ts';
import { createKeyRing } from '../../../server/keys/key-ring.ts';
import type { AccessTokenClaims, KeyRing } from '../../../server/ports.ts';

const claims: AccessTokenClaims = {
  issuer: 'https://utility.example',
  audience: 'https://utility.example/usage',
  subject: 'pairwise-subject',
  clientId: 'lighting-aisle-kiosk',
  tokenId: 'token-1',
  scope: 'usage:read',
  issuedAt: 1_795_596_664_999,
  expiresAt: 1_795_600_264_999,
};

const material = newKeyMaterial(systemRandomness);
const { privateKey: rsaKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: otherRsaKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signingKeys: Record<string, KeyMaterial['signingKey']> = {
  ES256: material.signingKey,
  EdDSA: newKeyMaterial(systemRandomness, 'EdDSA').signingKey,
  Ed25519: { ...newKeyMaterial(systemRandomness, 'EdDSA').signingKey, alg: 'Ed25519' },
  RS256: rsaKey.export({ format: 'jwk' }),
  PS256: { ...rsaKey.export({ format: 'jwk' }), alg: 'PS256' },
};

/** As a resource server reads the published keys. */
const published = (ring: KeyRing) => createLocalJWKSet(ring.publicKeys() as unknown as JSONWebKeySet); // jose checks it

describe('the key ring', () => {
  let ring: KeyRing;
  beforeAll(async () => {
    ring = await createKeyRing(material);
  });

  it('hashes with its secret, and differently for each purpose', async () => {
    const secret = Buffer.from(material.hashSecret, 'base64url');
    const expected = createHmac('sha256', secret).update('passcode\u000004915672').digest('base64url');
    expect(ring.keyedHash('passcode', '04915672')).toBe(expected);
    const purposes = ['session', 'passcode', 'account', 'subject', 'denial', 'contact', 'seen'] as const;
    expect(new Set(purposes.map((purpose) => ring.keyedHash(purpose, 'same'))).size).toBe(purposes.length);
    const other = await createKeyRing({ ...material, hashSecret: material.sealingKey });
    expect(other.keyedHash('passcode', '04915672')).not.toBe(expected);
  });

  it('seals what only it can unseal', async () => {
    const text = 'Your code is 04915672 — “amber otter”';
    const sealed = await ring.seal(text);
    expect(await ring.unseal(sealed)).toBe(text);
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain('04915672');
    expect(decodeProtectedHeader(sealed)).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect(await ring.seal(text)).not.toBe(sealed);
    const key = Buffer.from(material.sealingKey, 'base64url');
    expect(Buffer.from((await compactDecrypt(sealed, key)).plaintext).toString()).toBe(text);
  });

  it('does not unseal what was changed or sealed by another', async () => {
    const parts = (await ring.seal('text')).split('.');
    parts[3] = Buffer.from('tixt').toString('base64url');
    await expect(ring.unseal(parts.join('.'))).rejects.toThrow();
    const other = await createKeyRing(newKeyMaterial(systemRandomness));
    await expect(ring.unseal(await other.seal('text'))).rejects.toThrow();
  });

  for (const [alg, signingKey] of Object.entries(signingKeys)) {
    it(`signs access tokens that its published ${alg} key verifies (RFC 9068)`, async () => {
      const signing = await createKeyRing({ ...material, signingKey });
      const token = await signing.signAccessToken(claims);
      const { payload, protectedHeader, key } = await jwtVerify(token, published(signing), {
        typ: 'at+jwt',
        currentDate: new Date(claims.issuedAt),
      });
      expect(payload).toEqual({
        iss: claims.issuer,
        aud: claims.audience,
        sub: claims.subject,
        client_id: claims.clientId,
        jti: claims.tokenId,
        scope: claims.scope,
        iat: 1_795_596_664,
        exp: 1_795_600_264,
      });
      const [publishedKey] = signing.publicKeys().keys;
      expect(protectedHeader).toEqual({ typ: 'at+jwt', alg, kid: publishedKey?.kid });
      expect(publishedKey).toMatchObject({ alg, use: 'sig' });
      expect(key).toBeDefined();
    });
  }

  it('publishes no private member of a key, and names the key by its thumbprint (RFC 7638)', async () => {
    for (const signingKey of Object.values(signingKeys)) {
      const { keys } = (await createKeyRing({ ...material, signingKey })).publicKeys();
      expect(keys).toHaveLength(1);
      const members = Object.keys(keys[0] ?? {}).filter((member) => !['kty', 'kid', 'alg', 'use'].includes(member));
      expect(members).toEqual({ EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'], RSA: ['n', 'e'] }[String(keys[0]?.kty)]);
    }
    // the example of RFC 8037 §A.3
    const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const rfc = await createKeyRing({ ...material, signingKey: { kty: 'OKP', crv: 'Ed25519', d, x } });
    expect(rfc.publicKeys().keys[0]?.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('signs the same claims to the same token with EdDSA and RS256, as recordings need', async () => {
    for (const alg of ['EdDSA', 'RS256']) {
      const signing = await createKeyRing({ ...material, signingKey: signingKeys[alg] ?? {} });
      expect(await signing.signAccessToken(claims)).toBe(await signing.signAccessToken(claims));
    }
  });

  it('refuses a signing key that cannot sign, without quoting it', async () => {
    const { d = '', ...publicHalf } = material.signingKey;
    const other = newKeyMaterial(systemRandomness).signingKey;
    const broken: Record<string, KeyMaterial['signingKey']> = {
      'a public key': publicHalf,
      'halves of two keys': { ...other, d },
      'halves of two Ed25519 keys': { ...signingKeys.EdDSA, x: String(signingKeys.ES256?.x) },
      'halves of two RSA keys': { ...signingKeys.RS256, n: otherRsaKey.export({ format: 'jwk' }).n ?? '' },
      'a shared key': { kty: 'oct', k: material.sealingKey },
      'an unsupported curve': generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ format: 'jwk' }),
      'an algorithm of another type': { ...material.signingKey, alg: 'RS256' },
      'a short RSA key': generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' }),
      garbage: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' },
    };
    for (const [name, signingKey] of Object.entries(broken)) {
      const error = await createKeyRing({ ...material, signingKey }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error, name).toBeInstanceOf(TypeError);
      expect(String(error), name).toContain('signingKey');
      expect(String(error)).not.toContain(d);
    }
  });
});

describe('new key material', () => {
  it('follows from the randomness alone', () => {
    const counting = () => {
      const counts = [1, 2, 3];
      return { bytes: (length: number) => new Uint8Array(length).fill(counts.shift() ?? 0) };
    };
    for (const alg of ['ES256', 'EdDSA'] as const) {
      expect(newKeyMaterial(counting(), alg)).toEqual(newKeyMaterial(counting(), alg));
      expect(newKeyMaterial(systemRandomness, alg)).not.toEqual(newKeyMaterial(systemRandomness, alg));
    }
    expect(newKeyMaterial(counting()).hashSecret).not.toBe(newKeyMaterial(counting()).sealingKey);
  });

  it('draws again when a draw is no private key of the curve', () => {
    const draws = [1, 2, 255, 3];
    const { signingKey } = newKeyMaterial({ bytes: (length) => new Uint8Array(length).fill(draws.shift() ?? 0) });
    expect(signingKey.d).toBe(Buffer.alloc(32, 3).toString('base64url'));
  });
});
