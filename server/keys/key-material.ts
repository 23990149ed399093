/** The secrets of a key ring, as they are kept in a file: how they are made, read and judged. */
import { createECDH, createPrivateKey, type JsonWebKey } from 'node:crypto';
import { type SigningAlgorithm, signingAlgorithms } from '../../model/vocabulary/index.ts';
import type { Randomness } from '../ports.ts';

export interface KeyMaterial {
  /** 32 bytes, base64url: what keyed hashes are made with. */
  readonly hashSecret: string;
  /** 32 bytes, base64url: what waiting messages are encrypted with. */
  readonly sealingKey: string;
  /** Private JWK that signs access tokens: P-256, Ed25519 or RSA. */
  readonly signingKey: Readonly<JsonWebKey>;
  /** Keys that take over, one after the other, each at an ISO instant; published before, so that nobody is surprised. */
  readonly laterSigningKeys?: readonly { readonly signingKey: Readonly<JsonWebKey>; readonly usedFrom: string }[];
}

/**
 * New secrets and a new signing key, all drawn from `randomness`: the same bytes make the same keys.
 *
 * @param alg `ES256`, or `EdDSA`, whose signatures are deterministic
 */
export function newKeyMaterial(randomness: Randomness, alg: 'ES256' | 'EdDSA' = 'ES256'): KeyMaterial {
  return {
    hashSecret: base64url(randomness.bytes(secretBytes)),
    sealingKey: base64url(randomness.bytes(secretBytes)),
    signingKey: { ES256: newP256Key, EdDSA: newEd25519Key }[alg](randomness),
  };
}

/**
 * Reads key material from JSON text.
 *
 * @throws TypeError that says what is wrong, and quotes nothing of the text
 */
export function parseKeyMaterial(text: string): KeyMaterial {
  const { hashSecret, sealingKey, signingKey, laterSigningKeys } = parseObject(text);
  if (!isSecret(hashSecret)) throw new TypeError('hashSecret is not 32 bytes of base64url');
  if (!isSecret(sealingKey)) throw new TypeError('sealingKey is not 32 bytes of base64url');
  if (!isObject(signingKey)) throw new TypeError('signingKey is not a JWK');
  if (laterSigningKeys === undefined) return { hashSecret, sealingKey, signingKey };
  return { hashSecret, sealingKey, signingKey, laterSigningKeys: laterKeys(laterSigningKeys) };
}

function laterKeys(list: unknown): NonNullable<KeyMaterial['laterSigningKeys']> {
  if (!Array.isArray(list)) throw new TypeError('laterSigningKeys is not a list');
  const keys = list.map((later: unknown) => {
    const { signingKey, usedFrom } = isObject(later) ? later : {};
    if (!isObject(signingKey)) throw new TypeError('laterSigningKeys has a signingKey that is not a JWK');
    if (typeof usedFrom !== 'string' || Number.isNaN(Date.parse(usedFrom)))
      throw new TypeError('laterSigningKeys has a usedFrom that is not an instant, such as 2027-01-31T12:00:00Z');
    return { signingKey, usedFrom };
  });
  const instants = keys.map(({ usedFrom }) => Date.parse(usedFrom));
  if (instants.some((instant, place) => place > 0 && instant <= (instants[place - 1] ?? 0)))
    throw new TypeError('laterSigningKeys is not in the order in which the keys are used');
  return keys;
}

/**
 * The algorithm that a signing key is for: the one it names, or else the first one for its type and curve.
 *
 * @throws TypeError when there is none
 */
export function signingAlgorithmOf({ kty, crv, alg }: Readonly<JsonWebKey>): SigningAlgorithm {
  const fitting = Object.values(signingAlgorithms).filter(
    (row) => row.keyType === kty && (!('curve' in row) || row.curve === crv),
  );
  const chosen = alg === undefined ? fitting[0] : fitting.find((row) => row.name === alg);
  if (chosen === undefined) throw new TypeError('signingKey is of a type, curve or algorithm that is not supported');
  return chosen.name;
}

const secretBytes = 32;

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const isSecret = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[A-Za-z0-9_-]{43}$/.test(value) &&
  Buffer.from(value, 'base64url').length === secretBytes;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // the parser's own message quotes the text
    throw new TypeError('it is not JSON');
  }
  if (!isObject(parsed)) throw new TypeError('it is not a JSON object');
  return parsed;
}

function newP256Key(randomness: Randomness): JsonWebKey {
  const ecdh = createECDH('prime256v1');
  for (;;) {
    const scalar = randomness.bytes(secretBytes);
    try {
      ecdh.setPrivateKey(scalar);
    } catch {
      continue; // not below the order of the curve, once in 2^32 draws
    }
    const point = ecdh.getPublicKey(); // one byte of form, then both coordinates
    const [x, y] = [base64url(point.subarray(1, 33)), base64url(point.subarray(33))];
    return { kty: 'EC', crv: 'P-256', x, y, d: base64url(scalar) };
  }
}

/** What precedes the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410 §7). */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function newEd25519Key(randomness: Randomness): JsonWebKey {
  const der = Buffer.concat([ed25519Prefix, randomness.bytes(secretBytes)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
}
