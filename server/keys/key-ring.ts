/** Everything that needs a key, done with node:crypto and jose. */
import { createHmac } from 'node:crypto';
import { CompactSign, calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose';
import { systemClock } from '../chance/clock.ts';
import { systemRandomness } from '../chance/randomness.ts';
import type { Clock, KeyRing } from '../ports.ts';
import { loadOrCreateKeyFile } from './key-file.ts';
import { type KeyMaterial, newKeyMaterial, signingAlgorithmOf } from './key-material.ts';
import { publishedAt, scheduleOf, signingAt } from './key-schedule.ts';
import { sealed, unsealed } from './sealing.ts';
import { signedAccessToken, signingKeyOf, type TokenSigner } from './signing.ts';

/**
 * The key ring of a file, which is created with new keys when it does not exist.
 *
 * @throws Error that names the file and says what is wrong with it
 */
export async function openKeyRing(file: string, clock: Clock = systemClock): Promise<ReloadableKeyRing> {
  const load = async (): Promise<KeyRing> => {
    const material = await loadOrCreateKeyFile(file, () => newKeyMaterial(systemRandomness));
    try {
      return await createKeyRing(material, clock);
    } catch (error) {
      throw new Error(`The key file ${file} is broken: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  };
  let ring = await load();
  return {
    keyedHash: (purpose, text) => ring.keyedHash(purpose, text),
    seal: (plaintext) => ring.seal(plaintext),
    unseal: (sealed) => ring.unseal(sealed),
    signAccessToken: (claims) => ring.signAccessToken(claims),
    publicKeys: () => ring.publicKeys(),
    reload: async () => {
      ring = await load();
    },
  };
}

/** A key ring that can read its file again. */
export interface ReloadableKeyRing extends KeyRing {
  /** Takes what the file says now. When the file is broken, that is thrown and everything stays as it was. */
  reload(): Promise<void>;
}

/**
 * A key ring of given material. Sealing differs each time. Signing does too with ES256 and PS256; with EdDSA and RS256
 * the same claims give the same token.
 *
 * @param clock tells which keys are published; which one signs is told by the instant in the claims
 * @throws TypeError when the signing key cannot sign
 */
export async function createKeyRing(material: KeyMaterial, clock: Clock = systemClock): Promise<KeyRing> {
  const hashSecret = Buffer.from(material.hashSecret, 'base64url');
  const sealingKey = Buffer.from(material.sealingKey, 'base64url');
  const keys = await Promise.all(
    scheduleOf(material).map(async (scheduled) => ({
      ...scheduled,
      ...(await importSigningKey(scheduled.signingKey)),
    })),
  );
  return {
    // no purpose contains NUL, so no two pairs of purpose and text are the same bytes
    keyedHash: (purpose, text) => createHmac('sha256', hashSecret).update(`${purpose}\0${text}`).digest('base64url'),
    seal: async (plaintext) => sealed(sealingKey, plaintext),
    unseal: async (text) => unsealed(sealingKey, text),
    signAccessToken: async (claims) => signedAccessToken(signingAt(keys, claims.issuedAt), claims),
    publicKeys: () => ({ keys: publishedAt(keys, clock.now()).map(({ publicJwk }) => ({ ...publicJwk })) }),
  };
}

interface SigningKey extends TokenSigner {
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
    return {
      alg,
      kid,
      key: signingKeyOf(jwk),
      publicJwk: { ...bare, kid, alg, use: 'sig' },
    };
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
