import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../server/kiosk/retry-after.ts';

const nowAt = Date.UTC(2025, 10, 25, 17);

describe('Retry-After', () => {
  it('is read as seconds, or as a date to wait for', () => {
    expect(retryAfterSeconds('25', nowAt)).toBe(25);
    expect(retryAfterSeconds('0', nowAt)).toBe(0);
    expect(retryAfterSeconds('Tue, 25 Nov 2025 17:01:30 GMT', nowAt)).toBe(90);
  });

  it('asks for no wait when its date is over', () => {
    expect(retryAfterSeconds('Tue, 25 Nov 2025 16:00:00 GMT', nowAt)).toBe(0);
  });

  it('is bounded by a day', () => {
    expect(retryAfterSeconds('86401', nowAt)).toBe(86_400);
    expect(retryAfterSeconds('Wed, 25 Nov 2099 17:00:00 GMT', nowAt)).toBe(86_400);
  });

  it('says nothing when it is absent or cannot be read', () => {
    expect(retryAfterSeconds(null, nowAt)).toBeUndefined();
    for (const field of ['', 'soon', '1.5 minutes', '-']) expect(retryAfterSeconds(field, nowAt)).toBeUndefined();
  });
});
