import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMilliseconds, meterHour } from '../../../server/usage/meter-clock.ts';
import { sampleUsage } from '../../../server/usage/sample-usage.ts';

const anAccount = fc.string({ minLength: 1, maxLength: 30 });
const anInstant = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2090, 0) });
/** A year of hours takes milliseconds, but not microseconds. */
const fewRuns = { numRuns: 25 };

const noon = Date.UTC(2025, 10, 25, 12);

describe('sample usage', () => {
  it('is the same for an account and an instant whenever it is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anAccount, anInstant, async (account, endAt) => {
        expect(await sampleUsage.hourly(account, endAt)).toEqual(await sampleUsage.hourly(account, endAt));
      }),
      fewRuns,
    );
  });

  it('holds a year of hours without a gap, up to the last full hour', async () => {
    await fc.assert(
      fc.asyncProperty(anAccount, anInstant, async (account, endAt) => {
        const starts = (await sampleUsage.hourly(account, endAt)).map(({ start }) => Date.parse(start));
        expect([8760, 8784]).toContain(starts.length);
        expect(starts.every((start, index) => start === (starts[0] ?? 0) + index * hourMilliseconds)).toBe(true);
        const end = (starts.at(-1) ?? 0) + hourMilliseconds;
        expect(end).toBeLessThanOrEqual(endAt);
        expect(end).toBeGreaterThan(endAt - hourMilliseconds);
      }),
      fewRuns,
    );
  });

  it('has 8784 hours when the year contains a 29 February', async () => {
    expect(await sampleUsage.hourly('a', Date.UTC(2024, 6, 1))).toHaveLength(8784);
    expect(await sampleUsage.hourly('a', Date.UTC(2025, 6, 1))).toHaveLength(8760);
    expect(await sampleUsage.hourly('a', Date.UTC(2024, 1, 29, 6))).toHaveLength(8760);
  });

  it('starts hours in UTC to the second and measures in whole watt-hours', async () => {
    for (const { start, kilowatt_hours } of await sampleUsage.hourly('account-heather', noon)) {
      expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);
      expect(kilowatt_hours).toBeGreaterThan(0);
      expect(kilowatt_hours).toBe(Number(kilowatt_hours.toFixed(3)));
    }
  });

  it('never rewrites an hour: two years that overlap agree where they do', async () => {
    const earlier = await sampleUsage.hourly('account-heather', noon);
    const later = await sampleUsage.hourly('account-heather', noon + 1000 * hourMilliseconds);
    expect(later.slice(0, -1000)).toEqual(earlier.slice(1000));
  });

  it('differs between accounts', async () => {
    const totals = await Promise.all(
      ['account-heather', 'account-omar', 'account-twin-1'].map(async (account) =>
        total(await sampleUsage.hourly(account, noon)),
      ),
    );
    expect(new Set(totals).size).toBe(3);
  });

  it('looks like homes: 3 to 15 MWh a year, more in the evening than before dawn, a quiet week in summer', async () => {
    for (let number = 0; number < 30; number++) {
      const hours = await sampleUsage.hourly(`home-${number}`, noon);
      expect(total(hours)).toBeGreaterThan(3000);
      expect(total(hours)).toBeLessThan(15_000);
      const usual = (hour: number) => median(hours.filter(({ start }) => meterHour(Date.parse(start)).hour === hour));
      expect(usual(19)).toBeGreaterThan(2 * usual(5));
      const evenings = hours.filter(({ start }) => meterHour(Date.parse(start)).hour === 19);
      const quiet = evenings.filter(({ kilowatt_hours }) => kilowatt_hours < 0.4);
      const days = quiet.map(({ start }) => meterHour(Date.parse(start)).dayOfYear);
      expect(days.some((day) => [...Array(8).keys()].every((ahead) => days.includes(day + ahead)))).toBe(true);
    }
  });
});

const total = (hours: readonly { readonly kilowatt_hours: number }[]): number =>
  hours.reduce((sum, { kilowatt_hours }) => sum + kilowatt_hours, 0);

function median(hours: readonly { readonly kilowatt_hours: number }[]): number {
  const sorted = hours.map(({ kilowatt_hours }) => kilowatt_hours).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
