import { describe, expect, it } from 'vitest';
import { differences, pointerTo } from '../../../spec/check/differences.ts';

describe('the differences of two values', () => {
  it('are none when only the order of members differs', () => {
    expect(differences({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
  });

  it('are told at the innermost place, with both values', () => {
    expect(differences({ a: { 'b/c': [1, 2] } }, { a: { 'b/c': [1, 3] } })).toEqual([
      { pointer: '#/a/b~1c/1', expected: '2', actual: '3' },
    ]);
  });

  it('count what only one side has', () => {
    expect(differences({ a: 1 }, { b: [] }, '#/x')).toEqual([
      { pointer: '#/x/a', expected: '1', actual: 'nothing' },
      { pointer: '#/x/b', expected: 'nothing', actual: '[]' },
    ]);
  });

  it('see that a list is no object', () => {
    expect(differences([], {})).toHaveLength(1);
  });

  it('show long values by their beginning', () => {
    const [difference] = differences('x'.repeat(1000), '');
    expect(difference?.expected.length).toBeLessThan(200);
  });
});

it('A pointer escapes what RFC 6901 gives a meaning', () => {
  expect(pointerTo('#', '/token', 'a~b')).toBe('#/~1token/a~0b');
});
