/** Requests about one grant at the same moment. */
import { inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { urlFor } from '../discovery.ts';
import { accessTokenIs, Grant, revoked } from '../grant.ts';
import { holds, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import type { WireAnswer } from '../wire.ts';
import { healBudgets } from '../world.ts';
import { rounds } from './races.ts';

const one = caseOf('races', 'refresh');

const invalidGrant = { status: 400, error: 'invalid_grant' } as const;

/** The same with a new grant each time. */
async function eachRound(stage: Stage, play: (grant: Grant) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await healBudgets(stage.world);
    stage.startAnew();
    await play(await Grant.refreshable(stage));
  }
}

/** A refresh was answered by the tokens of the grant, or too late; either way nothing of the grant is left. */
async function isOver(stage: Stage, grant: Grant, answer: WireAnswer): Promise<void> {
  holds('a refresh comes first or too late', ['200', '400 invalid_grant'].includes(inShort(answer)), {
    expected: '200, or 400 invalid_grant',
    received: inShort(answer),
  });
  if (answer.status === 200) grant.newest = answer;
  await accessTokenIs(stage, 'worthless', 'the newest access token of a grant that is over', grant.accessToken);
  refused('the newest refresh token of a grant that is over', await grant.refresh(), invalidGrant);
}

export const grantRaceCases = (): Case[] => [
  one(
    'refreshes',
    'A refresh token that is used many times at once is good for one refresh, and the grant ends with it',
    ['refresh-token/rotation', 'refresh-token/reuse-revokes'],
    (stage) =>
      eachRound(stage, async (grant) => {
        const answers = await Promise.all(Array.from({ length: 6 }, () => grant.refresh()));
        same('one refresh is answered', answers.map(inShort).sort(), [
          '200',
          ...Array.from({ length: 5 }, () => '400 invalid_grant'),
        ]);
        await isOver(stage, grant, answers.find(({ status }) => status === 200) ?? grant.newest);
      }),
  ),
  one(
    'refresh-and-denial',
    'A refresh comes before the denial or is refused, and its tokens are worth nothing after it',
    ['transaction/denial-revokes', 'refresh-token/final-states'],
    (stage) =>
      eachRound(stage, async (grant) => {
        const [answer] = await Promise.all([grant.refresh(), grant.transaction.deny()]);
        await isOver(stage, grant, answer);
      }),
  ),
  one(
    'refresh-and-revocation',
    'A refresh comes before the revocation or is refused, and its tokens are worth nothing after it',
    ['revocation-request/whole-grant', 'refresh-token/final-states'],
    (stage) => {
      urlFor(stage.world.discovered, 'revocation');
      return eachRound(stage, async (grant) => {
        const [answer] = await Promise.all([grant.refresh(), revoked(stage, grant.accessToken)]);
        await isOver(stage, grant, answer);
      });
    },
  ),
];
