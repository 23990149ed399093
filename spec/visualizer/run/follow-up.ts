/** What other parties do before a request, and what other machines hear of after a step. */
import {
  type DutyName,
  type Effect,
  eventCases,
  type MachineEvent,
  type MachineName,
  type Snapshot,
  step as stepMachine,
} from '../../../model/index.ts';
import { type Course, dutiesIn, hasTag, isServerParty, move, noteEvent, tell, withSnapshot } from './course.ts';
import { codeLapses, isPending, ownerBefore, requestOf, toldOfDuty, waitingMessage } from './wiring.ts';
import { type World, withoutTimersOf } from './world.ts';

/** The resource owner and the client do what leads to a request, when their machines have it. */
export function prepare(course: Course, exchange: string): void {
  const owner = caseThat(course, 'resourceOwner', (effects) =>
    dutiesIn(effects).some((duty) => ownerBefore[duty] === exchange),
  );
  if (owner !== undefined) move(course, 'resourceOwner', owner);
  const isAsking = (effects: readonly Effect[]): boolean =>
    dutiesIn(effects).some((duty) => duty in requestOf && requestOf[duty as keyof typeof requestOf] === exchange);
  const own = caseThat(course, 'client', isAsking);
  if (own !== undefined) {
    move(course, 'client', own);
    return;
  }
  // A client that is elsewhere may have to start over first.
  const { machines } = course.engine;
  const restart = caseThat(course, 'client', (effects, to) => {
    if (dutiesIn(effects).length > 0) return false;
    return eventCases(machines.client.definition).some((event) =>
      isAsking(stepMachine(machines.client, to, event).effects),
    );
  });
  if (restart === undefined) return;
  move(course, 'client', restart);
  const next = caseThat(course, 'client', isAsking);
  if (next !== undefined) move(course, 'client', next);
}

/** The first case of an event that a machine takes now with such effects. */
function caseThat(
  { engine, world }: Course,
  name: MachineName,
  fits: (effects: readonly Effect[], to: Snapshot) => boolean,
): MachineEvent | undefined {
  const machine = engine.machines[name];
  return eventCases(machine.definition).find((event) => {
    const { effects, snapshot } = stepMachine(machine, world.snapshots[name], event);
    return fits(effects, snapshot);
  });
}

function tellOfDuty(course: Course, duty: DutyName): void {
  const told = toldOfDuty[duty];
  if (told === undefined) return;
  const { machine, event, opens = false } = told;
  const [from, start] = [course.world, course.moves.length];
  if (opens) {
    const { initial } = course.engine.machines[machine];
    course.world = withSnapshot(withoutTimersOf(course.world, machine), machine, initial);
  }
  tell(course, machine, event, {});
  if (isServerParty(machine)) noteEvent(course, machine, event, from, start);
}

/** What other machines hear of what was done: messages that wait, and denials. */
export function followUp(course: Course, first: number, before: World): void {
  // whoever is told may do a duty that another one is told of
  for (let next = first; next < course.moves.length; next += 1) {
    for (const duty of dutiesIn(course.moves[next]?.effects ?? [])) tellOfDuty(course, duty);
  }
  const isWaiting = (): boolean => hasTag(course, 'channel', 'live');
  const all = course.moves.slice(first);
  const sent = all.some(({ effects }) => dutiesIn(effects).includes('sendCode'));
  const lapsed = all.some(({ machine, event }) => machine === 'transaction' && event.type === codeLapses);
  const wasPending = isPending(before.snapshots.transaction.value);
  const isOver = wasPending && !isPending(course.world.snapshots.transaction.value);
  if (isWaiting() && lapsed) move(course, 'channel', { type: waitingMessage.lapsed });
  else if (isWaiting() && (sent || isOver)) move(course, 'channel', { type: waitingMessage.superseded });
  if (!sent || isWaiting()) return;
  course.world = withSnapshot(course.world, 'channel', course.engine.machines.channel.initial);
  move(course, 'channel', { type: waitingMessage.queued }, true);
}
