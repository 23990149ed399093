/** Servers that refresh what they should not, or forget what became of a refresh token. */
import { grant, perform, startTimer } from '../../model/index.ts';
import type { GrantRecord } from '../../server/exchange/records.ts';
import {
  changed,
  Families,
  isAbout,
  isRefresh,
  newest,
  refreshing,
  refreshRequests,
  remembering,
  reused,
  rotation,
  wider,
} from './grant-edits.ts';
import { keys } from './key-edits.ts';
import { isDuty, leftOut, otherwise, where } from './machine-edits.ts';
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';
import { clients, storing } from './request-edits.ts';
import type { Wire } from './wire-door.ts';
import { formOf, isAt, jsonOf } from './wire-edits.ts';

/** Whatever one access token of a grant is called, the others are called so, too. */
const sameAccessToken = (): Plant => ({
  wire: (): Wire => {
    let last: unknown;
    return {
      answer(answer, request) {
        if (!isAt(request, 'redemption') || answer.status !== 200) return;
        const body = jsonOf(answer);
        if (isRefresh(request)) body.access_token = last;
        last = body.access_token;
        answer.body = JSON.stringify(body);
      },
    };
  },
});

/** Remembers what a refresh asked for, and asks for it at every later one of the same grant. */
const stickyScope = (): Plant => ({
  wire: (): Wire => {
    const [families, asked] = [new Families(), new Map<string[], string>()];
    return {
      request(request) {
        if (!isRefresh(request)) return;
        const family = families.of(formOf(request).get('refresh_token') ?? '');
        const scope = formOf(request).get('scope');
        if (family === undefined) return;
        if (scope !== null) asked.set(family, scope);
        const known = asked.get(family);
        if (known !== undefined) changed(request, (form) => form.set('scope', known));
      },
      answer: (answer, request) => (isAt(request, 'redemption') ? families.note(answer, request) : undefined),
    };
  },
});

/** Opens the resource for refresh tokens, by the access token that came with each. */
const refreshTokenAtResource = (): Plant => ({
  wire: (): Wire => {
    const pairs = new Map<string, string>();
    return {
      request(request) {
        const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
        const known = pairs.get(token);
        if (isAt(request, 'usage') && known !== undefined) request.headers.authorization = `Bearer ${known}`;
      },
      answer(answer, request) {
        if (!isAt(request, 'redemption') || answer.status !== 200) return;
        const { refresh_token: refreshToken, access_token: accessToken } = jsonOf(answer);
        if (typeof refreshToken === 'string') pairs.set(refreshToken, String(accessToken));
      },
    };
  },
});

/** Ends every grant of a client with one of them. */
const endsAll = (): Plant => {
  const known = new Map<string, string>();
  return storing(async (store, writes) => {
    const isDone = await store.commit(writes);
    for (const { kind, key, body } of writes) {
      if (kind !== 'grant' || body === null) continue;
      const { clientId, account } = body as GrantRecord;
      known.set(key, clientId);
      if (!isDone || account !== null) continue;
      for (const [other, client] of known) {
        const [found] = client === clientId && other !== key ? await store.read([{ kind, key: other }]) : [];
        if (found === undefined) continue;
        const record = found.body as GrantRecord;
        const over = { ...record, account: null, machine: { ...record.machine, value: 'revoked' } };
        await store.commit([
          { ...found, kind, key: other, expectedVersion: found.version, body: over } as (typeof writes)[number],
        ]);
      }
    }
    return isDone;
  });
};

