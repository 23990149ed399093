/**
 * Query of the usage resource.
 */
export interface UsageRequest {
  /**
   * Length of the intervals. Hours need more scope than months.
   */
  resolution?: 'hour' | 'month';
}

/**
 * One interval of metered use.
 */
export interface UsageInterval {
  /**
   * Start of the interval.
   *
   * @format date-time
   * @examples ["2025-11-01T00:00:00Z"]
   */
  start: string;
  /**
   * Energy used in the interval, in kilowatt-hours.
   *
   * @minimum 0
   * @examples [0.412]
   */
  kilowatt_hours: number;
}

/**
 * Metered usage of the resource owner over the last year.
 */
export interface UsageResponse {
  /**
   * Length of the intervals.
   */
  resolution: 'hour' | 'month';
  /**
   * The intervals, oldest first, without gaps.
   *
   * @minItems 1
   */
  intervals: UsageInterval[];
}
