/** Servers whose access tokens claim something else, and resources that take such tokens. */
import { SignJWT } from 'jose';
import type { GrantRecord } from '../../server/exchange/records.ts';
import type { AccessTokenClaims, Store, StoredRow } from '../../server/ports.ts';
import { testKeys } from '../support/test-server.ts';
import { keys } from './key-edits.ts';
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';

const claiming = (change: (claims: AccessTokenClaims) => Partial<AccessTokenClaims>): Plant =>
  keys((known) => ({ signAccessToken: (claims) => known.signAccessToken({ ...claims, ...change(claims) }) }));

/** Rows that are read otherwise than they were written. */
const remembering = (change: (row: StoredRow) => StoredRow): Plant => ({
  parts: (parts) => {
    const { store } = parts.ports;
    const wrong: Store = {
      read: async (references) => (await store.read(references)).map((found) => found && change(found)),
      commit: (writes) => store.commit(writes),
      due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
      purge: (nowAt) => store.purge(nowAt),
      close: () => store.close(),
    };
    return { ...parts, ports: { ...parts.ports, store: wrong } };
  },
});

export const tokenMutants: readonly Mutant[] = mutantsOf('token', {
  'issuer-claim': row(
    'names another issuer in its tokens',
    ['access-token-response/jwt-profile'],
    claiming(() => ({ issuer: 'https://other.example' })),
  ),
  'audience-claim': row(
    'names another audience in its tokens',
    ['access-token-response/jwt-profile'],
    claiming(() => ({ audience: 'https://other.example/usage' })),
  ),
  'client-claim': row(
    'names another client in its tokens',
    ['access-token-response/jwt-profile'],
    claiming(() => ({ clientId: 'somebody-else' })),
  ),
  'scope-claim': row(
    'claims a wider scope in its tokens than it returns',
    ['access-token-response/scope-not-wider'],
    claiming(() => ({ scope: 'usage:read usage:summary' })),
  ),
  'same-subject': row(
    'calls a customer the same for every client',
    ['access-token-response/pairwise-subject'],
    claiming(() => ({ subject: 'customer-0001' })),
  ),
  'account-as-subject': row(
    'calls a customer by their account',
    ['access-token-response/pairwise-subject'],
    claiming(() => ({ subject: '4002-118-07' })),
  ),
  'life-claim': row(
    'claims a longer life in its tokens than it returns',
    ['access-token-response/short-life'],
    claiming(({ expiresAt }) => ({ expiresAt: expiresAt + 86_400_000 })),
  ),
  'same-token-id': row(
    'gives its tokens one identifier',
    ['access-token-response/jwt-profile'],
    claiming(() => ({ tokenId: 'token-1' })),
  ),
  'token-type': row(
    'signs tokens that could be any other JWT',
    ['access-token-response/jwt-profile'],
    keys(() => ({ signAccessToken: (claims) => plainJwt(claims) })),
  ),
  'other-key': row(
    'signs with a key that it does not publish',
    ['metadata/keys'],
    keys(() => ({ signAccessToken: async (claims) => (await testKeys('another')).signAccessToken(claims) })),
  ),
  'opaque-token': row(
    'issues tokens that say nothing',
    ['access-token-response/jwt-profile'],
    keys((known) => ({ signAccessToken: async ({ tokenId }) => known.keyedHash('subject', tokenId) })),
  ),
  'revoked-taken': row(
    'hands usage out for tokens that were revoked',
    ['usage-request/token-valid', 'transaction/denial-revokes'],
    remembering((found) =>
      found.kind === 'grant' ? { ...found, body: revived(found.key, found.body as GrantRecord) } : found,
    ),
  ),
});

const accounts = new Map<string, string>();

/** The grant as if nobody had ended it: with the account that it was for, which the server has forgotten by then. */
function revived(key: string, grant: GrantRecord): GrantRecord {
  if (grant.account !== null) accounts.set(key, grant.account);
  return { ...grant, account: accounts.get(key) ?? null, machine: { ...grant.machine, value: 'active' } };
}

/** Signed by nobody, with the type of any JWT. */
const plainJwt = ({ issuer, audience, subject, clientId, tokenId, scope, issuedAt, expiresAt }: AccessTokenClaims) =>
  new SignJWT({ client_id: clientId, scope })
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setJti(tokenId)
    .setIssuedAt(Math.floor(issuedAt / 1000))
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(new TextEncoder().encode('a secret that nobody else knows, of 32 bytes'));
