/** One customer at the kiosk: what they do becomes events of the client machine, and what it asks for is carried out. */
import {
  type ClientEffect,
  client,
  defaultPolicy,
  type Effect,
  type EventOf,
  type MachineEvent,
  runnable,
  type Snapshot,
  step,
} from '../../model/index.ts';
import type { Clock } from '../ports.ts';
import type { DutyHandler } from './duties.ts';
import type { Said } from './said.ts';
import { toView, type VisitState } from './to-view.ts';
import type { KioskView } from './view.ts';
import { newVisit, type VisitData } from './visit.ts';

/** What a customer can do. */
export type Deed = 'address' | 'method' | 'code' | 'resend' | 'restart';

export interface Session {
  /** The screen, once everything that was done before has had its answer. */
  view(): Promise<KioskView>;
  /** Does one thing after the other, however fast they come. What does not fit the screen changes nothing. */
  act(deed: Deed, said: Said): Promise<KioskView>;
}

export interface SessionPorts {
  readonly duties: Readonly<Record<ClientEffect, DutyHandler>>;
  readonly clock: Clock;
}

type ClientEvent = EventOf<typeof client>;

const events: Readonly<Record<Deed, ClientEvent>> = {
  address: 'subject.entered',
  method: 'option.chosen',
  code: 'code.entered',
  resend: 'resend.asked',
  restart: 'restart.asked',
};

const machine = runnable(client, defaultPolicy);

/** A session with a customer who has done nothing yet. */
export function openSession({ duties, clock }: SessionPorts): Session {
  let state: VisitState = { snapshot: machine.initial, data: newVisit };
  let lastTurn: Promise<unknown> = Promise.resolve();

  const inTurn = (task: () => Promise<void>): Promise<KioskView> => {
    const turn = lastTurn.then(task).then(() => toView(state, clock.now()));
    lastTurn = turn.catch(() => {}); // whoever asked is told; the next one is not
    return turn;
  };

  return {
    view: () => inTurn(async () => {}),
    act: (deed, said) =>
      inTurn(async () => {
        if (deed === 'restart') state = { ...state, data: newVisit };
        const event = meanings(deed, state.data).find((type) => isTaken(state.snapshot, { type }));
        if (event !== undefined) state = await advance(duties, state, { type: event }, said);
      }),
  };
}

/** Who chooses once more before any passcode was announced is asking again: the first answer got lost. */
const meanings = (deed: Deed, { announcement }: VisitData): readonly ClientEvent[] =>
  deed === 'method' && announcement === undefined ? [events.method, events.resend] : [events[deed]];

function isTaken(snapshot: Snapshot, event: MachineEvent): boolean {
  const { snapshot: next, effects } = step(machine, snapshot, event);
  return effects.length > 0 || next.value !== snapshot.value;
}

/** Takes one step and everything that follows from it. */
async function advance(
  duties: SessionPorts['duties'],
  before: VisitState,
  event: MachineEvent,
  said: Said,
): Promise<VisitState> {
  const { snapshot, effects } = step(machine, before.snapshot, event);
  let state: VisitState = { ...before, snapshot };
  for (const effect of effects) {
    const done = await duties[dutyOf(effect)]({ ...state.data, problem: undefined }, said);
    state = { ...state, data: done.data };
    if (done.event !== undefined) state = await advance(duties, state, done.event, {});
  }
  return state;
}

function dutyOf(effect: Effect): ClientEffect {
  if (effect.type !== 'perform') throw new Error(`the client machine does nothing but perform, and not ${effect.type}`);
  return effect.params.duty as ClientEffect; // the client's machine names duties of the client only
}
