import { describe, expect, it } from 'vitest';
import { codeOf, subjectOf } from '../../../server/kiosk/said.ts';

describe('an address as typed', () => {
  it('becomes a postal address subject identifier, single-spaced', () => {
    expect(subjectOf({ streetAddress: '  12  Sunny\tLane ', postalCode: ' 90001 ' })).toEqual({
      format: 'postal_address',
      street_address: '12 Sunny Lane',
      postal_code: '90001',
    });
  });

  it('may be as long as the message type allows', () => {
    expect(subjectOf({ streetAddress: 'é'.repeat(200), postalCode: '9'.repeat(20) })).toBeDefined();
    expect(subjectOf({ streetAddress: 'é'.repeat(201), postalCode: '90001' })).toBeUndefined();
    expect(subjectOf({ streetAddress: '12 Sunny Lane', postalCode: '9'.repeat(21) })).toBeUndefined();
  });

  it('is none when a part is missing, blank or holds control characters', () => {
    expect(subjectOf(undefined)).toBeUndefined();
    expect(subjectOf({ streetAddress: ' ', postalCode: '90001' })).toBeUndefined();
    expect(subjectOf({ streetAddress: '12 Sunny Lane', postalCode: '\u00a0' })).toBeUndefined();
    expect(subjectOf({ streetAddress: '12 Sunny\u0000Lane', postalCode: '90001' })).toBeUndefined();
  });
});

describe('a passcode as typed', () => {
  it('loses spaces and hyphens of any kind', () => {
    for (const typed of ['04915672', ' 0491 5672 ', '0491-5672', '04–91—56‐72', '0491\u00a05672']) {
      expect(codeOf(typed, 8, 'numeric')).toBe('04915672');
    }
  });

  it('has to have the announced length', () => {
    expect(codeOf('0491567', 8, 'numeric')).toBeUndefined();
    expect(codeOf('049156721', 8, 'numeric')).toBeUndefined();
    expect(codeOf('', 8, 'numeric')).toBeUndefined();
    expect(codeOf(undefined, 8, 'numeric')).toBeUndefined();
  });

  it('has to consist of the announced characters, in either case', () => {
    expect(codeOf('O4915672', 8, 'numeric')).toBeUndefined();
    expect(codeOf('bcdf-ghjk', 8, 'base20')).toBe('BCDFGHJK');
    expect(codeOf('abcdfghj', 8, 'base20')).toBeUndefined();
  });

  it('is left as it is when the set of characters is unknown, as long as it can be sent', () => {
    expect(codeOf('aB3x', 4, 'emoji-free')).toBe('aB3x');
    expect(codeOf('aB3é', 4, 'emoji-free')).toBeUndefined();
  });
});
