/** Access tokens as the house that signed them reads them, without asking anybody. */
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { accessTokenType, clientAssertionAlgs } from '../../model/index.ts';
import { type AuthorizationServer, urlOf } from '../authorization-server.ts';

/** The claims of an access token of this server; undefined for one that was not signed here, or has expired. */
export async function ownAccessToken(server: AuthorizationServer, token: string): Promise<JWTPayload | undefined> {
  const { settings, ports } = server;
  try {
    const keys = createLocalJWKSet(ports.keys.publicKeys() as unknown as JSONWebKeySet); // published by this server
    const { payload } = await jwtVerify(token, keys, {
      issuer: settings.issuer,
      audience: urlOf(settings, 'usage'),
      typ: accessTokenType.header,
      algorithms: [...clientAssertionAlgs],
      currentDate: new Date(ports.clock.now()),
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
    });
    return payload;
  } catch {
    return undefined; // what is wrong with it is nobody's business here
  }
}
