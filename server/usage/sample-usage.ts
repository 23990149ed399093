/** Meter data for the demo: made up, but the same for an account whenever it is asked for. */
import type { UsageRecords } from '../ports.ts';
import { householdOf } from './household.ts';
import { loadOf } from './load.ts';
import { hourMilliseconds, meterHour } from './meter-clock.ts';

/**
 * Sample usage records. An hour's reading depends on the account and the hour alone, so that two requests agree wherever their
 * years overlap. The year ends with the last full hour before `endAt` and holds 8760 intervals, 8784 when it contains a
 * 29 February.
 */
export const sampleUsage: UsageRecords = {
  async hourly(accountId, endAt) {
    const household = householdOf(accountId);
    const end = Math.floor(endAt / hourMilliseconds) * hourMilliseconds;
    const start = aYearBefore(end);
    return Array.from({ length: (end - start) / hourMilliseconds }, (_, index) => {
      const at = start + index * hourMilliseconds;
      return {
        start: new Date(at).toISOString().replace('.000', ''),
        kilowatt_hours: loadOf(household, meterHour(at)),
      };
    });
  },
};

/** The same date and hour one calendar year earlier, in UTC; 1 March for 29 February. */
function aYearBefore(at: number): number {
  const date = new Date(at);
  return date.setUTCFullYear(date.getUTCFullYear() - 1);
}
