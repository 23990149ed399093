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
    const { id, session } = sessions.open();
    expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sessions.open().id).not.toBe(id);
    expect(sessions.find(id)).toBe(session);
    expect(sessions.find('made-up')).toBeUndefined();
    expect(sessions.find('')).toBeUndefined();
    expect(sessions.find(undefined)).toBeUndefined();
  });

  it('forgets a session that was idle for too long, counted from its last use', () => {
    const { clock, sessions } = table();
    const { id, session } = sessions.open();
    clock.pass(59);
    expect(sessions.find(id)).toBe(session);
    clock.pass(59);
    expect(sessions.find(id)).toBe(session);
    clock.pass(60);
    expect(sessions.find(id)).toBeUndefined();
  });

  it('is bounded: the session that was used longest ago makes room', () => {
    const { sessions } = table(2);
    const first = sessions.open();
    const second = sessions.open();
    expect(sessions.find(first.id)).toBe(first.session);
    const third = sessions.open();
    expect(sessions.find(second.id)).toBeUndefined();
    expect(sessions.find(first.id)).toBe(first.session);
    expect(sessions.find(third.id)).toBe(third.session);
  });

  it('keeps ten thousand sessions when nobody says otherwise', () => {
    const { sessions } = table();
    const ids = Array.from({ length: 10_001 }, () => sessions.open().id);
    expect(sessions.find(ids[0])).toBeUndefined();
    expect(sessions.find(ids[1])).toBe(2);
  });

  it('forgets a session that was closed', () => {
    const { sessions } = table();
    const { id } = sessions.open();
    sessions.close(id);
    sessions.close(undefined);
    expect(sessions.find(id)).toBeUndefined();
  });
});
