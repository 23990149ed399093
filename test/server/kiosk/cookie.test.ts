import { describe, expect, it } from 'vitest';
import { sessionCookie, sessionIdIn } from '../../../server/kiosk/cookie.ts';

describe('the session cookie', () => {
  it('is out of reach for scripts, other sites and other paths', () => {
    expect(sessionCookie('an-id', false)).toBe('kiosk-session=an-id; Path=/kiosk; HttpOnly; SameSite=Strict');
  });

  it('is kept off plain connections when the browser came by https', () => {
    expect(sessionCookie('an-id', true)).toBe('kiosk-session=an-id; Path=/kiosk; HttpOnly; SameSite=Strict; Secure');
  });

  it('is found among others, by its whole name', () => {
    expect(sessionIdIn({ cookie: 'kiosk-session=an-id' })).toBe('an-id');
    expect(sessionIdIn({ cookie: 'a=b; kiosk-session=an-id;c=d' })).toBe('an-id');
    expect(sessionIdIn({ cookie: 'my-kiosk-session=x; kiosk-sessions=y; kiosk-session=an-id' })).toBe('an-id');
  });

  it('counts once, as the first one', () => {
    expect(sessionIdIn({ cookie: 'kiosk-session=one; kiosk-session=two' })).toBe('one');
  });

  it('may be absent', () => {
    expect(sessionIdIn({})).toBeUndefined();
    expect(sessionIdIn({ cookie: '' })).toBeUndefined();
    expect(sessionIdIn({ cookie: 'kiosk-session; other=kiosk-session=x' })).toBeUndefined();
  });
});
