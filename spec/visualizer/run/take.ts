/**
 * Takes one step of the world: runs the machines, carries what they tell each other, and writes down every move. What a
 * request does at the server is the same as `performExchange` of the model; a test holds the two against each other.
 */
import type { Happening, OutcomeName } from '../../../model/index.ts';
import { castOf, withShown } from '../traces/cast.ts';
import { type Difference, replay } from '../traces/replay.ts';
import { ask } from './ask.ts';
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
} from './course.ts';
import { followUp, prepare } from './follow-up.ts';
import { type EventStep, isSpontaneous, type RequestStep, type Step, type ToldStep } from './step.ts';
import { clientEvent } from './wiring.ts';
import { afterTimer, type Engine, type World } from './world.ts';

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
  /** For steps of a trace. */
  readonly told?: {
    /** What the trace tells and the machines do not do. */
    readonly differences: readonly Difference[];
    /** With every MUST on: nothing of the kind happens at all, or what led to it is missing. */
    readonly cannot?: 'never' | 'notHere';
  };
}

/** Takes a step. Every step can be taken in every world. */
export function take(engine: Engine, world: World, step: Step): Taken {
  if (step.kind === 'told') return takeTold(engine, world, step);
  const { cast: _left, ...own } = world; // what follows a trace happens to the machines of the page
  const course = startCourse(engine, own);
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

/** What a trace tells is run on its own machines, and watched by the checker's own promise. */
function takeTold(engine: Engine, world: World, step: ToldStep): Taken {
  const before = world.cast === undefined ? peopled(engine, world, step) : world;
  const { tells, attempt, isTried = false } = step;
  const event = isTried ? attempt : { happens: true as const, ...tells };
  const nothing = { step, before, moves: [], happenings: [], channelMoves: [], isByHand: false };
  if (event === undefined || !event.happens) {
    return { ...nothing, after: before, told: { cannot: event?.why ?? 'notHere', differences: [] } };
  }
  const { course, outcome, differences } = replay(engine, before, event);
  return {
    ...nothing,
    after: course.world,
    moves: course.moves,
    told: { differences },
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** The world with everything in it that the world of a trace has. */
function peopled(engine: Engine, world: World, { world: traced }: ToldStep): World {
  const cast = castOf(traced, engine);
  return Object.keys(cast.members)
    .reverse()
    .reduce(withShown, { ...world, cast });
}

function takeRequest(course: Course, { exchange, facts, by }: RequestStep): OutcomeName {
  const isOwnClient = by === 'client' && facts.violation === 'none' && facts.client !== 'other';
  if (isOwnClient) prepare(course, exchange);
  const [before, first] = [course.world, course.moves.length];
  const outcome = ask(course, exchange, facts);
  const moved = course.moves.slice(first);
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
