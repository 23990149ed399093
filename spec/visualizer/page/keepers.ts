/** What keeps a sentence: transitions, rules, outcomes, messages and duties; and the scenarios that show it. */
import type { RequirementId } from '../../../model/index.ts';
import { type Attachments, attachmentsOf } from '../../emit/requirement-attachments.ts';
import { declaredAt, type Pointed } from '../run/headline.ts';
import { machineNames } from '../run/step.ts';
import type { Actions } from './actions.ts';
import { type Child, el, lazyDetails, spaced } from './element.ts';
import { scenarioButtons } from './scenario-buttons.ts';
import type { Scene } from './scene.ts';

const known = new Map<RequirementId, Attachments>();

function attachments(id: RequirementId): Attachments {
  const found = known.get(id) ?? attachmentsOf(id);
  known.set(id, found);
  return found;
}

/** @param isOpen for the sentence that was chosen */
export function keepers(id: RequirementId, isOpen: boolean, scene: Scene, actions: Actions): HTMLElement {
  const { transitions, admissionRules, outcomes, messages, duties } = attachments(id);
  const pointers = machineNames.flatMap((machine): Pointed[] =>
    (transitions[machine] ?? []).map((transition) => ({ machine, transition })),
  );
  const others = [...admissionRules, ...outcomes, ...messages, ...duties].map(spaced);
  const showing = scene.library.data.shown.filter((shown) => id in shown.requirements);
  const summary = `Kept in ${counted(pointers.length + others.length, 'place')}, shown in ${counted(showing.length, 'scenario')}`;
  return lazyDetails({ class: 'keepers', key: `keepers ${id}`, open: isOpen }, summary, () => [
    el('ul', {}, ...pointers.map((pointed) => pointer(id, pointed, actions)), also(others)),
    scenarioButtons(
      scene,
      showing.map((shown) => ({ id: shown.id, at: shown.requirements[id] })),
      `sentence ${id}`,
      actions,
    ),
  ]);
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const also = (others: readonly string[]): Child =>
  others.length === 0 ? undefined : el('li', { class: 'soft' }, `also: ${others.join(', ')}`);

const pointer = (id: string, pointed: Pointed, actions: Actions): HTMLElement =>
  el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        class: 'plain',
        key: `keeper ${id} ${pointed.machine} ${pointed.transition}`,
        onclick: () => actions.point(pointed),
      },
      `${spaced(pointed.machine)}: ${pointed.transition}`,
    ),
    el('span', { class: 'soft' }, ` ${declaredAt(pointed)?.transition.description ?? ''}`),
  );
