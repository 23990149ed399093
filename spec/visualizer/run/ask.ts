/** A request at the server, as `performExchange` of the model answers it; a test holds the two against each other. */
import {
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  type Facts,
  type OutcomeName,
  type ServerMachine,
} from '../../../model/index.ts';
import { type Course, tell, withSnapshot } from './course.ts';
import { timersOf, type World, withoutTimersOf } from './world.ts';

/** Runs the machines of the server that an exchange goes through. */
export function ask(course: Course, exchange: ExchangeName, facts: Facts): OutcomeName {
  const row: ExchangeRow = exchanges[exchange];
  const [before, first] = [course.world, course.moves.length];
  if (row.opens !== undefined) open(course, row.opens);
  const known: Record<string, string> = { ...facts };
  let outcome: OutcomeName | undefined;
  for (const { machine, event } of row.steps) {
    outcome = tell(course, machine, event, known);
    if (outcome !== undefined) break;
  }
  const moved = course.moves.slice(first);
  // A request that was turned away opens nothing, so what was there before stays.
  if (row.opens !== undefined && !moved.some(({ machine }) => machine === row.opens)) reopen(course, row.opens, before);
  outcome ??= row.otherwise;
  if (outcome === undefined) throw new Error(`no machine answers the ${exchange} exchange; each row needs an answer`);
  return outcome;
}

/** Another one takes the place of a machine, and has none of its timers. */
function open(course: Course, machine: ServerMachine): void {
  course.world = withSnapshot(withoutTimersOf(course.world, machine), machine, course.engine.machines[machine].initial);
}

function reopen(course: Course, machine: ServerMachine, before: World): void {
  const world = withSnapshot(course.world, machine, before.snapshots[machine]);
  course.world = { ...world, deadlines: { ...world.deadlines, ...timersOf(before, machine) } };
}
