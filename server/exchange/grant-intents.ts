/** What an admitted request wants of a grant: the one place where messages about tokens become facts. */
import {
  accessTokenType,
  type IntrospectionResponse,
  parameters as rows,
  type ScopeName,
  scopes as scopeRows,
} from '../../model/index.ts';
import type { Received } from '../admission/admission.ts';
import { boundTo, ownAccessToken } from './access-token.ts';
import type { ConductedOnGrant, GrantIntent } from './conduct-grant.ts';
import { senderOf } from './intents.ts';
import type { GrantRecord } from './records.ts';
import { classifiedRefreshToken, grantOfToken, readRefreshToken } from './tokens.ts';

export interface AskedOfGrant extends GrantIntent {
  /** The body of a successful answer. */
  answer(conducted: ConductedOnGrant): unknown;
}

/** To refresh. */
export async function refreshIntent(received: Received): Promise<AskedOfGrant> {
  const { server, parameters } = received;
  const read = readRefreshToken(server, parameters.get(rows.refreshToken.name) ?? '');
  const asked = parameters.get(rows.scope.name)?.split(' ');
  const wanted = (grant: GrantRecord | undefined): readonly ScopeName[] =>
    (grant?.scopes ?? []).filter((name) => asked === undefined || asked.includes(scopeRows[name].name));
  return {
    key: read?.key ?? '',
    facts: (grant) => ({
      client: senderOf(received, grant),
      refreshToken: classifiedRefreshToken(grant, read),
      scope: asked === undefined || wanted(grant).length === new Set(asked).size ? 'within' : 'wider',
    }),
    scopes: wanted,
    answer: ({ token }) => token,
  };
}

/** To give a token back, of whichever kind it is. */
export async function revocationIntent(received: Received): Promise<AskedOfGrant> {
  const { server, parameters } = received;
  const token = parameters.get(rows.token.name) ?? '';
  const refresh = readRefreshToken(server, token);
  const claims = refresh === undefined ? await ownAccessToken(server, token) : undefined;
  const key = refresh?.key ?? grantOfToken(claims?.jti ?? '');
  return {
    key,
    facts: (grant) => ({ client: clientFact(received, grant), token: key === '' ? 'unknown' : 'good' }),
    answer: () => undefined,
  };
}

/**
 * To ask about an access token. Refresh tokens are none that a resource server may know about.
 *
 * @see RFC 7662 §2.2
 */
export async function introspectionIntent({ server, parameters }: Received): Promise<AskedOfGrant> {
  const claims = await ownAccessToken(server, parameters.get(rows.token.name) ?? '');
  const { keyThumbprint } = boundTo(claims);
  const told = Object.entries({
    scope: claims?.scope,
    client_id: claims?.client_id,
    token_type: keyThumbprint === undefined ? accessTokenType.name : accessTokenType.boundName,
    exp: claims?.exp,
    iat: claims?.iat,
    sub: claims?.sub,
    aud: claims?.aud,
    iss: claims?.iss,
    jti: claims?.jti,
    cnf: claims?.cnf,
  }).filter(([, value]) => value !== undefined);
  return {
    key: grantOfToken(claims?.jti ?? ''),
    facts: () => ({ token: claims === undefined ? 'unknown' : 'good' }),
    answer: ({ outcome }): IntrospectionResponse =>
      outcome === 'tokenActive' ? { active: true, ...Object.fromEntries(told) } : { active: false },
  };
}

const clientFact = ({ client }: Received, grant: GrantRecord | undefined): 'same' | 'other' =>
  grant !== undefined && grant.clientId === client?.clientId ? 'same' : 'other';
