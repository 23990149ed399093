/** What a benchmark is: something that runs for a while and comes back with numbers, each with its target if it has one. */

export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The least, or the most, that the value has to be. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Bench {
  /** What is measured, as a heading. */
  readonly title: string;
  /** A line for each measurement; sentences say what was not measured and why. */
  readonly run: () => Promise<readonly (Measured | string)[]>;
}

/** Whether a measurement keeps its target; undefined when it has none. */
export function keepsTarget({ value, atLeast, atMost }: Measured): boolean | undefined {
  if (atLeast === undefined && atMost === undefined) return undefined;
  return value >= (atLeast ?? value) && value <= (atMost ?? value);
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Seconds of processor time that some work takes in this process: other processes on the machine do not count. */
export async function processorSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
