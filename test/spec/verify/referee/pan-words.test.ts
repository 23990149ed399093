/** What SPIN says is read as it is meant, and a graph that it printed is walked backwards. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { printedGraph } from '../../../../spec/verify/referee/printed-graph.ts';
import { verdictOf } from '../../../../spec/verify/referee/spin.ts';

const said = (errors: number, more = '') => `${more}
State-vector 28 byte, depth reached 11, errors: ${errors}
      155 states, stored
      561 states, matched
1.8671525e+02 transitions (= stored+matched)
pan: elapsed time 0.25 seconds`;

describe('The words of pan', () => {
  it('are numbers, less the arrival at the first state', () => {
    expect(verdictOf(said(0))).toMatchObject({ states: 155, transitions: 185.71525, errors: 0, seconds: 0.25 });
    expect(verdictOf(said(0)).steps).toBeUndefined();
  });

  it('tell the steps to a violation, the last one included', () => {
    expect(verdictOf(said(1, 'pan:1: assertion violated 0 (at depth 4)')).steps).toBe(5);
  });

  it('are no verdict when it gave up', () => {
    expect(() => verdictOf(said(0, 'error: max search depth too small'))).toThrow(/gave up/);
    expect(() => verdictOf('Segmentation fault')).toThrow(/did not say/);
  });
});

describe('A printed graph', () => {
  it('has a goal within reach of every live state, or the steps to the nearest where it has not', () => {
    const good = ['edge 0 1 0 1 1 0', 'edge 1 1 0 2 0 1', 'edge 2 0 1 2 0 1'];
    expect(printedGraph(good)).toEqual({ states: 3, transitions: 3, steps: undefined });
    expect(printedGraph([...good, 'edge 1 1 0 3 1 0', 'edge 3 1 0 3 1 0'])).toMatchObject({ states: 4, steps: 2 });
  });

  it('does not mind a dead end that is not live', () => {
    expect(printedGraph(['edge 0 1 0 1 0 1', 'edge 0 1 0 2 0 0']).steps).toBeUndefined();
  });
});

describe('Without SPIN', () => {
  const referee = (...flags: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('../../../../spec/verify/referee/cli.ts', import.meta.url)), ...flags],
      { env: { PATH: '/nowhere' } },
    );

  it('the referee says how many checks were not run', { timeout: 120_000 }, async () => {
    const { stdout } = await referee();
    expect(stdout).toMatch(/^\d{3} checks of the referee were NOT RUN: spin and cc is not installed\.\n$/);
  });

  it('a strict referee ends with a status of its own', { timeout: 120_000 }, async () => {
    await expect(referee('--strict')).rejects.toMatchObject({ code: 3 });
  });
});
