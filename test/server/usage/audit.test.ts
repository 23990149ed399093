import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings, hourSpanWords } from '../../../server/kiosk/page/findings.js';
import { usageView } from '../../../server/kiosk/page/usage-view.ts';
import { sampleUsage } from '../../../server/usage/sample-usage.ts';

const wattHours = (kilowattHours: readonly number[]): number =>
  kilowattHours.reduce((sum, value) => sum + Math.round(value * 1000), 0);

/** A year of equal days from 1 January 2025, except for what `load` says of a day of the year and an hour. */
const yearOf = (load: (day: number, hour: number) => number) => ({
  startsOn: '2025-01-01',
  hourly: Array.from({ length: 8760 }, (_, index) => load(Math.floor(index / 24), index % 24)),
});

describe('the kiosk’s view of usage', () => {
  it('keeps whole days on the clock of the home, and counts every hour in the months and the total', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }), async (endAt) => {
        const intervals = await sampleUsage.hourly('account-heather', endAt);
        const { hourly, startsOn, monthly, totalKilowattHours } = usageView(intervals);
        const all = wattHours(intervals.map(({ kilowatt_hours }) => kilowatt_hours));
        expect(hourly.length % 24).toBe(0);
        expect(intervals.length - hourly.length).toBeLessThan(48);
        const first = intervals.findIndex(({ start }) => start === `${startsOn}T08:00:00Z`);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThan(24);
        expect(hourly[0]).toBe(intervals[first]?.kilowatt_hours);
        expect(wattHours(monthly.map(({ kilowattHours }) => kilowattHours))).toBe(all);
        expect(Math.round(totalKilowattHours * 1000)).toBe(all);
      }),
      { numRuns: 20 },
    );
  });

  it('names months with their year', async () => {
    const { monthly } = usageView(await sampleUsage.hourly('a', Date.UTC(2025, 10, 25, 17)));
    expect(monthly.map(({ label }) => label)).toEqual([
      ...['Nov 2024', 'Dec 2024', 'Jan 2025', 'Feb 2025', 'Mar 2025', 'Apr 2025', 'May 2025'],
      ...['Jun 2025', 'Jul 2025', 'Aug 2025', 'Sep 2025', 'Oct 2025', 'Nov 2025'],
    ]);
  });

  it('of nothing is an empty year', () => {
    expect(usageView([])).toMatchObject({ monthly: [], hourly: [], totalKilowattHours: 0 });
  });
});

describe('the three findings', () => {
  it('name the hour of the day that uses most', () => {
    const [busiest] = findings(yearOf((_, hour) => (hour === 18 ? 3 : 1)));
    expect(busiest?.figure).toBe('6–7 pm');
    expect(busiest?.words).toContain('3.0 kWh');
  });

  it('take what is never undercut at night as what never sleeps, whatever charges on some nights', () => {
    const [, standby] = findings(yearOf((day, hour) => (hour < 5 && day % 2 === 0 ? 7 : 0.25)));
    expect(standby?.figure).toBe('250 watts');
    expect(standby?.words).toContain('2,190 kWh');
  });

  it('compare the days of June to August with those of December to February', () => {
    const isSummer = (day: number) => day >= 151 && day < 243;
    const [, , hot] = findings(yearOf((day) => (isSummer(day) ? 1.5 : 1)));
    expect(hot?.figure).toBe('+50%');
    expect(hot?.words).toBe('A summer day takes 36.0 kWh, a winter day 24.0 kWh.');
    const [, , cold] = findings(yearOf((day) => (isSummer(day) ? 0.5 : 1)));
    expect(cold?.figure).toBe('−50%');
  });

  it('leave out the seasons where one is missing, and are none without hours', () => {
    expect(findings({ startsOn: '2025-03-01', hourly: Array(24 * 30).fill(1) })).toHaveLength(2);
    expect(findings({ startsOn: '2025-03-01', hourly: [] })).toEqual([]);
  });

  it('say hours as people do', () => {
    expect([0, 5, 11, 12, 17, 23].map(hourSpanWords)).toEqual([
      ...['midnight–1 am', '5–6 am', '11 am–noon', 'noon–1 pm', '5–6 pm', '11 pm–midnight'],
    ]);
  });
});
