import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMilliseconds, meterHour } from '../../../server/usage/meter-clock.ts';
import { monthlyTotals } from '../../../server/usage/monthly-totals.ts';
import { sampleUsage } from '../../../server/usage/sample-usage.ts';

const hoursFrom = (start: number, wattHours: readonly number[]) =>
  wattHours.map((value, index) => ({
    start: new Date(start + index * hourMilliseconds).toISOString(),
    kilowatt_hours: value / 1000,
  }));

const anHour = fc.integer({ min: 0, max: 600_000 }).map((hour) => hour * hourMilliseconds);
const someLoad = fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 2000 });

describe('monthly totals', () => {
  it('add up to exactly what the hours add up to', () => {
    fc.assert(
      fc.property(anHour, someLoad, (start, load) => {
        const months = monthlyTotals(hoursFrom(start, load));
        const wattHours = months.reduce((sum, { kilowatt_hours }) => sum + Math.round(kilowatt_hours * 1000), 0);
        expect(wattHours).toBe(load.reduce((sum, value) => sum + value, 0));
      }),
    );
  });

  it('begin with the first hour, and afterwards with the first hour of each month on the meter clock, in order', () => {
    fc.assert(
      fc.property(anHour, someLoad, (start, load) => {
        const starts = monthlyTotals(hoursFrom(start, load)).map((month) => Date.parse(month.start));
        if (load.length > 0) expect(starts[0]).toBe(start);
        for (const later of starts.slice(1)) {
          expect(meterHour(later).hour).toBe(0);
          expect(meterHour(later - hourMilliseconds).month).not.toBe(meterHour(later).month);
        }
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  it('are twelve for a year that begins with a month, thirteen for one that begins within a month', async () => {
    expect(monthlyTotals(await sampleUsage.hourly('a', Date.UTC(2025, 10, 1, 8)))).toHaveLength(12);
    const months = monthlyTotals(await sampleUsage.hourly('a', Date.UTC(2025, 10, 25, 17)));
    expect(months).toHaveLength(13);
    expect(months[1]?.start).toBe('2024-12-01T08:00:00Z');
  });

  it('of no hours are none', () => {
    expect(monthlyTotals([])).toEqual([]);
  });
});
