/** Judges the public keys that a client registers. */
import { createPublicKey } from 'node:crypto';
import { signingAlgorithms } from '../../model/vocabulary/index.ts';
import { isJsonObject } from './json-object.ts';

/** Shorter RSA keys are refused by RFC 7518 §3.3. */
const shortestRsaBits = 2048;

/** Members of a JWK that only private or shared keys have (RFC 7518 §6). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/**
 * What is wrong with the JWK Set of a client, one phrase each; empty when every key of it can verify assertions. No
 * phrase quotes a key.
 */
export function keySetProblems(jwks: unknown): string[] {
  const keys = isJsonObject(jwks) ? jwks.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0) {
    return ['needs authentication.jwks, a JWK Set with one key at least'];
  }
  const problems = keys.map(keyProblem);
  const kids = keys.flatMap((key) => (isJsonObject(key) && key.kid !== undefined ? [key.kid] : []));
  const findings = problems.flatMap((problem, index) =>
    problem === undefined ? [] : [`has a key ${index + 1} ${problem}`],
  );
  return new Set(kids).size === kids.length ? findings : [...findings, 'has two keys with the same kid'];
}

function keyProblem(key: unknown): string | undefined {
  if (!isJsonObject(key)) return 'that is not a JWK';
  if (secretMembers.some((member) => member in key)) return 'that is not public; only the public half belongs here';
  if (key.kid !== undefined && typeof key.kid !== 'string') return 'whose kid is no text';
  if (key.use !== undefined && key.use !== 'sig') return 'whose use is not sig';
  const fits = Object.values(signingAlgorithms).some(
    (row) =>
      row.keyType === key.kty &&
      (!('curve' in row) || row.curve === key.crv) &&
      (key.alg === undefined || key.alg === row.name),
  );
  if (!fits) return 'of a type, curve or algorithm that is not supported';
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key, format: 'jwk' });
    const bits = asymmetricKeyDetails?.modulusLength;
    return bits !== undefined && bits < shortestRsaBits ? `with fewer than ${shortestRsaBits} bits` : undefined;
  } catch {
    return 'that cannot be read';
  }
}
