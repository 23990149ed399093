import { describe, expect, it } from 'vitest';
import { measuredFresh } from '../../../spec/check/measured-fresh.ts';
import { keptArtifacts, type Measurement, measuredArtifact, measurements } from '../../../spec/emit/measured.ts';

const tea: Measurement = {
  path: 'tea/temperature.json',
  emitter: 'test/tea/cli.ts',
  audience: 'guests',
  title: 'How hot the tea was',
  command: 'npm run tea',
  subject: (files) => files.get('tea/leaves.txt') ?? '',
  pages: (content) => [
    { path: 'tea/temperature.md', content: `Tea: ${content}`, emitter: 'spec/emit/tea.ts', audience: 'guests' },
  ],
};
const leaves = new Map([['tea/leaves.txt', 'green']]);
const measured = measuredArtifact(tea, leaves, { celsius: 80 });
const after = new Map([...leaves, [tea.path, measured.content]]);

describe('A measured file', () => {
  it('says first on what it was measured', () => {
    expect(measured).toMatchObject({ path: tea.path, emitter: tea.emitter, title: tea.title });
    expect(Object.keys(JSON.parse(measured.content))).toEqual(['measuredOn', 'celsius']);
  });

  it('is kept as it stands, with the pages made of it', () => {
    expect(keptArtifacts(after, [tea]).map(({ path }) => path)).toEqual([tea.path, 'tea/temperature.md']);
    expect(keptArtifacts(after, [tea])[0]).toEqual(measured);
  });

  it('is not made up when it is missing', () => expect(keptArtifacts(leaves, [tea])).toEqual([]));

  it('is fresh as long as what was measured is the same', () => {
    expect(measuredFresh(after, [tea])).toEqual([]);
    expect(measuredFresh(new Map([...after, ['tea/pot.txt', 'new']]), [tea])).toEqual([]);
  });

  it('is found stale when that has changed, with the command that measures again', () => {
    expect(measuredFresh(new Map([...after, ['tea/leaves.txt', 'black']]), [tea])).toEqual([
      expect.objectContaining({ rule: 'measured/stale', file: `generated/${tea.path}`, fix: 'npm run tea' }),
    ]);
  });

  it('is found when it is missing, or does not say on what it was measured', () => {
    expect(measuredFresh(leaves, [tea])).toEqual([expect.objectContaining({ rule: 'measured/missing' })]);
    expect(measuredFresh(new Map([...after, [tea.path, '{}']]), [tea])).toEqual([
      expect.objectContaining({ rule: 'measured/stale', actual: 'nothing' }),
    ]);
  });

  it('has a command of the package', () => {
    for (const { command } of measurements) expect(command).toMatch(/^npm run [a-z-]+$/);
  });
});
