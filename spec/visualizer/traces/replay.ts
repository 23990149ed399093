/**
 * Runs what a trace tells on the machines of the page: the requests and events of the server at the place where they
 * happen, and what the machines of parties were told. Whatever the machines do otherwise than the trace tells is said.
 */
import type { OutcomeName } from '../../../model/index.ts';
import type { TraceEvent, TracePartyRun, TraceServerRun } from '../../emit/trace/trace.ts';
import { ask } from '../run/ask.ts';
import { type Course, move, startCourse, tell, withSnapshot } from '../run/course.ts';
import { afterTimer, type Engine, type World } from '../run/world.ts';
import { kept, memberWords, withShown } from './cast.ts';
import { snapshotIn } from './state-words.ts';

/** Something that the trace tells and the machines do not do. */
export interface Difference {
  readonly what: string;
  readonly told: string;
  readonly ran: string;
}

export interface Replayed {
  readonly course: Course;
  readonly outcome: OutcomeName | undefined;
  readonly differences: readonly Difference[];
}

/** Runs one step of a trace. */
export function replay(engine: Engine, world: World, event: TraceEvent): Replayed {
  const course = startCourse(engine, world);
  const outcomes = event.server.map((run) => ({ run, answered: serve(course, run) }));
  for (const party of event.parties) tellParty(course, party);
  const answers = outcomes.flatMap(({ run, answered }): Difference[] =>
    run.outcome === undefined || run.outcome === answered
      ? []
      : [{ what: 'the answer', told: run.outcome, ran: answered ?? 'none' }],
  );
  const differences = [...answers, ...otherStates(world, course.world, event)];
  course.world = withThings(course.world, event);
  return { course, outcome: event.server.length === 0 ? event.outcome : outcomes[0]?.answered, differences };
}

function serve(
  course: Course,
  { at, exchange, facts = {}, event, readBefore = {} }: TraceServerRun,
): OutcomeName | undefined {
  const places = Object.values(at);
  for (const name of places) course.world = withShown(course.world, name);
  for (const [name, words] of Object.entries(readBefore)) readAgain(course, name, words);
  // Worlds begin the server's other machines anew at every step: the door forgets, and the grant has a world of its own.
  for (const machine of ['admission', 'grant'] as const) {
    course.world = withSnapshot(course.world, machine, course.engine.machines[machine].initial);
  }
  course.member = (machine) => places.find((name) => course.world.cast?.members[name]?.machine === machine);
  let outcome: OutcomeName | undefined;
  if (exchange !== undefined) outcome = ask(course, exchange, facts);
  if (event !== undefined) {
    course.world = afterTimer(course.world, event.machine, event.name);
    tell(course, event.machine, event.name, {});
  }
  for (const name of places) course.world = kept(course.world, name);
  return outcome;
}

/** A process works on what it read before somebody else wrote. */
function readAgain(course: Course, name: string, words: string): void {
  const machine = course.world.cast?.members[name]?.machine;
  const before = machine === undefined ? undefined : snapshotIn(machine, words, course.world.snapshots[machine]);
  if (machine !== undefined && before !== undefined) course.world = withSnapshot(course.world, machine, before);
}

function tellParty(course: Course, { variable, event, facts }: TracePartyRun): void {
  const member = course.world.cast?.members[variable];
  if (member === undefined) return;
  course.world = withShown(course.world, variable);
  course.member = () => variable;
  const { attributes = {} } = course.engine.machines[member.machine].definition.events[event] ?? {};
  const known = Object.fromEntries(Object.keys(attributes).map((name) => [name, facts[name] ?? '']));
  move(course, member.machine, { ...known, type: event });
  course.world = kept(course.world, variable);
}

/** Members that are elsewhere than the trace tells, whatever it is that moved them or did not. */
function otherStates(before: World, after: World, { changes }: TraceEvent): Difference[] {
  return Object.entries(after.cast?.members ?? {}).flatMap(([name, member]) => {
    const was = before.cast?.members[name];
    const change = changes.find(({ variable }) => variable === name);
    const told = change?.to ?? (was === undefined ? '' : memberWords(was));
    const ran = memberWords(member);
    return told === ran ? [] : [{ what: name, told, ran }];
  });
}

function withThings(world: World, { changes }: TraceEvent): World {
  if (world.cast === undefined) return world;
  const things = { ...world.cast.things };
  for (const { variable, to } of changes) if (Object.hasOwn(things, variable)) things[variable] = to;
  return { ...world, cast: { ...world.cast, things } };
}
