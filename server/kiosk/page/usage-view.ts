import type { UsageInterval } from '../../../model/messages/index.ts';
import type { MonthlyUse, UsageView } from '../view.ts';

/** The store stands in California; utilities there report on standard time all year, so days have 24 hours. */
const storeUtcOffsetHours = -8;

const hourMilliseconds = 3_600_000;

const monthLabel = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/**
 * Makes the audit's view of a year of hourly intervals. Months and the total count every hour; the hour-by-day map keeps whole days
 * on the store's clock and leaves off the broken ones at either end.
 *
 * @param intervals hourly, oldest first, without gaps, as the usage resource sends them
 */
export function usageView(intervals: readonly UsageInterval[]): UsageView {
  const hours = intervals.map(({ start, kilowatt_hours }) => ({
    local: new Date(Date.parse(start) + storeUtcOffsetHours * hourMilliseconds),
    wattHours: Math.round(kilowatt_hours * 1000),
  }));
  const months = new Map<string, number>();
  for (const { local, wattHours } of hours) {
    const label = monthLabel.format(local);
    months.set(label, (months.get(label) ?? 0) + wattHours);
  }
  const midnight = hours.findIndex(({ local }) => local.getUTCHours() === 0);
  const firstHour = midnight === -1 ? hours.length : midnight;
  const wholeHours = Math.floor((hours.length - firstHour) / 24) * 24;
  const shown = hours.slice(firstHour, firstHour + wholeHours);
  const monthly = [...months].map(([label, wattHours]): MonthlyUse => ({ label, kilowattHours: wattHours / 1000 }));
  return {
    screen: 'usage',
    monthly,
    hourly: shown.map(({ wattHours }) => wattHours / 1000),
    startsOn: (shown[0]?.local ?? new Date(0)).toISOString().slice(0, 10),
    totalKilowattHours: hours.reduce((sum, { wattHours }) => sum + wattHours, 0) / 1000,
  };
}
