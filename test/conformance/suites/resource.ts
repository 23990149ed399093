/** The protected resource: which tokens open it, and how others are turned away. */
import { inShort, isNotStored, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';

const one = caseOf('tokens');

function needsResource(stage: Stage): void {
  if (stage.world.config.resource === undefined) throw new Skipped('the configuration names no resource');
}

const bearer = (token: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${token}` });

/** A refusal of the resource server. @see RFC 6750 §3 */
function challenged(words: string, answer: Parameters<typeof refused>[1], status: number, error?: string): void {
  refused(words, answer, { status, error, headers: ['WWW-Authenticate'] });
  const challenge = answer.headers['www-authenticate'] ?? '';
  const isRight = /^Bearer\b/i.test(challenge) && (error === undefined || challenge.includes(`error="${error}"`));
  holds(
    `the challenge for ${words} has to be of the Bearer scheme${error === undefined ? '' : ' and name the error'}`,
    isRight,
    {
      expected: error === undefined ? 'Bearer …' : `Bearer … error="${error}"`,
      received: challenge,
    },
  );
}

export const resourceCases = (): Case[] => [
  one(
    'resource',
    'A token opens the resource that it is for',
    ['usage-request/token-required', 'usage-response/no-store'],
    async (stage) => {
      needsResource(stage);
      const { token } = await (await stage.open()).granted();
      const answer = await stage.resource(
        'The client reads the resource',
        stage.world.config.resource?.narrowQuery ?? '',
        bearer(token),
      );
      same('a valid token has to be enough', inShort(answer), '200');
      isNotStored('customer data', answer);
    },
  ),
  one(
    'resource-no-token',
    'Without a token the resource stays closed',
    ['usage-request/token-required', 'error-response/bearer-challenge'],
    async (stage) => {
      needsResource(stage);
      challenged('a request without a token', await stage.resource('There is no token', '', {}, 'tokenMissing'), 401);
    },
  ),
  one(
    'resource-token-in-uri',
    'A token in the URI is no token',
    ['usage-request/token-required', 'transaction/unlogged'],
    async (stage) => {
      needsResource(stage);
      const { token } = await (await stage.open()).granted();
      const query = `${stage.world.config.resource?.narrowQuery || '?'}&access_token=${token}`;
      const answer = await stage.resource('The token is in the URI', query, {}, 'tokenMissing');
      same('a request whose token is in the URI has to be refused', inShort(answer), '401');
    },
  ),
  one(
    'resource-wrong-token',
    'A token that is not of the server, or was changed, is refused',
    ['usage-request/token-valid', 'error-response/bearer-challenge'],
    async (stage) => {
      needsResource(stage);
      const { token } = await (await stage.open()).granted();
      const [header = '', claims = '', signature = ''] = token.split('.');
      const changed = (part: string, change: Readonly<Record<string, unknown>>): string =>
        Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(part, 'base64url').toString()), ...change })).toString(
          'base64url',
        );
      const wrong = {
        'made up': 'made-up',
        unsigned: `${changed(header, { alg: 'none' })}.${claims}.`,
        'signed for another scope': `${header}.${changed(claims, { scope: 'more' })}.${signature}`,
        'of another type': `${changed(header, { typ: 'JWT' })}.${claims}.${signature}`,
        'with another signature': `${header}.${claims}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      };
      for (const [words, wrongToken] of Object.entries(wrong)) {
        stage.redaction.learn('access_token', wrongToken);
        const answer = await stage.resource(
          `The token is ${words}`,
          stage.world.config.resource?.narrowQuery ?? '',
          bearer(wrongToken),
          'tokenInvalid',
        );
        challenged(`a token that is ${words}`, answer, 401, 'invalid_token');
      }
    },
  ),
  one('resource-token-expired', 'A token is worthless after its life', ['usage-request/token-valid'], async (stage) => {
    needsResource(stage);
    const { token, answer } = await (await stage.open()).granted();
    await stage.world.time.pass(Number(answer.body.expires_in) + 1);
    const late = await stage.resource(
      'The token is over',
      stage.world.config.resource?.narrowQuery ?? '',
      bearer(token),
    );
    challenged('a token after its life', late, 401, 'invalid_token');
  }),
  one(
    'resource-token-revoked',
    'A denial after the grant takes the token back',
    ['transaction/denial-revokes', 'usage-request/token-valid'],
    async (stage) => {
      needsResource(stage);
      const transaction = await stage.open();
      const { token } = await transaction.granted();
      await transaction.deny();
      const answer = await stage.resource(
        'The token was taken back',
        stage.world.config.resource?.narrowQuery ?? '',
        bearer(token),
      );
      challenged('a token that was taken back', answer, 401, 'invalid_token');
    },
  ),
  one(
    'resource-scope',
    'A token for less does not open more',
    ['usage-request/scope', 'access-token-response/scope-not-wider'],
    async (stage) => {
      needsResource(stage);
      const { narrow } = stage.world.config.scopes;
      const { narrowQuery, fullQuery } = stage.world.config.resource ?? {};
      if (narrow === undefined || fullQuery === undefined)
        throw new Skipped('the configuration names no scopes.narrow and resource.fullQuery');
      const { token } = await (await stage.open({ form: { scope: narrow } })).granted();
      same(
        'what was granted has to be enough for less',
        inShort(await stage.resource('Less is read', narrowQuery ?? '', bearer(token))),
        '200',
      );
      challenged(
        'a request for more',
        await stage.resource('More is read', fullQuery, bearer(token), 'scopeInsufficient'),
        403,
        'insufficient_scope',
      );
    },
  ),
  one(
    'resource-malformed',
    'A malformed request of the resource is refused',
    ['request/parameters-well-formed'],
    async (stage) => {
      needsResource(stage);
      const { malformedQuery } = stage.world.config.resource ?? {};
      if (malformedQuery === undefined) throw new Skipped('the configuration names no resource.malformedQuery');
      const { token } = await (await stage.open()).granted();
      const answer = await stage.resource(
        'The query is malformed',
        malformedQuery,
        bearer(token),
        'parameterMalformed',
      );
      refused('a malformed query', answer, { status: 400, error: 'invalid_request' });
    },
  ),
];
