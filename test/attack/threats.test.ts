/** No attack of the draft is left untried, and the table of where it is tried names tests that are there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attacks } from '../../spec/draft/checklists.ts';
import { threats } from './threats.ts';

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

it('All thirty attacks of the draft have a row', () => {
  expect(Object.keys(threats)).toEqual(Object.keys(attacks));
  expect(Object.keys(threats)).toHaveLength(30);
});

describe.each(Object.entries(threats))('%s', (_attack, places) => {
  it.each(places)('is tried in $file: $title', ({ file, title }) => {
    expect(textOf(file).includes(title)).toBe(true);
  });
});
