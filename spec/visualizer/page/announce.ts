/** Says aloud, to who cannot see the page change, what a step did. */
import { answerWords } from '../run/arrows.ts';
import { changesOfStep } from '../run/changes.ts';
import { decisiveMove, declaredAt, stepWords } from '../run/headline.ts';
import type { Taken } from '../run/take.ts';
import { castChanges } from '../traces/cast-changes.ts';
import { byId, spaced } from './element.ts';
import { type Scene, titleOf } from './scene.ts';

/** The step in a few sentences. */
export function wordsOfStep(scene: Scene): string {
  const { taken, run, played } = scene;
  if (taken === undefined) return `Beginning, of ${run.steps.length} steps. Every machine is in its first state.`;
  const decisive = decisiveMove(taken);
  const transition =
    decisive?.transition === undefined
      ? undefined
      : declaredAt({ machine: decisive.machine, transition: decisive.transition });
  const changes = (taken.step.kind === 'told' ? [] : changesOfStep(taken))
    .filter(({ kind }) => kind !== 'timer')
    .map(
      ({ machine, kind, name, from, to }) =>
        `${spaced(machine)}${kind === 'state' ? '' : ` ${name}`} from ${from} to ${to}`,
    );
  const broken = played.broken.filter(({ at }) => at === run.at - 1).map(({ sentence }) => `Broken: ${sentence}`);
  return [
    `Step ${run.at} of ${run.steps.length}: ${titleOf(scene, run.at - 1) ?? stepWords(taken.step)}.`,
    ...(taken.outcome === undefined ? [] : [`Answer: ${answerWords(taken.outcome)}.`]),
    ...(transition === undefined ? [] : [transition.transition.description]),
    taken.step.kind === 'told'
      ? toldWords(taken)
      : changes.length === 0
        ? 'Nothing has changed.'
        : `Changed: ${changes.join('; ')}.`,
    ...broken,
  ].join(' ');
}

/** What changed in the world of a trace, and whether the machines went where it says. */
function toldWords({ before, after, told }: Taken): string {
  const changes = castChanges(before.cast, after.cast).map(({ name, from, to }) => `${name} from ${from} to ${to}`);
  const changed = changes.length === 0 ? 'Nothing has changed.' : `Changed: ${changes.join('; ')}.`;
  return (told?.differences.length ?? 0) > 0 ? `Cannot be replayed as told. ${changed}` : changed;
}

/** Announces steps; the first drawing says nothing. */
export function announcer(): (scene: Scene) => void {
  const region = byId('announcement');
  let last: string | undefined;
  return (scene) => {
    const words = wordsOfStep(scene);
    if (last !== undefined && words !== last) region.textContent = words;
    last = words;
  };
}

/** Says something that is no step. */
export function say(words: string): void {
  byId('announcement').textContent = words;
  const toast = byId('toast');
  toast.textContent = words;
  toast.classList.add('shown');
  setTimeout(() => toast.classList.remove('shown'), 2200);
}