export const grantMutants: readonly Mutant[] = mutantsOf('grant', {
  'refresh-token-kept': row(
    'hands the refresh token out again that came',
    rotation,
    refreshing((body, form) => {
      if (body.refresh_token !== undefined) body.refresh_token = form.get('refresh_token');
    }),
  ),
  'no-refresh-token-after-refresh': row(
    'hands no refresh token out after the first one',
    rotation,
    refreshing((body) => {
      delete body.refresh_token;
    }),
  ),
  'replaced-once-more': row(
    'takes the refresh token before the newest one, too',
    rotation,
    remembering((request, families) => {
      const token = formOf(request).get('refresh_token') ?? '';
      const family = families.of(token) ?? [];
      const latest = family.at(-1);
      if (latest !== undefined && token === family.at(-2))
        changed(request, (form) => form.set('refresh_token', latest));
    }),
  ),
  'old-reuse-not-noticed': row(
    'notices only when the refresh token comes back that was replaced last',
    ['refresh-token/reuse-revokes'],
    remembering((request, families) => {
      const token = formOf(request).get('refresh_token') ?? '';
      const family = families.of(token) ?? [];
      if (family.indexOf(token) >= 0 && family.indexOf(token) < family.length - 2)
        changed(request, (form) => form.set('refresh_token', 'made-up'));
    }),
  ),
  'family-not-revoked': row(
    'says that a grant is over and goes on with it',
    ['refresh-token/reuse-revokes', 'refresh-token/final-states'],
    where(grant, reused, ({ target: _target, ...one }) => leftOut(isDuty('revokeTokens'))(one)),
  ),
  'reuse-ends-all': row(
    'ends every grant of a client when it ends one',
    ['refresh-token/reuse-revokes', 'revocation-request/whole-grant'],
    endsAll(),
  ),
  'foreign-told': row(
    'tells another client that the refresh token is not its own',
    ['refresh-token/client-binding'],
    where(grant, 'The refresh token was issued to another client', otherwise('clientUnauthorized')),
  ),
  'foreign-reuse-ends': row(
    'lets another client end a grant with a replaced refresh token',
    ['refresh-token/client-binding'],
    refreshRequests((list) => [...list.filter(isAbout(reused)), ...list.filter((one) => !isAbout(reused)(one))]),
  ),
  'unknown-told': row(
    'answers a refresh token that it never issued as a malformed one',
    ['refresh-token/known'],
    where(grant, 'The token belongs to no grant', (one) => otherwise('requestMalformed')(one)),
  ),
  'beginning-compared': row(
    'compares the beginning of refresh tokens only',
    ['refresh-token/known'],
    remembering((request, families) => {
      const whole = families.beginningWith(formOf(request).get('refresh_token') ?? '');
      if (whole !== undefined) changed(request, (form) => form.set('refresh_token', whole));
    }),
  ),
  'wider-granted': row(
    'answers a refresh for more than was granted with what was granted',
    ['refresh-token/scope-not-wider'],
    refreshRequests((list) => list.filter((one) => !isAbout(wider)(one))),
  ),
  'wider-ends': row(
    'ends a grant when more is asked for',
    ['refresh-token/scope-not-wider', 'refresh-token/rotation'],
    where(grant, wider, (one) => ({
      ...one,
      target: '#grant.revoked',
      actions: [perform('revokeTokens'), ...(one.actions ?? [])],
    })),
  ),
  'widened-claim': row(
    'signs everything into a refreshed token',
    ['access-token-response/scope-not-wider', 'refresh-token/scope-not-wider'],
    keys((known) => ({
      signAccessToken: (claims) =>
        known.signAccessToken(
          claims.tokenId.endsWith('.0') ? claims : { ...claims, scope: 'usage:read usage:summary' },
        ),
    })),
  ),
  'scope-ignored': row(
    'ignores the scope of a refresh',
    ['refresh-token/scope-not-wider'],
    remembering((request) => changed(request, (form) => form.delete('scope'))),
  ),
  'scope-sticks': row(
    'narrows a grant for good when less is asked for once',
    ['refresh-token/scope-not-wider'],
    stickyScope(),
  ),
  'subject-changes': row(
    'calls the customer otherwise after a refresh',
    rotation,
    keys((known) => ({
      signAccessToken: (claims) =>
        known.signAccessToken(claims.tokenId.endsWith('.0') ? claims : { ...claims, subject: `${claims.subject}-2` }),
    })),
  ),
  'access-token-kept': row('hands the access token out again that it issued last', rotation, sameAccessToken()),
  'life-prolonged': row(
    'prolongs a grant with every refresh',
    ['refresh-token/grant-life'],
    where(grant, newest, (one) => ({
      ...one,
      actions: [...(one.actions ?? []), startTimer('grant', 'grantLifeSeconds')],
    })),
  ),
  'lives-on': row(
    'knows no end of a grant',
    ['refresh-token/grant-life'],
    where(grant, 'No refresh prolongs the grant', (one) => ({ ...one, target: '#grant.active' })),
  ),
  'denial-survived': row(
    'leaves the tokens of a grant good after a denial',
    ['transaction/denial-revokes'],
    where(grant, 'The resource owner takes the grant back', ({ target: _target, ...one }) =>
      leftOut(isDuty('revokeTokens'))(one),
    ),
  ),
  'everybody-refreshes': row(
    'hands refresh tokens out to clients that are not registered for them',
    ['refresh-token/registered-clients'],
    clients((client) => ({ ...client, mayRefresh: true })),
  ),
  'stored-by-anybody': row(
    'caches the answer to a refresh',
    ['access-token-response/no-store'],
    refreshing((_body, _form, answer) => {
      delete answer.headers['cache-control'];
    }),
  ),
  'opens-resource': row(
    'takes a refresh token for an access token at the resource',
    ['usage-request/token-valid'],
    refreshTokenAtResource(),
  ),
});
