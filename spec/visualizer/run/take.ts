/**
 * Takes one step of the world: runs the machines, carries what they tell each other, and writes down every move. What a
 * request does at the server is the same as `performExchange` of the model; a test holds the two against each other.
 */
import {
  type ExchangeRow,
  exchanges,
  type Happening,
  type OutcomeName,
  type ServerMachine,
} from '../../../model/index.ts';
import { toldWorld } from '../traces/told-world.ts';
import {
  type ChannelMove,
  type Course,
  isServerParty,
  type Move,
  move,
  noteEvent,
  partiesOf,
  partyEffects,
  startCourse,
  tell,
  withSnapshot,
} from './course.ts';
import { followUp, prepare } from './follow-up.ts';
import { type EventStep, isSpontaneous, type RequestStep, type Step, type ToldStep } from './step.ts';
import { clientEvent } from './wiring.ts';
import { afterTimer, type Engine, timersOf, type World, withoutTimersOf } from './world.ts';

export interface Taken {
  readonly step: Step;
  readonly before: World;
  readonly after: World;
  /** In the order in which they happened. */
  readonly moves: readonly Move[];
  /** For requests. */
  readonly outcome?: OutcomeName;
  /** What the watchers of properties see. */
  readonly happenings: readonly Happening[];
  readonly channelMoves: readonly ChannelMove[];
  /** A machine of the server was told what only a request or another machine tells it, so that no promise holds. */
  readonly isByHand: boolean;
}

/** Takes a step. Every step can be taken in every world. */
export function take(engine: Engine, world: World, step: Step): Taken {
  if (step.kind === 'told') return takeTold(world, step);
  const course = startCourse(engine, world);
  const outcome = step.kind === 'request' ? takeRequest(course, step) : takeEvent(course, step);
  const { world: after, moves, happenings, channelMoves } = course;
  const isByHand =
    step.kind === 'event' && isServerParty(step.machine) && !isSpontaneous(step.machine, step.event.type);
  return {
    step,
    before: world,
    after,
    moves,
    happenings,
    channelMoves,
    isByHand,
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** What a trace tells is neither run nor watched; the machines are put where it says that they are. */
function takeTold(before: World, step: ToldStep): Taken {
  const { outcome } = step.tells;
  return {
    step,
    before,
    after: toldWorld(before, step.tells),
    moves: [],
    happenings: [],
    channelMoves: [],
    isByHand: false,
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function takeRequest(course: Course, { exchange, facts, by }: RequestStep): OutcomeName {
  const isOwnClient = by === 'client' && facts.violation === 'none' && facts.client !== 'other';
  if (isOwnClient) prepare(course, exchange);
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
  const seen = { before: partiesOf(before), after: partiesOf(course.world), effects: partyEffects(moved) };
  course.happenings.push({ kind: 'request', exchange, facts, outcome, ...seen });
  followUp(course, first, before);
  const answer = isOwnClient ? clientEvent(outcome) : undefined;
  if (answer !== undefined) move(course, 'client', answer);
  return outcome;
}

function takeEvent(course: Course, { machine, event: { type, ...facts } }: EventStep): undefined {
  const before = course.world;
  course.world = afterTimer(course.world, machine, type);
  tell(course, machine, type, facts);
  if (isServerParty(machine) && isSpontaneous(machine, type)) noteEvent(course, machine, type, before, 0);
  followUp(course, 0, before);
}

/** Another one takes the place of a machine, and has none of its timers. */
function open(course: Course, machine: ServerMachine): void {
  course.world = withSnapshot(withoutTimersOf(course.world, machine), machine, course.engine.machines[machine].initial);
}

function reopen(course: Course, machine: ServerMachine, before: World): void {
  const world = withSnapshot(course.world, machine, before.snapshots[machine]);
  course.world = { ...world, deadlines: { ...world.deadlines, ...timersOf(before, machine) } };
}
