/** Transitions that could answer an event, in the order in which they are tried, with what blocks each of them. */
import type { MachineName } from '../../../model/index.ts';
import { guardWords } from '../../emit/guard-words.ts';
import type { Candidate } from '../run/candidates.ts';
import { reasons } from '../run/explain.ts';
import type { Actions } from './actions.ts';
import { el } from './element.ts';

const marks = { taken: '✓', blocked: '✕', untried: '·' } as const;
const words = { taken: 'taken', blocked: 'blocked', untried: 'not tried, because one before it is taken' } as const;

/** A list whose lines point at their transitions. */
export const candidateList = (candidates: readonly Candidate[], machine: MachineName, actions: Actions): HTMLElement =>
  el(
    'ol',
    { class: 'candidates' },
    ...candidates.map(({ id, transition, verdict, explanation }) =>
      el(
        'li',
        { class: verdict },
        el('span', { class: 'mark', title: words[verdict], 'aria-hidden': 'true' }, marks[verdict]),
        el(
          'div',
          {},
          el('span', { class: 'visually-hidden' }, `${words[verdict]}: `),
          el(
            'button',
            {
              type: 'button',
              class: 'plain',
              key: `candidate ${machine} ${id}`,
              onclick: () => actions.point({ machine, transition: id }),
            },
            transition.description,
          ),
          el(
            'span',
            { class: 'guard' },
            transition.guard === undefined ? 'otherwise' : `if ${guardWords(transition.guard)}`,
          ),
          explanation === undefined
            ? undefined
            : el(
                'span',
                { class: 'reasons' },
                `${verdict === 'blocked' ? 'but' : 'and'} ${reasons(explanation).join('; ')}`,
              ),
        ),
      ),
    ),
  );
