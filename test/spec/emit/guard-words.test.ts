import { describe, expect, it } from 'vitest';
import { allOf, anyOf, below, caseIs, enforced, is, not } from '../../../model/index.ts';
import { guardWords, underAllMitigations } from '../../../spec/emit/guard-words.ts';

const other = caseIs('client', 'other');

describe('a guard in words', () => {
  it.each([
    [other, 'client other'],
    [not(below('sends', 'sendsPerTransaction')), 'sends not below sendsPerTransaction'],
    [not(is('newestCode', 'none')), 'newestCode is not none'],
    [allOf(other, anyOf(is('a', 'b'), enforced('sendLimit'))), 'client other and (a is b or sendLimit enforced)'],
    [not(other), 'not (client other)'],
  ])('%j', (guard, words) => {
    expect(guardWords(guard)).toBe(words);
  });
});

describe('a guard when every mitigation is enforced', () => {
  it.each([
    ['a switch asks nothing', enforced('sendLimit'), true],
    ['what needs a switch off never holds', allOf(other, not(enforced('sendLimit'))), false],
    ['switches drop out of "all of"', allOf(other, enforced('sendLimit')), other],
    ['"or the switch is off" drops out', anyOf(other, not(enforced('sendLimit'))), other],
    ['"or the switch is on" asks nothing', anyOf(other, enforced('sendLimit')), true],
    ['what asks nothing of switches stays', allOf(other, is('a', 'b')), allOf(other, is('a', 'b'))],
  ])('%s', (_title, guard, left) => {
    expect(underAllMitigations(guard)).toEqual(left);
  });
});
