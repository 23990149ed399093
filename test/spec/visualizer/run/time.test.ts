/** Time passes by the ends of timers, never by waiting. */
import { describe, expect, it } from 'vitest';
import { clockWords } from '../../../../spec/visualizer/run/changes.ts';
import { play } from '../../../../spec/visualizer/run/play.ts';
import { settingWith } from '../../../../spec/visualizer/run/setting.ts';
import { happens, request, type Step } from '../../../../spec/visualizer/run/step.ts';
import { deadlinesOf, type World } from '../../../../spec/visualizer/run/world.ts';

const worldAfter = (steps: readonly Step[], setting = settingWith()): World => {
  const world = play(setting, steps).taken.at(-1)?.after;
  if (world === undefined) throw new Error('a step is needed');
  return world;
};
const opened = [request('identification'), request('delivery')];
const next = (world: World): string[] => deadlinesOf(world).map(({ timer, atSeconds }) => `${timer} ${atSeconds}`);

describe('Timers', () => {
  it('are those that the machines started, the next one first', () => {
    expect(next(worldAfter(opened))).toEqual([
      'interval 30',
      'code 600',
      'transaction 900',
      'window 3600',
      'window 86400',
    ]);
  });

  it('move the clock to their end, so that the expiry after ten minutes is seen at once', () => {
    const world = worldAfter([
      ...opened,
      happens('transaction', 'interval.elapsed'),
      happens('transaction', 'code.expired'),
    ]);
    expect(world.atSeconds).toBe(600);
    expect(world.snapshots.transaction.value).toBe('lapsed');
    expect(next(world)[0]).toBe('transaction 900');
  });

  it('have the lengths of the policy', () => {
    const short = settingWith({ limits: { resendIntervalSeconds: 10, smsCodeLifeSeconds: 120 } });
    expect(next(worldAfter(opened, short)).slice(0, 2)).toEqual(['interval 10', 'code 120']);
  });

  it('stop when the machine stops them', () => {
    expect(next(worldAfter([...opened, request('redemption')]))).toEqual([
      'transaction 900',
      'window 3600',
      'window 86400',
      'grant 7776000',
    ]);
  });

  it('of a transaction end with it when another takes its place, and stay when none does', () => {
    const second = worldAfter([...opened, happens('transaction', 'interval.elapsed'), request('identification')]);
    expect(next(second)[0]).toBe('transaction 930');
    expect(second.deadlines['transaction.code']).toBeUndefined();
    const refused = worldAfter([...opened, request('identification', { violation: 'scopeInvalid' })]);
    expect(next(refused)[0]).toBe('interval 30');
  });

  it('are told as people write times', () => {
    expect([0, 30, 600, 3_600, 86_400].map(clockWords)).toEqual(['0:00', '0:30', '10:00', '1:00:00', '24:00:00']);
  });
});
