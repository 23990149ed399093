/** Refreshing: the token is replaced each time, a replaced one ends the grant, and nothing gets wider or longer by it. */
import { inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { urlFor } from '../discovery.ts';
import { accessTokenIs, Grant, neverIssued } from '../grant.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor, limitFor } from '../world.ts';
import { decoded } from './tokens.ts';

const one = caseOf('tokens', 'refresh');

const invalidGrant = { status: 400, error: 'invalid_grant' } as const;

/** A grant of which one refresh token was replaced by the next. */
async function rotated(stage: Stage): Promise<{ readonly grant: Grant; readonly replaced: string }> {
  const grant = await Grant.refreshable(stage);
  const replaced = grant.refreshToken;
  await grant.refreshed();
  return { grant, replaced };
}

function scopesOf(stage: Stage): { readonly full: string; readonly narrow: string } {
  const { full, narrow } = stage.world.config.scopes;
  if (narrow === undefined) throw new Skipped('the configuration names no scopes.narrow');
  return { full, narrow };
}

export const refreshCases = (): Case[] => [
  one(
    'refresh/accepted',
    'The newest refresh token buys an access token of the same grant',
    ['refresh-token/rotation', 'access-token-response/jwt-profile', 'access-token-response/no-store'],
    async (stage) => {
      const grant = await Grant.refreshable(stage);
      const [before, first] = [grant.newest, decoded(grant.accessToken).claims];
      await grant.refreshed();
      const after = decoded(grant.accessToken).claims;
      holds(
        'the access token is another one',
        grant.accessToken !== before.body.access_token && after.jti !== first.jti,
        {
          expected: 'a new token with a new jti',
          received: 'the one before, or its jti',
        },
      );
      same('it is for the same scope', grant.newest.body.scope, before.body.scope);
      for (const claim of ['iss', 'aud', 'sub', 'client_id'])
        same(`${claim} is that of the grant`, after[claim], first[claim]);
      await accessTokenIs(stage, 'good', 'a refreshed access token', grant.accessToken);
    },
  ),
  one(
    'refresh/rotation',
    'Every refresh brings another refresh token, and that is the next one to use',
    ['refresh-token/rotation'],
    async (stage) => {
      const grant = await Grant.refreshable(stage);
      const tokens = [grant.refreshToken];
      for (let count = 0; count < 3; count += 1) {
        await grant.refreshed();
        tokens.push(grant.refreshToken);
      }
      same('every refresh token is another one', new Set(tokens).size, tokens.length);
    },
  ),
  one(
    'refresh/replaced-refused',
    'A refresh token that was replaced buys nothing',
    ['refresh-token/rotation'],
    async (stage) => {
      const { grant, replaced } = await rotated(stage);
      refused('a refresh token that was replaced', await grant.refresh({ token: replaced }), invalidGrant);
    },
  ),
  one(
    'refresh/reuse-revokes',
    'When a refresh token that was replaced is used again, no token of the grant is worth anything any more',
    ['refresh-token/reuse-revokes', 'refresh-token/final-states'],
    async (stage) => {
      const { grant, replaced } = await rotated(stage);
      refused('a refresh token that was replaced', await grant.refresh({ token: replaced }), invalidGrant);
      await accessTokenIs(stage, 'worthless', 'an access token of a grant that was revoked', grant.accessToken);
      refused('the newest refresh token of a grant that was revoked', await grant.refresh(), invalidGrant);
    },
  ),
  one(
    'refresh/first-reuse-revokes',
    'The very first refresh token, used again much later, ends the grant as well',
    ['refresh-token/reuse-revokes'],
    async (stage) => {
      const { grant, replaced } = await rotated(stage);
      await grant.refreshed();
      await grant.refreshed();
      refused('the first refresh token', await grant.refresh({ token: replaced }), invalidGrant);
      refused('the newest refresh token of a grant that was revoked', await grant.refresh(), invalidGrant);
    },
  ),
  one(
    'refresh/reuse-spares-others',
    'The end of one grant is not the end of another one of the same client and customer',
    ['refresh-token/reuse-revokes'],
    async (stage) => {
      const other = await Grant.refreshable(stage);
      const { grant, replaced } = await rotated(stage);
      refused('a refresh token that was replaced', await grant.refresh({ token: replaced }), invalidGrant);
      await accessTokenIs(stage, 'good', 'the access token of the other grant', other.accessToken);
      await other.refreshed();
    },
  ),
  one(
    'refresh/unknown',
    'A refresh token that was never issued buys nothing',
    ['refresh-token/known'],
    async (stage) => {
      const grant = await Grant.refreshable(stage);
      const { refreshToken } = grant;
      const turned = (text: string, place: number): string =>
        text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
      const strangers = {
        'made up': neverIssued,
        'with another first character': turned(refreshToken, 0),
        // the last character of an encoding may hold bits that say nothing
        'with another character near its end': turned(refreshToken, Math.max(0, refreshToken.length - 3)),
        'cut off': refreshToken.slice(0, -1),
        'with something behind it': `${refreshToken}A`,
      };
      for (const [words, token] of Object.entries(strangers)) {
        stage.redaction.learn('refresh_token', token);
        refused(`a refresh token that is ${words}`, await grant.refresh({ token }), invalidGrant);
      }
      await grant.refreshed();
    },
  ),
  one(
    'refresh/client-binding',
    'A refresh token of another client is as good as none, and stays good for its own',
    ['refresh-token/client-binding'],
    async (stage) => {
      const grant = await Grant.refreshable(stage);
      const client = clientFor(stage.world, 'otherRefresh');
      const foreign = await grant.refresh({ client });
      refused('a refresh token of another client', foreign, invalidGrant);
      const unknown = await grant.refresh({ client, token: neverIssued });
      same('the other client may not learn that there is such a token', foreign.text, unknown.text);
      await accessTokenIs(stage, 'good', 'the access token of its own client', grant.accessToken);
      await grant.refreshed();
    },
  ),
  one(
    'refresh/foreign-reuse',
    'A refresh token that was replaced is nothing to another client: it cannot end the grant with it',
    ['refresh-token/client-binding'],
    async (stage) => {
      const { grant, replaced } = await rotated(stage);
      const client = clientFor(stage.world, 'otherRefresh');
      refused(
        'a replaced refresh token of another client',
        await grant.refresh({ token: replaced, client }),
        invalidGrant,
      );
      await grant.refreshed();
    },
  ),
  one(
    'refresh/narrower',
    'A refresh may ask for less, and the next one for all that was granted again',
    ['refresh-token/scope-not-wider', 'access-token-response/scope-not-wider'],
    async (stage) => {
      const { full, narrow } = scopesOf(stage);
      const grant = await Grant.refreshable(stage, { form: { scope: `${full} ${narrow}` } });
      const all = [...String(grant.newest.body.scope).split(' ')].sort();
      await grant.refreshed({ scope: narrow });
      same('scope is what was asked for', grant.newest.body.scope, narrow);
      same('the access token is for no more', decoded(grant.accessToken).claims.scope, narrow);
      await grant.refreshed();
      same('without scope it is for all that was granted', [...String(grant.newest.body.scope).split(' ')].sort(), all);
    },
  ),
  ...Object.entries({
    more: (stage: Stage) => scopesOf(stage).full,
    'more-beside': (stage: Stage) => `${scopesOf(stage).narrow} ${scopesOf(stage).full}`,
    unknown: () => 'no:such:scope',
  }).map(([name, wider]) =>
    one(
      `refresh/wider-${name}`,
      `A refresh for more than was granted is refused, and changes nothing (${name})`,
      ['refresh-token/scope-not-wider'],
      async (stage) => {
        const grant = await Grant.refreshable(stage, { form: { scope: scopesOf(stage).narrow } });
        const answer = await grant.refresh({ form: { scope: wider(stage) } });
        refused('a refresh for more than was granted', answer, { status: 400, error: 'invalid_scope' });
        await grant.refreshed();
        same('the scope is still that of the grant', grant.newest.body.scope, scopesOf(stage).narrow);
      },
    ),
  ),
  one(
    'refresh/after-denial',
    'After a denial no refresh token of the grant is worth anything',
    ['transaction/denial-revokes', 'refresh-token/final-states'],
    async (stage) => {
      const { grant } = await rotated(stage);
      await grant.transaction.deny();
      refused('a refresh token after the denial', await grant.refresh(), invalidGrant);
      await accessTokenIs(
        stage,
        'worthless',
        'an access token that came from a refresh, after the denial',
        grant.accessToken,
      );
    },
  ),
  one(
    'refresh/grant-life',
    'A grant ends when its life is over, however often it was refreshed',
    ['refresh-token/grant-life', 'refresh-token/final-states'],
    async (stage) => {
      const lifeSeconds = limitFor(stage.world, 'grantLifeSeconds');
      const grant = await Grant.refreshable(stage);
      await stage.world.time.pass(lifeSeconds - 60);
      await grant.refreshed();
      await stage.world.time.pass(61);
      refused('a refresh token after the life of its grant', await grant.refresh(), invalidGrant);
    },
  ),
  one(
    'refresh/not-registered',
    'A client that is not registered for it gets no refresh token',
    ['refresh-token/registered-clients'],
    async (stage) => {
      urlFor(stage.world.discovered, 'refresh');
      const { narrow, full } = stage.world.config.scopes;
      const client = clientFor(stage.world, 'plain');
      const { newest } = await Grant.given(stage, { client, form: { scope: narrow ?? full } });
      holds('a client that is not registered for refresh_token gets none', newest.body.refresh_token === undefined, {
        expected: 'no refresh_token',
        received: 'refresh_token',
      });
    },
  ),
  one(
    'refresh/not-for-redemption',
    'A refresh token opens no resource, and takes the place of no passcode',
    ['usage-request/token-valid', 'access-token-request/grant-type'],
    async (stage) => {
      const grant = await Grant.refreshable(stage);
      const { config } = stage.world;
      const form = { ...stage.redemption(grant.transaction.session, grant.refreshToken) };
      const answer = await stage.post('The refresh token is brought as a passcode', 'redemption', form);
      holds('a refresh token is no passcode', answer.status === 400, { expected: '400', received: inShort(answer) });
      if (config.resource === undefined) return;
      const headers = { authorization: `Bearer ${grant.refreshToken}` };
      const used = await stage.resource(
        'The refresh token is brought',
        config.resource.narrowQuery ?? '',
        headers,
        'tokenInvalid',
      );
      same('a refresh token is no access token', inShort(used), '401 invalid_token');
    },
  ),
];
