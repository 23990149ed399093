/** The events of one machine: those it takes where it is, with what they would do, and those it does not, with why. */
import type { MachineEvent, MachineName } from '../../../model/index.ts';
import { type Candidate, candidatesFor } from '../run/candidates.ts';
import { reasons } from '../run/explain.ts';
import { offersOf } from '../run/offers.ts';
import { definitionOf, happens } from '../run/step.ts';
import type { Actions } from './actions.ts';
import { candidateList } from './candidate-list.ts';
import { choice } from './choice.ts';
import { el, lazyDetails, spaced } from './element.ts';
import type { Scene } from './scene.ts';

/** Forms remember what was chosen in them. */
export function createEventForms(
  actions: Actions,
  redraw: () => void,
): (scene: Scene, machine: MachineName) => HTMLElement {
  const chosen = new Map<string, Record<string, string>>();
  return (scene, machine) => {
    const definition = definitionOf(machine);
    const runs = scene.played.engine.machines[machine];
    const snapshot = scene.world.snapshots[machine];
    const offers = offersOf(runs, snapshot);
    return el(
      'div',
      { class: 'machine-events' },
      el('h4', {}, `${spaced(machine)}, in `, el('b', {}, snapshot.value)),
      ...offers.map(({ type, isTaken }) => {
        const key = `${machine} ${type}`;
        const values = chosen.get(key) ?? {};
        const step = happens(machine, type, values);
        const candidates = candidatesFor(runs, snapshot, step.event);
        const choose = (name: string, value: string): void => {
          chosen.set(key, { ...values, [name]: value });
          redraw();
        };
        return el(
          'div',
          { class: `event${isTaken ? '' : ' disabled'}` },
          el(
            'button',
            {
              type: 'button',
              class: 'fire',
              key: `fire ${key}`,
              disabled: !canFire(candidates),
              title: definition.events[type]?.description,
              onclick: () => actions.fire(step),
            },
            type,
          ),
          el('span', {}, wordsFor(candidates, step.event, definition.events[type]?.description ?? '', snapshot.value)),
          ...Object.entries(definition.events[type]?.attributes ?? {}).map(([name, options]) =>
            choice(name, options, step.event[name] ?? '', (value) => choose(name, value), `${key} ${name}`),
          ),
          candidates.length < 2
            ? undefined
            : lazyDetails({ key: `why ${key}` }, `Tried in order: ${candidates.length}`, () =>
                candidateList(candidates, machine, actions),
              ),
        );
      }),
    );
  };
}

const canFire = (candidates: readonly Candidate[]): boolean => candidates.some(({ verdict }) => verdict === 'taken');

/** What would happen; for an event that is not taken, what stands in its way. */
function wordsFor(candidates: readonly Candidate[], event: MachineEvent, description: string, state: string): string {
  const taken = candidates.find(({ verdict }) => verdict === 'taken');
  if (taken !== undefined) return `${description} ${taken.transition.description}`;
  if (candidates.length === 0) return `Nothing takes ${event.type} in ${state}.`;
  const blocked = candidates.flatMap(({ explanation }) => (explanation === undefined ? [] : reasons(explanation)));
  return `Blocked: ${[...new Set(blocked)].join('; ')}.`;
}
