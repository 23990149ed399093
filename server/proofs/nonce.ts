/**
 * Nonces for DPoP proofs. They follow from the time and a key, so that nobody keeps them and every process of the server
 * knows those of the others.
 *
 * @see RFC 9449 §8
 */
import { timingSafeEqual } from 'node:crypto';
import type { AuthorizationServer } from '../authorization-server.ts';

/** The nonce that is handed out now. */
export const currentNonce = (server: AuthorizationServer): string => nonceOf(server, windowNow(server));

/** Whether a nonce is the one that is handed out now, or the one before. */
export function isFreshNonce(server: AuthorizationServer, nonce: unknown): boolean {
  if (typeof nonce !== 'string') return false;
  const brought = Buffer.from(nonce);
  const now = windowNow(server);
  return [now, now - 1].some((window) => {
    const known = Buffer.from(nonceOf(server, window));
    return known.length === brought.length && timingSafeEqual(known, brought);
  });
}

const windowNow = ({ ports, settings }: AuthorizationServer): number =>
  Math.floor(ports.clock.now() / 1000 / settings.policy.limits.nonceLifeSeconds);

const nonceOf = ({ ports }: AuthorizationServer, window: number): string =>
  ports.keys.keyedHash('nonce', String(window));
