/** Everything in the world of a trace: each machine and its state, what is known to whom, and the same with every MUST on. */
import { type Cast, membersOf, memberWords } from '../traces/cast.ts';
import { stateInWords } from '../traces/state-words.ts';
import type { Actions } from './actions.ts';
import { type Child, el, spaced } from './element.ts';
import type { Scene } from './scene.ts';

/** The table; undefined outside of traces. */
export function worldTable(scene: Scene, actions: Actions): HTMLElement | undefined {
  const { taken, contrast, run } = scene;
  const [before, cast] = [taken?.before.cast, taken?.after.cast];
  if (cast === undefined) return undefined;
  const beside = contrast?.taken[run.at - 1]?.after.cast;
  const names = [...Object.keys(cast.members), ...Object.keys(cast.things)];
  return el(
    'section',
    { class: 'world', 'aria-label': 'Everything in this world' },
    el('h4', {}, 'Everything in this world'),
    el(
      'table',
      {},
      beside === undefined
        ? undefined
        : el(
            'thead',
            {},
            el(
              'tr',
              {},
              el('td', {}),
              el('th', { scope: 'col' }, 'here'),
              el('th', { scope: 'col' }, 'with every MUST on'),
            ),
          ),
      el(
        'tbody',
        {},
        ...names.map((name) => {
          const now = wordsIn(cast, name);
          const other = beside === undefined ? undefined : wordsIn(beside, name);
          const isChanged = before !== undefined && wordsIn(before, name) !== now;
          return el(
            'tr',
            {
              class: [isChanged ? 'changed' : '', other !== undefined && other !== now ? 'differs' : '']
                .join(' ')
                .trim(),
            },
            el('th', { scope: 'row' }, memberName(cast, name, scene, actions)),
            el('td', {}, ...state(cast, name, now)),
            other === undefined ? undefined : el('td', {}, ...state(cast, name, other)),
          );
        }),
      ),
    ),
  );
}

const wordsIn = ({ members, things }: Cast, name: string): string => {
  const member = members[name];
  return member === undefined ? (things[name] ?? '') : memberWords(member);
};

/** A machine's name leads to its chart. */
function memberName(cast: Cast, name: string, { state: { member } }: Scene, { showMember }: Actions): Child {
  const machine = cast.members[name]?.machine;
  if (machine === undefined) return name;
  const several = membersOf(cast, machine).length > 1;
  const isShown = several && (member ?? cast.shown[machine]) === name;
  const words = name === machine ? name : `${name} (${spaced(machine)})`;
  return [
    el(
      'button',
      { type: 'button', class: 'plain', key: `member ${name}`, onclick: () => showMember(machine, name) },
      words,
    ),
    isShown ? el('span', { class: 'soft' }, ' in the chart') : undefined,
  ];
}

function state(cast: Cast, name: string, words: string): Child[] {
  if (cast.members[name] === undefined) return [words];
  const { value, variables, timers } = stateInWords(words);
  const inner = Object.entries(variables).map(([variable, held]) => `${variable} ${held}`);
  const running = timers.length === 0 ? [] : [`timers: ${timers.join(', ')}`];
  const rest = [...inner, ...running].join('; ');
  return [el('b', {}, value), rest === '' ? undefined : el('span', { class: 'soft' }, ` ${rest}`)];
}
