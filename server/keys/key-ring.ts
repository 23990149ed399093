/** Everything that needs a key, done with node:crypto and jose. */
import { createHmac } from 'node:crypto';
import {
  CompactEncrypt,
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  compactDecrypt,
  compactVerify,
  importJWK,
  type JWK,
  SignJWT,
} from 'jose';
import { accessTokenType, parameters, type SigningAlgorithm } from '../../model/vocabulary/index.ts';
import { systemRandomness } from '../chance/randomness.ts';
import type { AccessTokenClaims, KeyRing } from '../ports.ts';
import { loadOrCreateKeyFile } from './key-file.ts';
import { type KeyMaterial, newKeyMaterial, signingAlgorithmOf } from './key-material.ts';

/**
 * The key ring of a file, which is created with new keys when it does not exist.
 *
 * @throws Error that names the file and says what is wrong with it
 */
export async function openKeyRing(file: string): Promise<KeyRing> {
  const material = await loadOrCreateKeyFile(file, () => newKeyMaterial(systemRandomness));
  try {
    return await createKeyRing(material);
  } catch (error) {
    throw new Error(`The key file ${file} is broken: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/**
 * A key ring of given material. Sealing differs each time. Signing does too with ES256 and PS256; with EdDSA and RS256
 * the same claims give the same token.
 *
 * @throws TypeError when the signing key cannot sign
 */
export async function createKeyRing(material: KeyMaterial): Promise<KeyRing> {
  const hashSecret = Buffer.from(material.hashSecret, 'base64url');
  const sealingKey = await importJWK({ kty: 'oct', k: material.sealingKey }, sealing.enc);
  const { alg, kid, privateKey, publicJwk } = await importSigningKey(material.signingKey);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return {
    // no purpose contains NUL, so no two pairs of purpose and text are the same bytes
    keyedHash: (purpose, text) => createHmac('sha256', hashSecret).update(`${purpose}\0${text}`).digest('base64url'),
    seal: (plaintext) => new CompactEncrypt(encoder.encode(plaintext)).setProtectedHeader(sealing).encrypt(sealingKey),
    async unseal(sealed) {
      const { plaintext } = await compactDecrypt(sealed, sealingKey, {
        keyManagementAlgorithms: [sealing.alg],
        contentEncryptionAlgorithms: [sealing.enc],
      });
      return decoder.decode(plaintext);
    },
    signAccessToken: (claims) =>
      accessToken(claims).setProtectedHeader({ typ: accessTokenType.header, alg, kid }).sign(privateKey),
    publicKeys: () => ({ keys: [{ ...publicJwk }] }),
  };
}

/** Encryption of what waits in the store: with the key itself, authenticated. */
const sealing = { alg: 'dir', enc: 'A256GCM' } as const;

/** Instants arrive in milliseconds; a NumericDate is in seconds (RFC 7519 §2). */
const accessToken = (claims: AccessTokenClaims): SignJWT =>
  new SignJWT({
    client_id: claims.clientId,
    scope: claims.scope,
    ...(claims.keyThumbprint === undefined
      ? {}
      : { [parameters.confirmation.name]: { [parameters.keyThumbprint.name]: claims.keyThumbprint } }),
  })
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setSubject(claims.subject)
    .setJti(claims.tokenId)
    .setIssuedAt(Math.floor(claims.issuedAt / 1000))
    .setExpirationTime(Math.floor(claims.expiresAt / 1000));

interface SigningKey {
  readonly alg: SigningAlgorithm;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: Readonly<Record<string, unknown>>;
}

async function importSigningKey(jwk: KeyMaterial['signingKey']): Promise<SigningKey> {
  const alg = signingAlgorithmOf(jwk);
  const bare = publicMembers(jwk);
  try {
    const { d, p, q, dp, dq, qi } = jwk;
    const privateKey = await importJWK({ ...bare, d, p, q, dp, dq, qi } as JWK, alg); // told by the import
    const publicKey = await importJWK(bare, alg);
    if (privateKey instanceof Uint8Array || privateKey.type !== 'private') throw new TypeError('not a private key');
    const probe = await new CompactSign(new Uint8Array(1)).setProtectedHeader({ alg }).sign(privateKey);
    await compactVerify(probe, publicKey);
    const kid = await calculateJwkThumbprint(bare);
    return { alg, kid, privateKey, publicJwk: { ...bare, kid, alg, use: 'sig' } };
  } catch {
    // what the import says may quote the key
    throw new TypeError('signingKey is not a whole private JWK, or its public half is of another key');
  }
}

/** An allow-list, so that no private member can ever be published. */
function publicMembers({ kty, crv, x, y, n, e }: KeyMaterial['signingKey']): JWK {
  const members = Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as JWK; // told by the import
}
