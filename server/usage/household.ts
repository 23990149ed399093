/** Who lives behind an account of the sample utility: what they own and when they are up. */
import { chance, seedOf } from './noise.ts';

export interface Household {
  readonly seed: number;
  /** What never switches off, in kilowatts. */
  readonly standbyKilowatts: number;
  /** How much the people add while they are up: lights, cooking, screens. In kilowatts at the evening's peak. */
  readonly livelyKilowatts: number;
  /** Air conditioning: kilowatts for every degree above 23 °C. */
  readonly coolingKilowattsPerDegree: number;
  /** Heating: kilowatts for every degree below 15 °C. Small where gas heats and electricity only turns a fan. */
  readonly heatingKilowattsPerDegree: number;
  readonly hasCar: boolean;
  readonly hasPool: boolean;
  /** Hour at which a working day begins. */
  readonly risesAt: number;
  /** Whether the house stands empty on working days. */
  readonly worksAway: boolean;
}

/** The household of an account: the same for the same account, always. */
export function householdOf(accountId: string): Household {
  const seed = seedOf(accountId);
  let trait = 0;
  const next = () => chance(seed, trait++);
  const between = (low: number, high: number) => low + next() * (high - low);
  return {
    seed,
    standbyKilowatts: between(0.16, 0.34),
    livelyKilowatts: between(0.6, 1.2),
    coolingKilowattsPerDegree: between(0.16, 0.3),
    heatingKilowattsPerDegree: next() < 0.35 ? between(0.05, 0.09) : 0.012,
    hasCar: next() < 0.3,
    hasPool: next() < 0.2,
    risesAt: between(5.8, 7.4),
    worksAway: next() < 0.6,
  };
}

/** Whether the household is on holiday: eight days in summer, at another time every year. */
export function isAway(household: Household, year: number, dayOfYear: number): boolean {
  const leavesOn = 165 + Math.floor(chance(household.seed, 101, year) * 62);
  return dayOfYear >= leavesOn && dayOfYear < leavesOn + 8;
}
