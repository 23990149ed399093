/** Grants at rest: how they begin, how they are found, and what becomes of them when nobody asks for anything. */
import {
  dutyEvents,
  initialParties,
  type PartyEffect,
  performEvent,
  type ScopeName,
  serverMachines,
} from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import type { RowWrite } from '../ports.ts';
import { bodyOf, type GrantRecord } from './records.ts';
import { noTimers, timersAfter } from './situation.ts';

/** A grant as it was read, with its timer applied if that has ended since. */
export interface StandingGrant {
  readonly key: string;
  readonly version: number;
  readonly record: GrantRecord;
}

/** What somebody who is about to be granted something is granted. */
export interface NewGrant {
  readonly clientId: string;
  readonly accountId: string;
  readonly scopes: readonly ScopeName[];
  readonly mayRefresh: boolean;
  readonly keyThumbprint?: string;
}

/** The grant of a key; undefined where there is none, or none any more. */
export async function standingGrant(
  server: AuthorizationServer,
  key: string,
  now: number,
): Promise<StandingGrant | undefined> {
  const [row] = await server.ports.store.read([{ kind: 'grant', key }]);
  if (row === undefined) return undefined;
  const record = bodyOf<GrantRecord>(row);
  const ended = Object.entries(record.timers).find(([, endsAt]) => endsAt <= now);
  if (ended === undefined) return { key, version: row.version, record };
  const timers: Readonly<Record<string, string>> = serverMachines.grant.timers;
  const event = timers[ended[0]];
  if (event === undefined) throw new Error(`timer ${ended[0]} of the grant ends in no event of the model`);
  return { key, version: row.version, record: happened(server, { ...record, timers: {} }, event, now) };
}

/** A grant as it begins. */
export async function begunGrant(server: AuthorizationServer, granted: NewGrant, now: number): Promise<GrantRecord> {
  const { clientId, accountId, scopes, mayRefresh, keyThumbprint } = granted;
  const record: GrantRecord = {
    machine: server.machines.grant.initial,
    timers: {},
    clientId,
    account: await server.ports.keys.seal(accountId),
    scopes,
    mayRefresh,
    ...(keyThumbprint === undefined ? {} : { keyThumbprint }),
    refreshes: 0,
  };
  return happened(server, record, dutyEvents.issueAccessToken.event, now);
}

/** The grant after its resource owner has taken it back. */
export const deniedGrant = (server: AuthorizationServer, record: GrantRecord, now: number): GrantRecord =>
  happened(server, record, dutyEvents.revokeTokens.event, now);

/** The grant after effects of its machine: timers, and what the duty of revocation asks for. */
export function grantAfter(
  server: AuthorizationServer,
  record: GrantRecord,
  effects: readonly PartyEffect[],
  now: number,
): GrantRecord {
  const timers = timersAfter(server, { ...noTimers, grant: record.timers }, effects, now, undefined).grant;
  const revoked = effects.some(({ effect }) => effect.type === 'perform' && effect.params.duty === 'revokeTokens');
  return { ...record, timers, account: revoked ? null : record.account };
}

/** The parties of an exchange that is about a grant and nothing else. */
export const partiesWith = (server: AuthorizationServer, grant: GrantRecord | undefined) => ({
  ...initialParties(server.machines),
  grant: grant?.machine ?? server.machines.grant.initial,
});

/** The row of a grant. One that nobody can refresh is kept as long as its access token lives. */
export function grantWrite(
  server: AuthorizationServer,
  { key, version, record }: StandingGrant,
  now: number,
): RowWrite {
  const lifeSeconds = server.settings.policy.limits.accessTokenLifeSeconds;
  const end = record.mayRefresh ? record.timers.grant : undefined;
  const expiresAt = Math.max(end ?? 0, now + lifeSeconds * 1000);
  return { kind: 'grant', key, expectedVersion: version, body: record, dueAt: null, expiresAt };
}

function happened(server: AuthorizationServer, record: GrantRecord, event: string, now: number): GrantRecord {
  const { parties, effects } = performEvent(server.machines, partiesWith(server, record), 'grant', event);
  return { ...grantAfter(server, record, effects, now), machine: parties.grant };
}
