/** Whether everything that the model promises holds up to here; leads to the step at which something broke. */
import { promiseCount } from '../run/play.ts';
import type { Actions } from './actions.ts';
import { byId, el, fill } from './element.ts';
import { brokenSoFar, type Scene } from './scene.ts';

/** Draws the lamp; called again after every change. */
export function promiseLamp(actions: Actions): (scene: Scene) => void {
  const box = byId('promises');
  return (scene) => fill(box, lamp(scene, actions));
}

function lamp(scene: Scene, { go }: Actions): HTMLElement {
  const [first, ...others] = brokenSoFar(scene);
  if (first === undefined) {
    const byHand = scene.played.taken.slice(0, scene.run.at).some(({ isByHand }) => isByHand);
    const isTold = scene.taken?.step.kind === 'told';
    const words = isTold
      ? 'told by the model checker'
      : byHand
        ? 'not watched: driven by hand'
        : `${promiseCount} promises hold`;
    return el('p', { class: 'promises good', title: 'Properties of the model, watched at every step' }, words);
  }
  const count = others.length + 1;
  const isTold = first.world !== undefined;
  return el(
    'button',
    {
      type: 'button',
      class: 'promises bad',
      key: 'promises',
      title: [first, ...others].map(({ sentence }) => sentence).join('\n'),
      onclick: () => go(first.at + 1),
    },
    isTold
      ? `A promise is broken at step ${first.at + 1}`
      : `${count} of ${promiseCount} promises broken, first at step ${first.at + 1}`,
  );
}
