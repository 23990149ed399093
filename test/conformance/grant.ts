/** The tokens of one grant as its client holds them, and what others say about them. */
import { accepted, inShort, isNotStored } from './answers.ts';
import type { Client } from './clients.ts';
import { offeredUrl, refreshGrantType, urlFor } from './discovery.ts';
import { Deviation, holds, Skipped, same } from './problem.ts';
import type { Form, IdentifyOptions, Stage } from './stage.ts';
import type { Transaction } from './transaction.ts';
import type { WireAnswer } from './wire.ts';

/** A token that no server has ever issued. */
export const neverIssued = 'a-token-that-was-never-issued';

export interface TokenQuestion {
  readonly hint?: string;
  /** Whoever usually sends such a form unless set. */
  readonly client?: Client;
  /** Whether the server has issued the token and its life is not over; `good` unless set. */
  readonly kind?: 'good' | 'unknown';
}

export class Grant {
  readonly transaction: Transaction;
  /** The answer with the newest tokens. */
  newest: WireAnswer;
  readonly #stage: Stage;
  readonly #grantedScope: readonly string[];
  /** Refresh tokens that came, oldest first. */
  readonly #refreshTokens: unknown[];

  private constructor(stage: Stage, transaction: Transaction, answer: WireAnswer) {
    this.#stage = stage;
    this.transaction = transaction;
    this.newest = answer;
    this.#grantedScope = String(answer.body.scope).split(' ');
    this.#refreshTokens = [answer.body.refresh_token];
    stage.grantBegins();
  }

  /** Goes through a transaction up to its tokens. @throws Deviation when something is refused on the way */
  static async given(stage: Stage, options: IdentifyOptions = {}): Promise<Grant> {
    const transaction = await stage.open(options);
    const { answer } = await transaction.granted();
    return new Grant(stage, transaction, answer);
  }

  /** The same, where the client has to get a refresh token. @throws Skipped when refreshing is not offered */
  static async refreshable(stage: Stage, options: IdentifyOptions = {}): Promise<Grant> {
    urlFor(stage.world.discovered, 'refresh');
    const grant = await Grant.given(stage, options);
    if (grant.newest.body.refresh_token !== undefined) return grant;
    throw new Skipped(
      `the client ${grant.transaction.client.id} got no refresh token: name one that is registered for it`,
    );
  }

  get accessToken(): string {
    return String(this.newest.body.access_token);
  }

  get refreshToken(): string {
    return String(this.newest.body.refresh_token);
  }

  /** Sends a refresh request, and keeps nothing of what comes. */
  async refresh({
    token = this.refreshToken,
    form = {} as Form,
    client = this.transaction.client,
  } = {}): Promise<WireAnswer> {
    const answer = await this.#stage.post(
      'The client refreshes its token',
      'refresh',
      { grant_type: refreshGrantType, refresh_token: token, ...form },
      client,
    );
    const isKnown = this.#refreshTokens.includes(token);
    const asked = form.scope?.split(' ') ?? [];
    this.#stage.move({
      request: 'refresh',
      facts: {
        client: client === this.transaction.client ? 'same' : 'other',
        refreshToken: token === this.#refreshTokens.at(-1) ? 'newest' : isKnown ? 'stale' : 'unknown',
        scope: asked.every((name) => this.#grantedScope.includes(name)) ? 'within' : 'wider',
      },
    });
    return answer;
  }

  /** Refreshes with the newest token, and holds the tokens that come from now on. @throws Deviation when it is refused */
  async refreshed(form: Form = {}): Promise<WireAnswer> {
    const answer = await this.refresh({ form });
    accepted('the newest refresh token', answer, 'access-token-response');
    const next = answer.body.refresh_token;
    holds('a refresh has to bring the refresh token that replaces the one before', typeof next === 'string', {
      expected: 'refresh_token',
      received: 'none',
    });
    this.newest = answer;
    this.#refreshTokens.push(next);
    return answer;
  }
}

/** Gives a token back. */
export async function revoke(
  stage: Stage,
  token: string,
  { hint, client, kind = 'good' }: TokenQuestion = {},
): Promise<WireAnswer> {
  const form = { token, token_type_hint: hint };
  const answer = await stage.post('The client gives a token back', 'revocation', form, client);
  stage.move({ request: 'revocation', facts: { client: client === undefined ? 'same' : 'other', token: kind } });
  return answer;
}

/** Gives a token back. @throws Deviation when the answer is not that it is worth nothing from now on */
export async function revoked(stage: Stage, token: string, question: TokenQuestion = {}): Promise<void> {
  const answer = await revoke(stage, token, question);
  same('a client that gives its token back has to be told that this is done', inShort(answer), '200');
  isNotStored('a revocation', answer);
}

/** Asks about a token. @throws Deviation when that is no answer about one */
export async function introspected(
  stage: Stage,
  token: string,
  { hint, client, kind = 'good' }: TokenQuestion = {},
): Promise<WireAnswer> {
  const form = { token, token_type_hint: hint };
  const answer = await stage.post('A resource server asks about a token', 'introspection', form, client);
  stage.move({ request: 'introspection', facts: { token: kind } });
  accepted('a question about a token', answer, 'introspection-response');
  return answer;
}

/**
 * Holds that an access token is good, or worthless, by every way in which that can be seen: at the resource, and by
 * introspection, as far as the configuration knows them.
 *
 * @returns whether there was any way
 * @throws Deviation when it is otherwise
 */
export async function accessTokenIs(
  stage: Stage,
  worth: 'good' | 'worthless',
  words: string,
  token: string,
): Promise<boolean> {
  const { config, discovered, clients } = stage.world;
  const isGood = worth === 'good';
  const canAsk = offeredUrl(discovered, 'introspection') !== undefined && clients.resourceServer !== undefined;
  if (config.resource !== undefined) {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await stage.resource('The access token is used', config.resource.narrowQuery ?? '', headers);
    same(`${words} has to be ${worth} at the resource`, inShort(answer), isGood ? '200' : '401 invalid_token');
  }
  if (canAsk) {
    const { body } = await introspected(stage, token);
    if (body.active !== isGood)
      throw new Deviation(`${words} has to be called ${isGood ? 'active' : 'inactive'}`, {
        expected: `"active": ${isGood}`,
        received: `"active": ${String(body.active)}`,
      });
  }
  return config.resource !== undefined || canAsk;
}
