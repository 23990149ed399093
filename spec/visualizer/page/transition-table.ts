/** A machine as text: every transition with its source, event, guard, target, answer and sentence. */
import type { MachineName } from '../../../model/index.ts';
import { guardWords } from '../../emit/guard-words.ts';
import { actionsInShort } from '../../emit/site/chart-model.ts';
import { type DeclaredTransition, transitionsOf } from '../../walk/transitions.ts';
import { stateSentence } from '../run/headline.ts';
import { definitionOf } from '../run/step.ts';
import type { Actions } from './actions.ts';
import { el, spaced } from './element.ts';
import type { Scene } from './scene.ts';

/** The table of a machine; the state it is in is marked, and so is what the step took. */
export function transitionTable(scene: Scene, machine: MachineName, actions: Actions): HTMLElement {
  const definition = definitionOf(machine);
  const all = transitionsOf(definition);
  const now = scene.world.snapshots[machine].value;
  const taken = new Set(
    (scene.taken?.moves ?? []).flatMap((move) => (move.machine === machine ? (move.transition ?? []) : [])),
  );
  const states = [...new Set(all.map(({ state }) => state))];
  return el(
    'div',
    { class: 'transition-table' },
    el(
      'p',
      { class: 'table-state' },
      `The ${spaced(machine)} is in state `,
      el('b', {}, now),
      `: ${stateSentence(machine, now)}`,
    ),
    ...states.map((state) => {
      const isNow = now === state || now.startsWith(`${state}.`);
      return el(
        'table',
        { class: isNow ? 'now' : undefined },
        el(
          'caption',
          {},
          el('b', {}, state),
          isNow ? ' (the machine is here)' : '',
          ` ${stateSentence(machine, state)}`,
        ),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...['Event', 'Guard', 'Goes to', 'Answer and actions', 'Sentence'].map((text) =>
              el('th', { scope: 'col' }, text),
            ),
          ),
        ),
        el(
          'tbody',
          {},
          ...all.filter((one) => one.state === state).map((one) => row(one, machine, scene, taken, actions)),
        ),
      );
    }),
  );
}

function row(
  { id, event, state, target, transition }: DeclaredTransition,
  machine: MachineName,
  { state: { pointed } }: Scene,
  taken: ReadonlySet<string>,
  { point }: Actions,
): HTMLElement {
  const isPointed = pointed?.machine === machine && pointed.transition === id;
  const isTaken = taken.has(id);
  return el(
    'tr',
    { class: [isTaken ? 'taken' : '', isPointed ? 'pointed' : ''].join(' ').trim() || undefined },
    el(
      'th',
      { scope: 'row' },
      el(
        'button',
        {
          type: 'button',
          class: 'plain',
          key: `transition ${id}`,
          'aria-pressed': String(isPointed),
          onclick: () => point({ machine, transition: id }),
        },
        event,
      ),
      isTaken ? el('span', { class: 'tag' }, 'taken') : undefined,
    ),
    el('td', {}, transition.guard === undefined ? 'otherwise' : guardWords(transition.guard)),
    el('td', {}, target === state ? 'stays' : target),
    el('td', {}, actionsInShort(transition.actions ?? [])),
    el('td', {}, transition.description),
  );
}
