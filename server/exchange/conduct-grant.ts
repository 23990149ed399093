/** Conducts an exchange that is about a grant and no transaction: reads it, lets the model decide, and writes it at once. */
import { isDeepStrictEqual } from 'node:util';
import {
  type AccessTokenResponse,
  type ExchangeName,
  type Facts,
  type OutcomeName,
  performExchange,
  type ScopeName,
} from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { Unavailable } from '../dependencies.ts';
import { grantAfter, grantWrite, partiesWith, standingGrant } from './grant.ts';
import type { GrantRecord } from './records.ts';
import { tokenResponse } from './tokens.ts';

/** What a request wants of a grant. */
export interface GrantIntent {
  /** Key of the grant; empty for a token that was never issued. */
  readonly key: string;
  /** The facts of the request about the grant, which may not exist. */
  facts(grant: GrantRecord | undefined): Facts;
  /** What a refreshed token is to be for. */
  scopes?(grant: GrantRecord): readonly ScopeName[];
}

export interface ConductedOnGrant {
  readonly outcome: OutcomeName;
  readonly token?: AccessTokenResponse;
}

const attempts = 1000;

/**
 * Conducts an exchange on a grant that the front door has let in.
 *
 * @throws Unavailable when the store fails, or a thousand attempts in a row lost against other writers
 */
export async function conductOnGrant(
  server: AuthorizationServer,
  exchange: ExchangeName,
  intent: GrantIntent,
): Promise<ConductedOnGrant> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = server.ports.clock.now();
    const standing = intent.key === '' ? undefined : await standingGrant(server, intent.key, now);
    const facts = { violation: 'none', ...intent.facts(standing?.record) };
    const { parties, outcome, effects } = performExchange(
      server.machines,
      partiesWith(server, standing?.record),
      exchange,
      facts,
    );
    if (standing === undefined) return { outcome };
    if (effects.length === 0 && isDeepStrictEqual(parties.grant, standing.record.machine)) return { outcome };
    const settled = { ...grantAfter(server, standing.record, effects, now), machine: parties.grant };
    const isRotated = effects.some(({ effect }) => effect.type === 'perform' && effect.params.duty === 'rotateTokens');
    const record = isRotated ? { ...settled, refreshes: settled.refreshes + 1 } : settled;
    const token = isRotated
      ? await tokenResponse(server, standing.key, record, intent.scopes?.(record) ?? record.scopes, now)
      : undefined;
    if (await server.ports.store.commit([grantWrite(server, { ...standing, record }, now)])) {
      return { outcome, ...(token === undefined ? {} : { token }) };
    }
  }
  throw new Unavailable('the store refused every attempt at a commit');
}
