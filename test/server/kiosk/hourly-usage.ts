import type { UsageInterval } from '../../../model/messages/index.ts';

/** Two days and eight hours across the end of a month, one kilowatt-hour each hour, from midnight of the store's clock. */
export const hourlyUsage: readonly UsageInterval[] = Array.from({ length: 56 }, (_, hour) => ({
  start: new Date(Date.UTC(2025, 9, 30, 8 + hour)).toISOString(),
  kilowatt_hours: 1,
}));
