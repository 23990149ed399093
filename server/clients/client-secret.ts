/**
 * Authentication by a shared secret in the Authorization header.
 *
 * @see RFC 6749 §2.3.1
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { authenticationSchemes, clientAuthenticationMethods } from '../../model/vocabulary/index.ts';
import { decodeFormText, decodeUtf8 } from '../http/form.ts';
import type { ClientDirectory } from '../ports.ts';
import { type AuthenticationOutcome, otherClientId, unauthenticated } from './authentication-outcome.ts';

/**
 * What a registration keeps of a secret: its SHA-256, 64 lower-case hexadecimal digits. Enough for secrets that a
 * machine drew, of 128 bits or more; not for words that a person chose.
 */
export const hashClientSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Authenticates the client that a Basic header names. Takes the same time for unknown clients as for wrong secrets.
 *
 * @param authorizationHeader value of the header field, of any scheme
 * @param namedClientId value of the parameter `client_id`, when the request has it
 */
export async function authenticateBySecret(
  authorizationHeader: string,
  namedClientId: string | undefined,
  clients: ClientDirectory,
): Promise<AuthenticationOutcome> {
  const [, scheme = '', credentials = ''] = /^(\S+) *(.*)$/.exec(authorizationHeader) ?? [];
  if (scheme.toLowerCase() !== authenticationSchemes.basic.toLowerCase()) {
    return unauthenticated('unsupportedMethod', 'the Authorization header has another scheme than Basic');
  }
  const pair = decodeCredentials(credentials);
  if (pair === undefined) return unauthenticated('unreadable', 'the Basic credentials are malformed');

  const client = await clients.find(pair.clientId);
  const registered = client?.authentication.method === 'clientSecretBasic' ? client.authentication : undefined;
  const matches = sameHash(hashClientSecret(pair.secret), registered?.secretSha256 ?? nobodysHash);
  if (client === undefined) return unauthenticated('unknownClient', 'the Basic credentials name no client');
  if (registered === undefined) {
    const { name } = clientAuthenticationMethods[client.authentication.method];
    return unauthenticated('wrongMethod', `the client is registered for ${name}`);
  }
  if (namedClientId !== undefined && namedClientId !== client.clientId) return otherClientId;
  if (!matches) return unauthenticated('badSecret', 'the secret is wrong');
  return { outcome: 'authenticated', client };
}

/** Compared with for unknown clients. No secret hashes to it that anybody knows, and no outcome depends on it. */
const nobodysHash = '0'.repeat(64);

function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Base64 of the form-encoded identifier, a colon, and the form-encoded secret. */
function decodeCredentials(credentials: string): { readonly clientId: string; readonly secret: string } | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(credentials)) return undefined;
  const text = decodeUtf8(Buffer.from(credentials, 'base64'));
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 0) return undefined;
  const clientId = decodeFormText(text.slice(0, colon));
  const secret = decodeFormText(text.slice(colon + 1));
  return clientId === undefined || clientId === '' || secret === undefined ? undefined : { clientId, secret };
}
