/** The run as a sequence diagram: one row for each step, with lanes for those who take part. */

import { type Arrow, arrowsOf, type Lane, laneNames, lanes } from '../run/arrows.ts';
import { clockWords } from '../run/changes.ts';
import { requirementsTouched, stepWords } from '../run/headline.ts';
import type { Played } from '../run/play.ts';
import type { Taken } from '../run/take.ts';
import type { Actions } from './actions.ts';
import { byId, el, fill } from './element.ts';
import { type Scene, titleOf } from './scene.ts';

/** Draws the pane; called again after every change. */
export function sequencePane(actions: Actions): (scene: Scene) => void {
  const body = byId('sequence-body');
  let lastRow = '';
  return (scene) => {
    const { played, contrast } = scene;
    body.classList.toggle('beside', contrast !== undefined);
    if (played.taken.length === 0) fill(body, empty());
    else if (contrast === undefined) fill(body, diagram(scene, played, '', actions));
    else {
      fill(
        body,
        el('section', { class: 'without' }, el('h3', {}, withoutWords(scene)), diagram(scene, played, '', actions)),
        el(
          'section',
          { class: 'with' },
          el('h3', {}, 'The same, with every MUST on'),
          diagram(scene, contrast, 'beside ', actions),
        ),
      );
    }
    const row = `${scene.state.current} ${scene.run.at}`;
    if (row !== lastRow) body.querySelector('.step.here')?.scrollIntoView({ block: 'nearest' });
    lastRow = row;
  };
}

const empty = (): HTMLElement =>
  el(
    'p',
    { class: 'hint' },
    'Nothing has happened yet. Choose a scenario, or take a step under “What can happen now”.',
  );

/** What is left out in the run, in words. */
export function withoutWords({ scenario, run }: Scene): string {
  const off = Object.entries(run.setting.policy.switches).flatMap(([name, isOn]) => (isOn ? [] : [name]));
  if (off.length > 0) return `Without ${off.join(', ')}`;
  return scenario?.setting.heed === run.setting.heed ? `With a ${run.setting.heed} customer` : 'As it is';
}

function diagram(scene: Scene, played: Played, prefix: string, actions: Actions): HTMLElement {
  const rows = played.taken.map((taken) => arrowsOf(taken));
  const used = new Set(rows.flat().flatMap(({ from, to }) => [from, to]));
  const shown = laneNames.filter((lane) => used.has(lane));
  return el(
    'div',
    { class: 'sequence', '--lanes': shown.length },
    el(
      'div',
      { class: 'lane-heads', 'aria-hidden': 'true' },
      ...shown.map((lane) => el('span', { class: `lane-head ${lane}` }, lanes[lane])),
    ),
    el(
      'ol',
      { class: 'steps' },
      ...played.taken.map((taken, place) =>
        row(scene, played, taken, rows[place] ?? [], shown, place, prefix, actions),
      ),
    ),
  );
}

function row(
  scene: Scene,
  played: Played,
  taken: Taken,
  arrows: readonly Arrow[],
  shown: readonly Lane[],
  place: number,
  prefix: string,
  actions: Actions,
): HTMLElement {
  const { run, state, contrast } = scene;
  const isHere = run.at === place + 1;
  const broken = played.broken.filter(({ at }) => at === place);
  const other = (played === contrast ? scene.played : contrast)?.taken[place];
  const differs = other !== undefined && other.outcome !== taken.outcome;
  const isCited = state.requirement !== undefined && requirementsTouched(taken).includes(state.requirement);
  const kind = [
    'step',
    isHere ? 'here' : '',
    place >= run.at ? 'ahead' : '',
    broken.length > 0 ? 'broken' : '',
    differs ? 'differs' : '',
    isCited ? 'cited' : '',
  ];
  return el(
    'li',
    { class: kind.filter((part) => part !== '').join(' ') },
    el(
      'button',
      {
        type: 'button',
        class: 'step-title',
        key: `${prefix}step ${place}`,
        'aria-current': isHere ? 'step' : undefined,
        onclick: () => actions.go(place + 1),
      },
      el('span', { class: 'step-number' }, String(place + 1)),
      el('span', { class: 'step-words' }, titleOf(scene, place) ?? stepWords(taken.step)),
      el('time', {}, clockWords(taken.after.atSeconds)),
    ),
    ...arrows.map((arrow) => arrowRow(arrow, shown)),
    ...broken.map(({ sentence }) => el('p', { class: 'broken-promise' }, el('b', {}, 'Broken: '), sentence)),
  );
}

/** An arrow lies between the middles of its lanes; what a party does by itself is a note on its lane. */
function arrowRow({ from, to, kind, text }: Arrow, shown: readonly Lane[]): HTMLElement {
  const [start, end] = [shown.indexOf(from), shown.indexOf(to)];
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  const isNote = start === end;
  const words = isNote ? text : `${lanes[from]} to ${lanes[to]}: ${text}`;
  return el(
    'div',
    { class: 'arrow-row' },
    el(
      'div',
      {
        class: `arrow ${kind}${isNote ? ' self' : start < end ? ' rightwards' : ' leftwards'}${from === 'adversary' || to === 'adversary' ? ' hostile' : ''}`,
        '--left': left,
        '--span': right - left + 1,
      },
      el('span', { class: 'visually-hidden' }, words),
      el('span', { class: 'arrow-text', 'aria-hidden': 'true' }, text),
    ),
  );
}
