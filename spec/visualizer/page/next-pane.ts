/** What can happen where the reader stands: requests, time, people and delivery, and each machine by itself. */
import { type MachineName, machineDefinitions } from '../../../model/index.ts';
import { clockWords } from '../run/changes.ts';
import { definitionOf, happens } from '../run/step.ts';
import { deadlinesOf, timerKey } from '../run/world.ts';
import type { Actions } from './actions.ts';
import { byId, el, fill, lazyDetails, spaced } from './element.ts';
import { createEventForms } from './event-form.ts';
import { createRequestForms } from './request-form.ts';
import type { Scene } from './scene.ts';

/** Draws the pane; called again after every change. */
export function nextPane(actions: Actions): (scene: Scene) => void {
  const body = byId('next-body');
  let redraw: () => void = () => {};
  const requests = createRequestForms(actions, () => redraw());
  const events = createEventForms(actions, () => redraw());
  return (scene) => {
    redraw = () =>
      fill(
        body,
        ...requests(scene),
        timeGroup(scene, actions),
        el(
          'section',
          { class: 'group' },
          el('h3', {}, 'People and delivery'),
          events(scene, 'channel'),
          events(scene, 'resourceOwner'),
          denial(scene, actions),
        ),
        lazyDetails({ class: 'group', key: 'by hand' }, 'Drive one machine by hand', () => [
          el('p', { class: 'soft' }, byHandWords),
          ...handDriven(scene).map((machine) => events(scene, machine)),
        ]),
      );
    redraw();
  };
}

const byHandWords =
  'Events that a request or another machine brings, told directly. What the model promises is no longer watched then.';

/** The machine that is looked at, or all of them. */
const handDriven = ({ state: { machine } }: Scene): MachineName[] =>
  machine === 'all' ? (Object.keys(machineDefinitions) as MachineName[]) : [machine]; // own keys

/** All timers: those that run, the next one first, then those that do not, with why. */
function timeGroup({ world }: Scene, { fire, advance }: Actions): HTMLElement {
  const running = deadlinesOf(world);
  const idle = (Object.keys(machineDefinitions) as MachineName[]).flatMap((machine) =>
    Object.entries(definitionOf(machine).timers ?? {}).flatMap(([timer, event]) =>
      world.deadlines[timerKey(machine, timer)] === undefined ? [{ machine, timer, event }] : [],
    ),
  );
  const label = (machine: MachineName, timer: string): string => `${spaced(machine)}: ${timer} timer`;
  return el(
    'section',
    { class: 'group' },
    el('h3', {}, 'Time'),
    el('p', { class: 'soft' }, `It is ${clockWords(world.atSeconds)} since the beginning.`),
    ...running.map(({ machine, timer, event, atSeconds }, index) =>
      el(
        'div',
        { class: 'event time' },
        el(
          'button',
          {
            type: 'button',
            class: 'fire',
            key: `timer ${machine} ${timer}`,
            onclick: () => (index === 0 ? advance() : fire(happens(machine, event))),
          },
          index === 0 ? 'Next deadline' : 'Let it end',
        ),
        el(
          'span',
          {},
          `${label(machine, timer)} ends at ${clockWords(atSeconds)}`,
          index === 0 ? '' : ' (out of turn)',
        ),
      ),
    ),
    idle.length === 0
      ? undefined
      : el(
          'details',
          { key: 'idle timers' },
          el('summary', {}, `${idle.length} timers that do not run`),
          el(
            'ul',
            { class: 'idle' },
            ...idle.map(({ machine, timer }) => el('li', {}, `${label(machine, timer)} is not running`)),
          ),
        ),
  );
}

/** A denial can come at any moment, also by a person whose machine is elsewhere. */
const denial = (_scene: Scene, { fire }: Actions): HTMLElement =>
  el(
    'div',
    { class: 'event' },
    el(
      'button',
      { type: 'button', class: 'fire', key: 'deny', onclick: () => fire(happens('transaction', 'denial.received')) },
      'Deny',
    ),
    el('span', {}, definitionOf('transaction').events['denial.received']?.description ?? ''),
  );
