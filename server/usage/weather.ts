/** The weather of the sample utility's territory, warm and dry. All houses share it, which is what makes their curves comparable. */
import type { MeterHour } from './meter-clock.ts';
import { seedOf, wander } from './noise.ts';

const slow = seedOf('weather of a fortnight');
const quick = seedOf('weather of a few days');

/** Outside temperature in degrees Celsius: a season, a day, and spells of warm and cool days. */
export function temperature({ day, dayOfYear, hour }: MeterHour): number {
  const season = 7.5 * Math.cos((2 * Math.PI * (dayOfYear - 208)) / 365.25);
  const timeOfDay = 6.5 * Math.cos((2 * Math.PI * (hour - 16)) / 24);
  const spell = 3 * wander(slow, day / 13) + 3.5 * wander(quick, (day + hour / 24) / 3.5);
  return 17.5 + season + timeOfDay + spell;
}
