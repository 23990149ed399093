/** Mutants examined in several processes, since one process keeps one core busy. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type CaseKnown, examine, type MutantResult } from './run.ts';
import { mutants } from './table.ts';

const program = fileURLToPath(new URL('lane.ts', import.meta.url));

/** What a lane is told, as JSON on its standard input. */
export interface LaneWork {
  readonly ids: readonly string[];
  readonly cases: readonly CaseKnown[];
}

/** Examines mutants by id, in so many processes; calls `report` after each. In the order of the table. */
export async function examineAll(
  ids: readonly string[],
  cases: readonly CaseKnown[],
  laneCount: number,
  report: (result: MutantResult) => void,
): Promise<MutantResult[]> {
  const results = new Map<string, MutantResult>();
  await Promise.all(
    Array.from({ length: laneCount }, async (_, lane) => {
      const own = ids.filter((_id, place) => place % laneCount === lane);
      for await (const result of inLane({ ids: own, cases })) {
        results.set(result.id, result);
        report(result);
      }
    }),
  );
  return ids.map((id) => {
    const result = results.get(id);
    if (result === undefined) throw new Error(`nothing came of ${id}`);
    return result;
  });
}

async function* inLane(work: LaneWork): AsyncGenerator<MutantResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(work));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as MutantResult; // printed by the lane
}

/** What a lane does. */
export async function runLane({ ids, cases }: LaneWork): Promise<void> {
  for (const id of ids) {
    const mutant = mutants.find((one) => one.id === id);
    if (mutant === undefined) throw new Error(`there is no mutant ${id}`);
    console.log(JSON.stringify(await examine(mutant, cases)));
  }
}
