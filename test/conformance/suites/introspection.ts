/** Asking about tokens. @see RFC 7662 */
import { refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { urlFor } from '../discovery.ts';
import { Grant, introspected, neverIssued, revoked } from '../grant.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor } from '../world.ts';
import { decoded } from './tokens.ts';

const one = caseOf('tokens', 'introspection');

/** @throws Skipped when nobody can ask about its tokens */
async function given(stage: Stage, form?: Readonly<Record<string, string>>): Promise<Grant> {
  needsAnswers(stage);
  return Grant.given(stage, form === undefined ? {} : { form });
}

function needsAnswers(stage: Stage): void {
  urlFor(stage.world.discovered, 'introspection');
  clientFor(stage.world, 'resourceServer');
}

/** Holds that a token is called inactive, and that nothing else is said. */
async function isInactive(
  stage: Stage,
  words: string,
  token: string,
  kind: 'good' | 'unknown' = 'good',
): Promise<void> {
  stage.redaction.learn('access_token', token);
  const { body } = await introspected(stage, token, { kind });
  const isSilent = JSON.stringify(body) === '{"active":false}';
  holds(`of ${words} nothing may be said but that it is not active`, isSilent, {
    expected: 'active: false, and no other member',
    received: `active: ${String(body.active)}, and ${Object.keys(body).length - 1} other members (${Object.keys(body).join(', ')})`,
  });
}

const about = ['introspection-response/live-state', 'introspection-response/inactive-alone'];

export const introspectionCases = (): Case[] => [
  one(
    'introspection/active',
    'A good access token is active, and what is said about it is what it says itself',
    ['introspection-response/live-state'],
    async (stage) => {
      const grant = await given(stage);
      const { body } = await introspected(stage, grant.accessToken);
      same('a good access token is active', body.active, true);
      const { claims } = decoded(grant.accessToken);
      for (const [name, value] of Object.entries(body)) {
        if (name === 'active') continue;
        if (name === 'token_type') same('token_type is that of the answer', value, grant.newest.body.token_type);
        else same(`${name} is what the token says`, value, claims[name]);
      }
    },
  ),
  one(
    'introspection/refreshed',
    'An access token that came from a refresh is active for what it was asked for',
    ['introspection-response/live-state', 'access-token-response/scope-not-wider'],
    async (stage) => {
      const { narrow } = stage.world.config.scopes;
      needsAnswers(stage);
      const grant = await Grant.refreshable(stage);
      await grant.refreshed();
      same('it is active', (await introspected(stage, grant.accessToken)).body.active, true);
      if (narrow === undefined) return;
      const narrowed = await Grant.refreshable(stage, {
        form: { scope: `${stage.world.config.scopes.full} ${narrow}` },
      });
      await narrowed.refreshed({ scope: narrow });
      const { body } = await introspected(stage, narrowed.accessToken);
      same('its scope is the narrower one', [body.active, body.scope ?? narrow], [true, narrow]);
    },
  ),
  one(
    'introspection/unknown',
    'Of a token that the server did not sign it says that it is not active, and no more',
    about,
    async (stage) => {
      const { accessToken } = await given(stage);
      const [header = '', claims = '', signature = ''] = accessToken.split('.');
      const wider = { ...decoded(accessToken).claims, scope: 'more' };
      const strangers = {
        'a made-up token': neverIssued,
        'a token with other claims': `${header}.${Buffer.from(JSON.stringify(wider)).toString('base64url')}.${signature}`,
        'a token with another signature': `${header}.${claims}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
        'a token without a signature': `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${claims}.`,
        'half a token': `${header}.${claims}`,
      };
      for (const [words, token] of Object.entries(strangers)) await isInactive(stage, words, token, 'unknown');
    },
  ),
  one('introspection/expired', 'A token whose life is over is not active', about, async (stage) => {
    const grant = await given(stage);
    await stage.world.time.pass(Number(grant.newest.body.expires_in) + 1);
    await isInactive(stage, 'a token whose life is over', grant.accessToken, 'unknown');
  }),
  one(
    'introspection/denied',
    'After a denial a token is not active',
    [...about, 'transaction/denial-revokes'],
    async (stage) => {
      const grant = await given(stage);
      await grant.transaction.deny();
      await isInactive(stage, 'a token that was denied', grant.accessToken);
    },
  ),
  one(
    'introspection/reused',
    'A token of a grant that ended because a refresh token was used again is not active',
    [...about, 'refresh-token/reuse-revokes'],
    async (stage) => {
      needsAnswers(stage);
      const grant = await Grant.refreshable(stage);
      const [first, replaced] = [grant.accessToken, grant.refreshToken];
      await grant.refreshed();
      await grant.refresh({ token: replaced });
      await isInactive(stage, 'the first token of the grant', first);
      await isInactive(stage, 'the newest token of the grant', grant.accessToken);
    },
  ),
  one(
    'introspection/given-back',
    'A token that was given back is not active',
    [...about, 'revocation-request/whole-grant'],
    async (stage) => {
      urlFor(stage.world.discovered, 'revocation');
      const grant = await given(stage);
      await revoked(stage, grant.accessToken);
      await isInactive(stage, 'a token that was given back', grant.accessToken);
    },
  ),
  ...['access_token', 'refresh_token', 'no_such_kind'].map((hint) =>
    one(
      `introspection/hint-${hint.replaceAll('_', '-')}`,
      `What is said about a token does not depend on what it is called (${hint})`,
      ['introspection-response/live-state'],
      async (stage) => {
        const grant = await given(stage);
        const plain = await introspected(stage, grant.accessToken);
        const hinted = await introspected(stage, grant.accessToken, { hint });
        same('it is active', plain.body.active, true);
        same('the answer is the same', hinted.body, plain.body);
        same('a made-up token is not', (await introspected(stage, neverIssued, { hint, kind: 'unknown' })).body, {
          active: false,
        });
      },
    ),
  ),
  one(
    'introspection/resource-servers-only',
    'A client that is no resource server learns nothing about tokens, not even about its own',
    ['introspection-request/resource-servers-only'],
    async (stage) => {
      const grant = await given(stage);
      const { main, other, resourceServer } = stage.world.clients;
      const clients = [main, other].filter((client) => client !== undefined && client.id !== resourceServer?.id);
      if (clients.length === 0) throw new Skipped('every client of the configuration is a resource server');
      for (const client of clients) {
        for (const token of [grant.accessToken, neverIssued]) {
          const answer = await stage.post('A client asks about a token', 'introspection', { token }, client);
          refused('a question of a client that is no resource server', answer, {
            status: 400,
            error: 'unauthorized_client',
          });
          holds('it learns nothing', answer.body.active === undefined, { expected: 'no active', received: 'active' });
        }
      }
    },
  ),
];
