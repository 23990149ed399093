/** Giving tokens back. @see RFC 7009 */
import { inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { offeredUrl, urlFor } from '../discovery.ts';
import { accessTokenIs, Grant, neverIssued, revoke, revoked } from '../grant.ts';
import { Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor } from '../world.ts';

const one = caseOf('tokens', 'revocation');

/** A grant that can be given back. @throws Skipped when the server does not offer that */
async function given(stage: Stage): Promise<Grant> {
  urlFor(stage.world.discovered, 'revocation');
  return Grant.given(stage);
}

async function refreshable(stage: Stage): Promise<Grant> {
  urlFor(stage.world.discovered, 'revocation');
  return Grant.refreshable(stage);
}

/** Holds that nothing of a grant is worth anything, as far as that can be seen. */
async function isOver(stage: Stage, grant: Grant): Promise<void> {
  const isSeen = await accessTokenIs(
    stage,
    'worthless',
    'the access token of a grant that was given back',
    grant.accessToken,
  );
  const hasRefresh = grant.newest.body.refresh_token !== undefined;
  if (hasRefresh && offeredUrl(stage.world.discovered, 'refresh') !== undefined) {
    const answer = await grant.refresh();
    refused('the refresh token of a grant that was given back', answer, { status: 400, error: 'invalid_grant' });
  } else if (!isSeen) {
    throw new Skipped(
      'the configuration names neither a resource nor a resourceServer, which say what a token is worth',
    );
  }
}

/** Kinds that a client may call a token. Wrong ones are hints, too. @see RFC 7009 §2.1 */
const hints = ['access_token', 'refresh_token', 'no_such_kind'] as const;

export const revocationCases = (): Case[] => [
  one(
    'revocation/access-token',
    'With an access token that is given back the whole grant ends',
    ['revocation-request/whole-grant', 'usage-request/token-valid'],
    async (stage) => {
      const grant = await given(stage);
      await revoked(stage, grant.accessToken);
      await isOver(stage, grant);
    },
  ),
  one(
    'revocation/refresh-token',
    'With a refresh token that is given back the whole grant ends',
    ['revocation-request/whole-grant', 'refresh-token/final-states'],
    async (stage) => {
      const grant = await refreshable(stage);
      await revoked(stage, grant.refreshToken);
      await isOver(stage, grant);
    },
  ),
  one(
    'revocation/earlier-access-token',
    'An access token of before a refresh ends the grant as the newest one does',
    ['revocation-request/whole-grant'],
    async (stage) => {
      const grant = await refreshable(stage);
      const earlier = grant.accessToken;
      await grant.refreshed();
      await revoked(stage, earlier);
      await accessTokenIs(stage, 'worthless', 'the access token that was given back', earlier);
      await isOver(stage, grant);
    },
  ),
  ...hints.flatMap((hint) => [
    one(
      `revocation/hint-${hint.replaceAll('_', '-')}`,
      `A token is given back whatever it is called (${hint})`,
      ['revocation-request/whole-grant'],
      async (stage) => {
        const grant = await given(stage);
        await revoked(stage, grant.accessToken, { hint });
        await isOver(stage, grant);
        if (grant.newest.body.refresh_token === undefined) return;
        const other = await given(stage);
        await revoked(stage, other.refreshToken, { hint });
        await isOver(stage, other);
      },
    ),
  ]),
  one(
    'revocation/spares-others',
    'What is given back is one grant, and not another one of the same client and customer',
    ['revocation-request/whole-grant'],
    async (stage) => {
      const [other, grant] = [await given(stage), await given(stage)];
      await revoked(stage, grant.accessToken);
      await accessTokenIs(stage, 'good', 'the access token of the other grant', other.accessToken);
      if (other.newest.body.refresh_token !== undefined) await other.refreshed();
    },
  ),
  one(
    'revocation/own-tokens',
    'Another client cannot give a token back',
    ['revocation-request/own-tokens'],
    async (stage) => {
      const grant = await given(stage);
      const client = clientFor(stage.world, 'other');
      const { refresh_token: refreshToken } = grant.newest.body;
      for (const token of [grant.accessToken, ...(refreshToken === undefined ? [] : [grant.refreshToken])]) {
        const answer = await revoke(stage, token, { client });
        refused('a token of another client', answer, { status: 400, error: 'invalid_grant' });
      }
      await accessTokenIs(stage, 'good', 'a token that another client wanted to give back', grant.accessToken);
      if (refreshToken !== undefined) await grant.refreshed();
    },
  ),
  one(
    'revocation/unknown-token',
    'A token that the server does not know is given back like any other',
    ['revocation-request/unknown-token'],
    async (stage) => {
      const { accessToken } = await given(stage);
      await revoked(stage, neverIssued, { kind: 'unknown' });
      await revoked(stage, neverIssued, { client: clientFor(stage.world, 'other'), kind: 'unknown' });
      await revoked(stage, `${accessToken.slice(0, -3)}AAA`, { kind: 'unknown' });
      await accessTokenIs(stage, 'good', 'a token that is like the one that was given back', accessToken);
    },
  ),
  one(
    'revocation/again',
    'A token can be given back twice, and the second answer is the first',
    ['revocation-request/unknown-token'],
    async (stage) => {
      const { accessToken } = await given(stage);
      const [first, second] = [await revoke(stage, accessToken), await revoke(stage, accessToken)];
      same('it is given back', inShort(first), '200');
      same('nobody has to know what became of the first request', [inShort(second), second.text], ['200', first.text]);
    },
  ),
  one(
    'revocation/expired-token',
    'A token whose life is over is given back as if it were good',
    ['revocation-request/unknown-token'],
    async (stage) => {
      const { accessToken, newest } = await given(stage);
      await stage.world.time.pass(Number(newest.body.expires_in) + 1);
      await revoked(stage, accessToken, { kind: 'unknown' });
    },
  ),
];
