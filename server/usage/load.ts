/** What a sample household draws in an hour, as the sum of a few loads that a homeowner would recognise. */
import { type Household, isAway } from './household.ts';
import type { MeterHour } from './meter-clock.ts';
import { chance } from './noise.ts';
import { temperature } from './weather.ts';

/** A hump of height 1 around an hour of the day, `width` hours to either side. */
const hump = (hour: number, peakAt: number, width: number): number => Math.exp(-(((hour - peakAt) / width) ** 2));

/** Energy of one hour in kilowatt-hours, rounded to watt-hours. */
export function loadOf(household: Household, at: MeterHour): number {
  const energy = isAway(household, at.year, at.dayOfYear)
    ? standby(household, at)
    : standby(household, at) +
      living(household, at) +
      laundry(household, at) +
      climate(household, at) +
      car(household, at);
  return Math.round(1000 * (energy + pool(household, at))) / 1000;
}

const isWeekend = ({ weekday }: MeterHour): boolean => weekday === 0 || weekday === 6;

function standby({ seed, standbyKilowatts }: Household, { day, hour }: MeterHour): number {
  return standbyKilowatts * (0.88 + 0.24 * chance(seed, 1, day, hour));
}

function living({ seed, livelyKilowatts, risesAt, worksAway }: Household, at: MeterHour): number {
  const late = isWeekend(at) ? 1.8 : 0;
  const daytime = isWeekend(at) ? 0.32 : worksAway ? 0.04 : 0.22;
  const darkness = 1 + 0.2 * Math.cos((2 * Math.PI * at.dayOfYear) / 365.25);
  const shape =
    0.5 * hump(at.hour, risesAt + late + 0.7, 1.4) +
    daytime * hump(at.hour, 13.5, 4) +
    0.95 * darkness * hump(at.hour, 19, 2.4) +
    0.3 * hump(at.hour, 22, 1.3);
  return livelyKilowatts * shape * (0.65 + 0.7 * chance(seed, 2, at.day, at.hour));
}

function laundry({ seed }: Household, at: MeterHour): number {
  const hours = isWeekend(at) ? at.hour >= 9 && at.hour <= 17 : at.hour >= 18 && at.hour <= 20;
  return hours && chance(seed, 3, at.day, at.hour) < (isWeekend(at) ? 0.14 : 0.05) ? 1.6 : 0;
}

function climate(household: Household, at: MeterHour): number {
  const outside = temperature(at);
  const someoneHome = !household.worksAway || isWeekend(at) || at.hour < 8 || at.hour >= 16;
  const cooling = household.coolingKilowattsPerDegree * Math.max(0, outside - 23) * (someoneHome ? 1 : 0.45);
  const heating =
    household.heatingKilowattsPerDegree * Math.max(0, 15 - outside) * (at.hour >= 5 && at.hour < 23 ? 1 : 0.4);
  return Math.min(4.2, cooling * (0.85 + 0.3 * chance(household.seed, 4, at.day, at.hour))) + heating;
}

/** Charges from midnight, some nights, until the day's driving is made up for. */
function car({ seed, hasCar }: Household, { day, hour }: MeterHour): number {
  if (!hasCar || chance(seed, 5, day) > 0.42) return 0;
  const needed = 8 + 20 * chance(seed, 6, day);
  return Math.min(7.2, Math.max(0, needed - 7.2 * hour));
}

/** Runs on its timer, whoever is at home. */
function pool({ hasPool }: Household, { month, hour }: MeterHour): number {
  const isSeason = month >= 3 && month <= 9;
  return hasPool && hour >= 10 && hour < (isSeason ? 16 : 12) ? 1.1 : 0;
}
