import { randomHandle } from '../chance/randomness.ts';
import type { Clock, Randomness } from '../ports.ts';

/** Sessions by identifier, in memory. There are never more than a set number, and none outlives its idle time. */
export interface SessionTable<Session> {
  /** The session that a browser named, if there still is one. Using it keeps it alive. */
  find(id: string | undefined): Session | undefined;
  /**
   * Gives a session a new identifier, so that nobody can go on under the old one; opens one where there is none. The
   * session that was used longest ago makes room.
   */
  renew(id: string | undefined): { readonly id: string; readonly session: Session };
}

export interface SessionTableOptions<Session> {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly newSession: () => Session;
  /** 10,000 unless set. */
  readonly maximum?: number;
  /** 900 unless set: as long as a transaction usually lives. */
  readonly idleSeconds?: number;
}

export function sessionTable<Session>(options: SessionTableOptions<Session>): SessionTable<Session> {
  const { clock, randomness, newSession, maximum = 10_000, idleSeconds = 900 } = options;
  // In the order of their last use, the longest ago first.
  const entries = new Map<string, { readonly session: Session; readonly idleAt: number }>();

  const forgetOld = (): void => {
    for (const [id, { idleAt }] of entries) {
      if (idleAt > clock.now() && entries.size <= maximum) return;
      entries.delete(id);
    }
  };

  const keep = (id: string, session: Session): void => {
    entries.delete(id);
    entries.set(id, { session, idleAt: clock.now() + idleSeconds * 1000 });
    forgetOld();
  };

  return {
    find(id = '') {
      forgetOld();
      const session = entries.get(id)?.session;
      if (session !== undefined) keep(id, session);
      return session;
    },
    renew(oldId = '') {
      forgetOld();
      const session = entries.get(oldId)?.session ?? newSession();
      entries.delete(oldId);
      const id = randomHandle(randomness);
      keep(id, session);
      return { id, session };
    },
  };
}
