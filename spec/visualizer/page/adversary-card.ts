/** The adversary beside the machines: it has none of its own, so it is shown by what it can do, does and knows. */
import type { Party } from '../../../model/index.ts';
import type { Step } from '../run/step.ts';
import { el } from './element.ts';
import type { Scene } from './scene.ts';

/** The card for the step that the reader stands on. */
export function adversaryCard(scene: Scene): HTMLElement {
  const { run, world, library } = scene;
  const [told] = run.steps.flatMap((step) => (step.kind === 'told' ? [step] : []));
  const trace = library.data.traces.find(({ id }) => id === told?.trace);
  const done = run.steps.slice(0, run.at).flatMap((step, index) => (isHostile(step) ? [index + 1] : []));
  const things = Object.entries(world.cast?.things ?? {});
  return el(
    'figure',
    { class: 'adversary' },
    el('figcaption', {}, 'adversary'),
    el('p', {}, done.length === 0 ? 'Has done nothing so far.' : `Acts in ${stepsIn(done)}.`),
    things.length === 0
      ? undefined
      : el('dl', {}, ...things.map(([name, words]) => el('div', {}, el('dt', {}, name), el('dd', {}, words)))),
    ...(trace === undefined
      ? []
      : [el('ul', {}, ...trace.adversary.map(({ id, sentence }) => el('li', {}, el('b', {}, id), ` ${sentence}`)))]),
  );
}

const hostile: Party = 'stranger';
const isHostile = (step: Step): boolean =>
  step.kind === 'told'
    ? step.tells.actor === hostile
    : step.kind === 'request'
      ? step.by === 'adversary'
      : step.event.type === 'stranger.called';

const stepsIn = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'step' : 'steps'} ${numbers.join(', ')}`;
