/** What every reader of an access token holds it against, and how the house that signed it reads it without asking anybody. */
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { accessTokenType, clientAssertionAlgs, parameters } from '../../model/index.ts';
import { type AuthorizationServer, urlOf } from '../authorization-server.ts';

/**
 * The claims of an access token that holds: of this issuer, for its resource, typed, signed by one of the keys, alive.
 *
 * @throws Error of jose that says what does not hold, or that the keys could not be had
 * @see RFC 9068 §4
 */
export async function verifiedClaims(
  { settings, ports }: AuthorizationServer,
  token: string,
  keys: JWTVerifyGetKey,
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: settings.issuer,
    audience: urlOf(settings, 'usage'),
    typ: accessTokenType.header,
    algorithms: [...clientAssertionAlgs],
    currentDate: new Date(ports.clock.now()),
    requiredClaims: ['exp', 'iat', 'sub', 'jti'],
  });
  return payload;
}

/**
 * The key that an access token is bound to.
 *
 * @see RFC 9449 §6.1
 */
export function boundTo(claims: JWTPayload | undefined): { readonly keyThumbprint?: string } {
  const confirmation = claims?.[parameters.confirmation.name] as Readonly<Record<string, unknown>> | undefined; // an object, as this issuer writes it
  const keyThumbprint = confirmation?.[parameters.keyThumbprint.name];
  return typeof keyThumbprint === 'string' ? { keyThumbprint } : {};
}

/** The claims of an access token of this server; undefined for one that was not signed here, or has expired. */
export async function ownAccessToken(server: AuthorizationServer, token: string): Promise<JWTPayload | undefined> {
  const keys = createLocalJWKSet(server.ports.keys.publicKeys() as unknown as JSONWebKeySet); // published by this server
  // what is wrong with it is nobody's business here
  return verifiedClaims(server, token, keys).catch(() => undefined);
}
