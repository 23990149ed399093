/** The shelf at the side: scenarios, sentences, rules. */

import { changesOf } from '../run/setting.ts';
import type { Actions } from './actions.ts';
import { byId, el, fill } from './element.ts';
import { rulesLibrary } from './rules-library.ts';
import { scenarioLibrary } from './scenario-library.ts';
import type { Scene } from './scene.ts';
import { sentenceLibrary } from './sentence-library.ts';
import type { LibraryTab, Store } from './state.ts';

const tabs: Readonly<Record<LibraryTab, string>> = { scenarios: 'Scenarios', sentences: 'Sentences', rules: 'Rules' };

/** Draws the pane; called again after every change. */
export function libraryPane(store: Store, actions: Actions): (scene: Scene) => void {
  const [heads, body] = [byId('library-tabs'), byId('library-body')];
  let shown = '';
  return (scene) => {
    const { library, filter } = scene.state;
    const { limits, off } = changesOf(scene.run.setting);
    const changes = Object.keys(limits).length + off.length;
    fill(
      heads,
      ...(Object.keys(tabs) as LibraryTab[]).map(
        (
          name, // own keys
        ) =>
          el(
            'button',
            {
              type: 'button',
              role: 'tab',
              'aria-selected': String(library === name),
              'aria-controls': 'library-body',
              tabindex: library === name ? 0 : -1,
              key: `library ${name}`,
              onclick: () => store.change({ library: name }),
            },
            tabs[name],
            name === 'rules' && changes > 0
              ? el('span', { class: 'tag', 'aria-label': `${changes} changed` }, String(changes))
              : undefined,
          ),
      ),
    );
    // The lists are long and change with few things; they are drawn when one of these did.
    const now = JSON.stringify([
      library,
      filter,
      scene.run.scenario,
      scene.state.requirement,
      library === 'rules' ? scene.run.setting : '',
    ]);
    if (now === shown) return;
    shown = now;
    if (library === 'scenarios') fill(body, ...scenarioLibrary(scene, store, actions));
    else if (library === 'sentences') fill(body, ...sentenceLibrary(scene, store, actions));
    else fill(body, ...rulesLibrary(scene, actions));
  };
}
