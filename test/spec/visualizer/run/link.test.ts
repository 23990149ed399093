/** Links carry a whole run, and do not lie about the machines they were made for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Linked, linkText, readLink } from '../../../../spec/visualizer/run/link.ts';
import { play } from '../../../../spec/visualizer/run/play.ts';
import { settingWith } from '../../../../spec/visualizer/run/setting.ts';
import { happens, request } from '../../../../spec/visualizer/run/step.ts';
import { stepOfText, stepsOfText, textOfStep, textOfSteps } from '../../../../spec/visualizer/run/step-text.ts';
import { machineSteps, requests, runs, settings } from '../arbitraries.ts';
import { scenarios } from '../recorded.ts';

const digest = 'ab12'.repeat(16);
const other = 'cd34'.repeat(16);
const link = (changes: Partial<Linked> = {}): Linked => {
  const steps = changes.steps ?? [
    request('identification'),
    request('delivery'),
    request('redemption', { code: 'wrong' }),
  ];
  return { setting: settingWith(), steps, at: steps.length, ...changes };
};

describe('A step as text', () => {
  it('says what is not ordinary, and nothing else', () => {
    expect(textOfStep(request('redemption'))).toBe('redemption');
    expect(textOfStep(request('redemption', { code: 'wrong' }, 'adversary'))).toBe('redemption@adversary~code=wrong');
    expect(textOfStep(happens('channel', 'gateway.accepted'))).toBe('channel!gateway.accepted');
  });

  it('is read back as the same step, whatever the step', () => {
    fc.assert(
      fc.property(fc.oneof(requests, machineSteps), (step) => {
        expect(stepOfText(textOfStep(step))).toEqual(step);
      }),
    );
  });

  it('that names what is not there is no step', () => {
    const texts = [
      '',
      'payment',
      'redemption~code=other',
      'redemption~colour=red',
      'channel!lost',
      'nobody!left',
      'redemption@nobody',
    ];
    expect(texts.map((text) => stepOfText(text))).toEqual(texts.map(() => undefined));
  });

  it('is written once when it is repeated', () => {
    const steps = Array.from({ length: 5 }, () => request('redemption', { code: 'wrong' }));
    expect(textOfSteps(steps)).toBe('redemption~code=wrong*5');
    expect(stepsOfText('redemption~code=wrong*5').steps).toEqual(steps);
  });

  it('cannot make the page play for ever', () => {
    expect(stepsOfText('redemption*999;redemption*999').steps).toHaveLength(0);
    expect(stepsOfText('redemption*400;redemption*400')).toMatchObject({ unknown: 'redemption*400' });
  });
});

describe('A link', () => {
  it('brings the same run back: state, context, messages and place', () => {
    fc.assert(
      fc.property(settings, runs, fc.nat(), (setting, steps, place) => {
        const made = link({ setting, steps, at: place % (steps.length + 1), scenario: 'lock', isContrasted: true });
        const read = readLink(`#${linkText(made, digest)}`, digest);
        expect(read).toEqual({ ...made, problems: [] });
        expect(play(read?.setting ?? setting, read?.steps ?? []).taken.at(-1)?.after).toEqual(
          play(setting, steps).taken.at(-1)?.after,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('survives programs that escape it', () => {
    const text = linkText(link({ received: { at: 2, words: '200 & a token' } }), digest);
    expect(
      readLink(
        `#${text.replaceAll('=', (sign, at) => (text.lastIndexOf('&', at) < text.indexOf('s=') ? sign : '%3D'))}`,
        digest,
      ),
    ).toMatchObject({
      steps: link().steps,
    });
    expect(readLink(text, digest)?.received).toEqual({ at: 2, words: '200 & a token' });
  });

  it('made for other machines says so, and is played as far as it can be', () => {
    const text = `${linkText(link(), other)};redemption~code=written;delivery`;
    const read = readLink(text, digest);
    expect(read?.problems).toEqual([
      expect.stringContaining('made for other machines (cd34cd34cd34)'),
      expect.stringContaining('Step 4, "redemption~code=written", is not known here'),
    ]);
    expect(read?.steps).toEqual(link().steps);
  });

  it('names limits and mitigations that cannot be, and goes on without them', () => {
    const read = readLink(
      `m=${digest.slice(0, 12)}&limits=wrongCodesPerTransaction.99,colour.3&off=gravity&s=identification`,
      digest,
    );
    expect(read?.problems).toHaveLength(3);
    expect(read?.setting).toEqual(settingWith());
  });

  it('of whatever text is read without an error', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (head, tail) => {
        readLink(head, digest);
        expect(
          readLink(`m=${head}&s=${tail}&at=${tail}&got=${tail}&limits=${tail}`, digest)?.at,
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is no longer than 2,000 characters for the longest scenario', () => {
    const lengths = scenarios.map(
      ({ id, setting, steps }) =>
        linkText(link({ setting, steps, scenario: id, at: 1, isContrasted: true }), digest).length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2_000);
    expect(Math.max(...lengths)).toBeGreaterThan(500);
  });
});
