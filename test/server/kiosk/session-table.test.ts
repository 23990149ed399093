import { describe, expect, it } from 'vitest';
import { sessionTable } from '../../../server/kiosk/session-table.ts';
import { countingRandomness, movableClock } from './kiosk-parts.ts';

function table(maximum?: number) {
  const clock = movableClock();
  let opened = 0;
  const sessions = sessionTable({
    clock,
    randomness: countingRandomness(),
    newSession: () => ++opened,
    idleSeconds: 60,
    ...(maximum === undefined ? {} : { maximum }),
  });
  return { clock, sessions };
}

describe('the session table', () => {
  it('finds a session by the identifier it was opened with, and by no other', () => {
    const { sessions } = table();
    const { id, session } = sessions.renew(undefined);
    expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sessions.renew(undefined).id).not.toBe(id);
    expect(sessions.find(id)).toBe(session);
    expect(sessions.find('made-up')).toBeUndefined();
    expect(sessions.find('')).toBeUndefined();
    expect(sessions.find(undefined)).toBeUndefined();
  });

  it('forgets a session that was idle for too long, counted from its last use', () => {
    const { clock, sessions } = table();
    const { id, session } = sessions.renew(undefined);
    clock.pass(59);
    expect(sessions.find(id)).toBe(session);
    clock.pass(59);
    expect(sessions.find(id)).toBe(session);
    clock.pass(60);
    expect(sessions.find(id)).toBeUndefined();
  });

  it('is bounded: the session that was used longest ago makes room', () => {
    const { sessions } = table(2);
    const first = sessions.renew(undefined);
    const second = sessions.renew(undefined);
    expect(sessions.find(first.id)).toBe(first.session);
    const third = sessions.renew(undefined);
    expect(sessions.find(second.id)).toBeUndefined();
    expect(sessions.find(first.id)).toBe(first.session);
    expect(sessions.find(third.id)).toBe(third.session);
  });

  it('keeps ten thousand sessions when nobody says otherwise', () => {
    const { sessions } = table();
    const ids = Array.from({ length: 10_001 }, () => sessions.renew(undefined).id);
    expect(sessions.find(ids[0])).toBeUndefined();
    expect(sessions.find(ids[1])).toBe(2);
  });

  it('moves a session to a new identifier, and does not know it under the old one any more', () => {
    const { sessions } = table(2);
    const other = sessions.renew(undefined);
    const first = sessions.renew(undefined);
    const second = sessions.renew(first.id);
    expect(second.session).toBe(first.session);
    expect(second.id).not.toBe(first.id);
    expect(sessions.find(first.id)).toBeUndefined();
    expect(sessions.find(second.id)).toBe(first.session);
    expect(sessions.find(other.id)).toBe(other.session);
  });

  it('gives no session that was idle for too long a new identifier', () => {
    const { clock, sessions } = table();
    const first = sessions.renew(undefined);
    clock.pass(60);
    expect(sessions.renew(first.id).session).not.toBe(first.session);
  });
});
