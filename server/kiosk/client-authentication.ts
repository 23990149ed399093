import { type CryptoKey, importJWK, type JWK } from 'jose';
import { type ClientAuth, modifyAssertion, PrivateKeyJwt } from 'oauth4webapi';
import type { SigningAlgorithm } from '../../model/vocabulary/index.ts';
import { randomHandle } from '../chance/randomness.ts';
import type { Clock, Randomness } from '../ports.ts';

/** The kiosk as a registered client. */
export interface KioskClient {
  readonly clientId: string;
  /** A private JWK keeps its `kid` in the assertion's header. */
  readonly privateKey: CryptoKey | JWK;
  readonly alg: SigningAlgorithm;
}

/** Long enough for a slow request, far below what an authorization server has to accept. */
const assertionLifeSeconds = 60;

/**
 * Authenticates requests with `private_key_jwt`: a fresh assertion each, whose audience is the issuer identifier.
 *
 * @throws TypeError when the key is not a private key for the algorithm
 * @see RFC 7523 §2.2
 */
export async function clientAuthentication(
  { privateKey, alg }: KioskClient,
  clock: Clock,
  randomness: Randomness,
): Promise<ClientAuth> {
  const key = privateKey instanceof CryptoKey ? privateKey : await importJWK(privateKey, alg);
  if (!(key instanceof CryptoKey)) throw new TypeError('The key of the kiosk is no private key');
  const kid = 'kid' in privateKey ? privateKey.kid : undefined;
  return PrivateKeyJwt(kid === undefined ? { key } : { key, kid }, {
    [modifyAssertion](header, payload) {
      const issuedAt = Math.floor(clock.now() / 1000);
      // One key can go by two names, as Ed25519 does: the registration knows it by this one.
      header.alg = alg;
      Object.assign(payload, {
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + assertionLifeSeconds,
        jti: randomHandle(randomness),
      });
    },
  });
}
