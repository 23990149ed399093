/** Buttons that open scenarios at the step that is looked for. */
import type { Actions } from './actions.ts';
import { el } from './element.ts';
import type { Scene } from './scene.ts';

export const scenarioButtons = (
  { library }: Scene,
  places: readonly { readonly id: string; readonly at: number | undefined }[],
  key: string,
  actions: Actions,
): HTMLElement =>
  el(
    'ul',
    { class: 'scenario-links' },
    ...places.flatMap(({ id, at }) => {
      const scenario = library.scenarios.find((one) => one.id === id);
      if (scenario === undefined) return [];
      return [
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', class: 'plain', key: `${key} ${id}`, onclick: () => actions.open(scenario, at) },
            scenario.title,
          ),
          at === undefined ? undefined : el('span', { class: 'soft' }, ` step ${at}`),
        ),
      ];
    }),
  );
