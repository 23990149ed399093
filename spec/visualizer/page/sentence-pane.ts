/** The sentences that a step, a transition or a choice is about: level, text, id, and what keeps them. */
import { allMitigations, type RequirementId, requirements } from '../../../model/index.ts';
import { declaredAt, requirementsOf, requirementsTouched } from '../run/headline.ts';
import type { Actions } from './actions.ts';
import { byId, el, fill, spaced } from './element.ts';
import { keepers } from './keepers.ts';
import type { Scene } from './scene.ts';

/** Draws the pane; called again after every change. */
export function sentencePane(actions: Actions): (scene: Scene) => void {
  const body = byId('sentence-body');
  return (scene) => {
    const { requirement, pointed } = scene.state;
    const ids = shownSentences(scene);
    const about =
      requirement !== undefined
        ? 'Chosen'
        : pointed !== undefined
          ? `Of the transition “${declaredAt(pointed)?.transition.description ?? ''}”`
          : undefined;
    fill(
      body,
      about === undefined ? undefined : el('p', { class: 'soft' }, about),
      ids.length === 0
        ? el('p', { class: 'hint' }, 'The MUST or SHOULD behind each step appears here, with a link into the draft.')
        : undefined,
      ...ids.slice(0, shownAtOnce).map((id) => sentence(id, scene, actions)),
      rest(ids.slice(shownAtOnce), scene, actions),
    );
  };
}

/** The first are those that decided; a step keeps many others on its way. */
const shownAtOnce = 3;

function rest(ids: readonly RequirementId[], scene: Scene, actions: Actions): HTMLElement | undefined {
  if (ids.length === 0) return undefined;
  return el(
    'details',
    { class: 'sentence rest', key: 'more sentences' },
    el('summary', {}, `${ids.length} more that this touches`),
    ...ids.map((id) => sentence(id, scene, actions)),
  );
}

/** The one that was chosen; else those of the transition pointed at; else those that the step fails, breaks and touches. */
export function shownSentences({ state: { requirement, pointed }, taken, played, run }: Scene): RequirementId[] {
  if (requirement !== undefined) return [requirement];
  const declared = pointed === undefined ? undefined : declaredAt(pointed);
  if (declared !== undefined) return requirementsOf(declared.transition);
  if (taken === undefined) return [];
  const broken = played.broken.filter(({ at }) => at === run.at - 1).flatMap(({ requirements: ids }) => ids);
  const failed = run.received?.at === run.at - 1 ? (run.received.requirement ?? []) : [];
  return [...new Set([failed, broken, requirementsTouched(taken)].flat())];
}

function sentence(id: RequirementId, scene: Scene, actions: Actions): HTMLElement {
  const { level, actor, text } = requirements[id];
  const link = scene.library.data.sentenceLinks[id];
  return el(
    'article',
    { class: `sentence${scene.state.requirement === id ? ' chosen' : ''}` },
    el(
      'p',
      { class: 'sentence-head' },
      el('span', { class: `level ${level.split(' ')[0]?.toLowerCase()}` }, level),
      el(
        'button',
        {
          type: 'button',
          class: 'plain id',
          key: `sentence ${id}`,
          'aria-pressed': String(scene.state.requirement === id),
          title: 'Show what keeps this sentence',
          onclick: () => actions.cite(id),
        },
        id,
      ),
      el('span', { class: 'soft' }, actor),
    ),
    el('p', { class: 'sentence-text' }, ...withLevel(text, level)),
    link === undefined ? undefined : el('p', {}, el('a', { href: link }, 'Read it in the draft')),
    switchOf(id, scene, actions),
    keepers(id, scene.state.requirement === id, scene, actions),
  );
}

/** The sentence with its key word set off. */
function withLevel(text: string, level: string): (string | HTMLElement)[] {
  const at = text.indexOf(level);
  return at === -1 ? [text] : [text.slice(0, at), el('b', {}, level), text.slice(at + level.length)];
}

/** A mitigation can be switched off here, and its attack looked at. */
function switchOf(id: RequirementId, scene: Scene, actions: Actions): HTMLElement | undefined {
  const found = mitigationsOf(id);
  if (found.length === 0) return undefined;
  const { scenarios } = scene.library;
  return el(
    'div',
    { class: 'sentence-switch' },
    ...found.map((name) => {
      const row = allMitigations[name];
      const isOn = scene.run.setting.policy.switches[name];
      const attack = scenarios.find(({ without }) => without === name);
      return el(
        'div',
        { class: 'switch-row' },
        row.readBy === 'guard'
          ? el(
              'button',
              {
                type: 'button',
                role: 'switch',
                class: 'switch',
                'aria-checked': String(isOn),
                'aria-label': row.description,
                key: `switch ${id} ${name}`,
                onclick: () => actions.setMitigation(name, !isOn),
              },
              isOn ? 'kept' : 'left out',
            )
          : undefined,
        attack === undefined
          ? undefined
          : el(
              'button',
              { type: 'button', class: 'attack', key: `attack ${name}`, onclick: () => actions.open(attack) },
              found.length === 1 ? 'What happens without it' : `What happens without ${spaced(name)}`,
            ),
      );
    }),
  );
}

/** The mitigations whose switch turns a sentence off. */
export const mitigationsOf = (id: string): (keyof typeof allMitigations)[] =>
  (Object.keys(allMitigations) as (keyof typeof allMitigations)[]).filter(
    (name) => allMitigations[name].requirement === id,
  ); // own keys
