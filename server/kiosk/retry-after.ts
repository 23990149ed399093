/** A day: whoever asks for more is taken to mean that. */
const longestSeconds = 86_400;

/**
 * Seconds to wait according to a Retry-After header field: digits or a date. Undefined when there is none that can be read.
 *
 * @param nowAt epoch milliseconds, for dates
 * @see RFC 9110 §10.2.3
 */
export function retryAfterSeconds(field: string | null, nowAt: number): number | undefined {
  if (field === null) return undefined;
  const seconds = /^\d+$/.test(field) ? Number(field) : Math.ceil((Date.parse(field) - nowAt) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestSeconds);
}
