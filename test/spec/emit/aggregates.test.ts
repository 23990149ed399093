import { expect, it } from 'vitest';
import type { Artifact } from '../../../spec/emit/artifact.ts';
import { emitFromModel } from '../../../spec/emit/model-artifacts.ts';
import { emitPromela } from '../../../spec/emit/promela.ts';
import { emitFromRecordings } from '../../../spec/emit/recorded-artifacts.ts';
import { madeUpRecordings } from '../support/made-up-recordings.ts';

const all = (): Artifact[] => [...emitFromModel(), ...emitFromRecordings(madeUpRecordings(), []), ...emitPromela()];

/** Made once, for the tests that only look. */
const made = all();

it('No two emitters write the same file', () => {
  const paths = made.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

it('The same model and the same recordings give the same bytes', () => {
  expect(all()).toEqual(made);
}, 180_000);

it('Files end with a newline and hold no path of a machine', () => {
  for (const { path, content } of made) {
    expect(content.endsWith('\n'), path).toBe(true);
    expect(content, path).not.toMatch(/\/home\/|\/Users\/|\/work\//);
  }
});

it('A recording is written as it was made', () => {
  const [recording] = madeUpRecordings();
  const [artifact] = emitFromRecordings(madeUpRecordings(), []);
  expect(artifact?.path).toBe('recordings/made-up.json');
  expect(JSON.parse(artifact?.content ?? '')).toEqual(recording);
});
