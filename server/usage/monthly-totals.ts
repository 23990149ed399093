import type { UsageInterval } from '../../model/messages/index.ts';
import { meterHour } from './meter-clock.ts';

/**
 * Sums hourly intervals into calendar months of the meter's clock, oldest first. Nothing is dropped or stretched: a year that
 * begins in the middle of a month gives 13 intervals, of which the first and the last are parts of months, and one that begins
 * with a month gives 12. The start of an interval is that of the first hour counted in it. No hours give no months.
 *
 * @param hourly hourly intervals, oldest first, without gaps
 */
export function monthlyTotals(hourly: readonly UsageInterval[]): UsageInterval[] {
  const months = new Map<string, { readonly start: string; wattHours: number }>();
  for (const { start, kilowatt_hours } of hourly) {
    const { year, month } = meterHour(Date.parse(start));
    const total = months.get(`${year}-${month}`) ?? { start, wattHours: 0 };
    // Whole watt-hours, so that the months add up to exactly what the hours add up to.
    total.wattHours += Math.round(kilowatt_hours * 1000);
    months.set(`${year}-${month}`, total);
  }
  return [...months.values()].map(({ start, wattHours }) => ({ start, kilowatt_hours: wattHours / 1000 }));
}
