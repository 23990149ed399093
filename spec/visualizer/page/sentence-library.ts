/** Every sentence of the draft, to be searched; choosing one shows what keeps it. */
import { type RequirementId, requirements } from '../../../model/index.ts';
import type { Actions } from './actions.ts';
import { el } from './element.ts';
import type { Scene } from './scene.ts';
import type { Store } from './state.ts';

export function sentenceLibrary(scene: Scene, store: Store, { cite }: Actions): HTMLElement[] {
  const { filter, requirement } = scene.state;
  const words = filter.text.toLowerCase().split(/\s+/);
  const all = Object.keys(requirements) as RequirementId[]; // own keys
  const found = all.filter((id) => {
    const { text, level, actor } = requirements[id];
    const said = `${id} ${level} ${actor} ${text}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const search = el('input', {
    type: 'search',
    key: 'sentence search',
    placeholder: 'Search sentences',
    'aria-label': 'Search sentences',
    value: filter.text,
    oninput: () => store.change({ filter: { ...filter, text: search.value } }),
  });
  return [
    el('div', { class: 'filter' }, search),
    el('p', { class: 'soft count', role: 'status' }, `${found.length} of ${all.length} sentences`),
    el(
      'ul',
      { class: 'sentence-list' },
      ...found.map((id) => {
        const { level, text } = requirements[id];
        return el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'scenario',
              key: `cite ${id}`,
              'aria-current': requirement === id ? 'true' : undefined,
              onclick: () => cite(id),
            },
            el(
              'span',
              { class: 'sentence-head' },
              el('span', { class: `level ${level.split(' ')[0]?.toLowerCase()}` }, level),
              el('span', { class: 'id' }, id),
            ),
            el('span', { class: 'sentence-text' }, text),
          ),
        );
      }),
    ),
  ];
}
