/** The tokens of a grant: signed access tokens, and refresh tokens that are recomputed rather than kept. */
import { timingSafeEqual } from 'node:crypto';
import { type AccessTokenResponse, accessTokenType, type ScopeName, scopes as scopeRows } from '../../model/index.ts';
import { type AuthorizationServer, urlOf } from '../authorization-server.ts';
import type { GrantRecord } from './records.ts';

/**
 * The answer that hands out tokens of a grant. Neither outlives the grant.
 *
 * @param scopes what this access token is for: all that was granted, or less
 * @throws Error for a grant that is revoked: there is nobody whose data its tokens could be for
 * @see RFC 6749 §5.1
 */
export async function tokenResponse(
  server: AuthorizationServer,
  key: string,
  grant: GrantRecord,
  scopes: readonly ScopeName[],
  now: number,
): Promise<AccessTokenResponse> {
  const { settings, ports } = server;
  if (grant.account === null) throw new Error('no token can be issued on a grant that is revoked');
  const accountId = await ports.keys.unseal(grant.account);
  const end = now + settings.policy.limits.accessTokenLifeSeconds * 1000;
  const expiresAt = Math.max(now + 1000, Math.min(end, grant.timers.grant ?? end));
  const scope = scopes.map((name) => scopeRows[name].name).join(' ');
  const token = await ports.keys.signAccessToken({
    issuer: settings.issuer,
    audience: urlOf(settings, 'usage'),
    subject: ports.keys.keyedHash('subject', JSON.stringify([grant.clientId, accountId])),
    clientId: grant.clientId,
    tokenId: `${key}.${grant.refreshes}`,
    scope,
    ...(grant.keyThumbprint === undefined ? {} : { keyThumbprint: grant.keyThumbprint }),
    issuedAt: now,
    expiresAt,
  });
  return {
    access_token: token,
    token_type: grant.keyThumbprint === undefined ? accessTokenType.name : accessTokenType.boundName,
    expires_in: Math.floor((expiresAt - now) / 1000),
    scope,
    ...(grant.mayRefresh ? { refresh_token: refreshToken(server, key, grant.refreshes) } : {}),
  };
}

/** The key of the grant that an access token belongs to, by the identifier of the token. */
export const grantOfToken = (tokenId: string): string => tokenId.slice(0, Math.max(0, tokenId.lastIndexOf('.')));

/** What a text that should be a refresh token is: of which grant, and the how manyth; undefined for one never issued. */
export function readRefreshToken(
  server: AuthorizationServer,
  text: string,
): { readonly key: string; readonly number: number } | undefined {
  const [, key = '', number = ''] = /^([\w-]{1,64})\.(0|[1-9]\d{0,8})\.[\w-]{43}$/.exec(text) ?? [];
  if (key === '') return undefined;
  const made = Buffer.from(refreshToken(server, key, Number(number)));
  const brought = Buffer.from(text);
  return made.length === brought.length && timingSafeEqual(made, brought) ? { key, number: Number(number) } : undefined;
}

/** Which of the refresh tokens of a grant one is. */
export const classifiedRefreshToken = (
  grant: GrantRecord | undefined,
  read: { readonly number: number } | undefined,
): 'newest' | 'stale' | 'unknown' => {
  if (grant === undefined || read === undefined || !grant.mayRefresh || read.number > grant.refreshes) return 'unknown';
  return read.number === grant.refreshes ? 'newest' : 'stale';
};

const refreshToken = ({ ports }: AuthorizationServer, key: string, number: number): string =>
  `${key}.${number}.${ports.keys.keyedHash('refresh', `${key} ${number}`)}`;
