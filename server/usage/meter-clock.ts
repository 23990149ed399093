/**
 * The clock of the sample meters. They keep Pacific standard time all year, as interval meters commonly do, so that every day
 * has 24 hours; on the wire their readings are in UTC.
 */
export const meterUtcOffsetHours = -8;

export const hourMilliseconds = 3_600_000;

/** An hour as it stands on the wall of the house. */
export interface MeterHour {
  readonly year: number;
  /** 0 for January. */
  readonly month: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 0 for 1 January. */
  readonly dayOfYear: number;
  /** 0 for Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

/** The meter's reading of an instant, in epoch milliseconds. */
export function meterHour(at: number): MeterHour {
  const local = new Date(at + meterUtcOffsetHours * hourMilliseconds);
  const year = local.getUTCFullYear();
  const day = Math.floor(local.getTime() / (24 * hourMilliseconds));
  return {
    year,
    month: local.getUTCMonth(),
    day,
    dayOfYear: day - Math.floor(Date.UTC(year, 0, 1) / (24 * hourMilliseconds)),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
  };
}
