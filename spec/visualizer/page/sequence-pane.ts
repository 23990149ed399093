/** The run as a sequence diagram: one row for each step, with lanes for those who take part. */
import { type Arrow, arrowsOf, type Lane, laneNames } from '../run/arrows.ts';
import { clockWords } from '../run/changes.ts';
import { requirementsTouched, stepWords } from '../run/headline.ts';
import type { Taken } from '../run/take.ts';
import { membersOf } from '../traces/cast.ts';
import type { Actions } from './actions.ts';
import { arrowRow, laneHeads } from './arrow-row.ts';
import { afterDrawing } from './drawing.ts';
import { byId, el, fill } from './element.ts';
import { type Scene, titleOf } from './scene.ts';

/** Draws the pane; called again after every change. */
export function sequencePane(actions: Actions): (scene: Scene) => void {
  const body = byId('sequence-body');
  let drawn: readonly unknown[] = [];
  let lastRow = '';
  return (scene) => {
    const { played, contrast, run, state, scenario } = scene;
    const content = [played, contrast, state.requirement, scenario, withoutWords(scene)];
    const isSame = content.every((part, index) => part === drawn[index]);
    if (!isSame) fill(body, played.taken.length === 0 ? empty() : diagram(scene, actions));
    drawn = content;
    standOn(body, run.at);
    const row = `${state.current} ${run.at}`;
    if (row !== lastRow) afterDrawing(() => reveal(body, body.querySelector('.step.here')));
    lastRow = row;
  };
}

/** Marks the row of the step that the reader stands on, and those that lie ahead. */
function standOn(body: HTMLElement, at: number): void {
  for (const [place, row] of [...body.querySelectorAll('.step')].entries()) {
    row.classList.toggle('here', place === at - 1);
    row.classList.toggle('ahead', place >= at);
    const title = row.querySelector('.step-title');
    if (place === at - 1) title?.setAttribute('aria-current', 'step');
    else title?.removeAttribute('aria-current');
  }
}

const empty = (): HTMLElement =>
  el(
    'p',
    { class: 'hint' },
    'Nothing has happened yet. Choose a scenario, or take a step under “What can happen now”.',
  );

/** Scrolls the pane, and nothing around it, until a row is wholly seen below the heads of the lanes. */
function reveal(body: HTMLElement, row: Element | null): void {
  if (row === null) {
    body.scrollTop = 0;
    return;
  }
  const [pane, place] = [body.getBoundingClientRect(), row.getBoundingClientRect()];
  const head = body.querySelector('.lane-heads')?.clientHeight ?? 0;
  if (place.top < pane.top + head) body.scrollTop -= pane.top + head - place.top;
  else if (place.bottom > pane.bottom)
    body.scrollTop += Math.min(place.bottom - pane.bottom, place.top - pane.top - head);
}

/** What is left out in the run, in words. */
function withoutWords({ run }: Scene): string {
  const off = Object.entries(run.setting.policy.switches).flatMap(([name, isOn]) => (isOn ? [] : [name]));
  return off.length > 0 ? `Without ${off.join(', ')}` : `With a ${run.setting.heed} customer`;
}

function diagram(scene: Scene, actions: Actions): HTMLElement {
  const { played, contrast } = scene;
  const sides = contrast === undefined ? [played] : [played, contrast];
  const arrows = sides.map(({ taken }) => taken.map(arrowsOf));
  const used = new Set(arrows.flat(2).flatMap(({ from, to }) => [from, to]));
  const shown = laneNames.filter((lane) => used.has(lane));
  const names = contrast === undefined ? [] : [withoutWords(scene), 'With every MUST on, and a careful customer'];
  return el(
    'div',
    { class: `sequence${contrast === undefined ? '' : ' beside'}`, '--lanes': shown.length },
    el(
      'div',
      { class: 'lane-heads' },
      ...sides.map((_, side) =>
        el(
          'div',
          { class: 'side-head' },
          names[side] === undefined ? undefined : el('h3', {}, names[side]),
          laneHeads(shown),
        ),
      ),
    ),
    el(
      'ol',
      { class: 'steps' },
      ...played.taken.map((taken, place) =>
        row(
          scene,
          taken,
          arrows.map((side) => side[place] ?? []),
          shown,
          place,
          actions,
        ),
      ),
    ),
  );
}

function row(
  scene: Scene,
  taken: Taken,
  arrows: readonly (readonly Arrow[])[],
  shown: readonly Lane[],
  place: number,
  actions: Actions,
): HTMLElement {
  const { played, contrast } = scene;
  const words = titleOf(scene, place) ?? stepWords(taken.step);
  const broken = played.broken.filter(({ at }) => at === place);
  const other = contrast?.taken[place];
  return el(
    'li',
    { class: kindOf(scene, taken, broken.length > 0, other !== undefined && differ(taken, other)) },
    el(
      'button',
      {
        type: 'button',
        class: 'step-title',
        key: `step ${place}`,
        onclick: () => actions.go(place + 1),
      },
      el('span', { class: 'step-number' }, String(place + 1)),
      el('span', { class: 'step-words' }, words),
      ...aboutStep(taken),
    ),
    el(
      'div',
      { class: 'sides' },
      ...arrows.map((side, index) =>
        el(
          'div',
          { class: 'side-arrows' },
          ...side.filter((arrow) => !isSaid(arrow, words)).map((arrow) => arrowRow(arrow, shown)),
          ...(index === 0 ? broken : []).map(({ sentence }) =>
            el('p', { class: 'broken-promise' }, el('b', {}, 'Broken: '), sentence),
          ),
          ...(index === arrows.length - 1 ? broken : []).flatMap(({ world }) =>
            world === undefined ? [] : [kept(scene, world)],
          ),
        ),
      ),
    ),
  );
}

/** When it happens; in a trace whose transaction it is, and whether it can be replayed. */
function aboutStep({ step, after, told }: Taken): HTMLElement[] {
  if (step.kind !== 'told') return [el('time', {}, clockWords(after.atSeconds))];
  const { transaction } = step.tells;
  const several = after.cast !== undefined && membersOf(after.cast, 'transaction').length > 1;
  const differs = (told?.differences.length ?? 0) > 0;
  const isRun = step.tells.server.length + step.tells.parties.length > 0;
  return [
    ...(several && transaction !== undefined ? [el('span', { class: 'whose' }, `${transaction} transaction`)] : []),
    el('span', { class: differs ? 'bad' : 'soft' }, differs ? 'goes another way' : isRun ? 'run' : 'told'),
  ];
}

/** What stands beside a told end: with everything on there is nothing to tell. */
const kept = ({ scenario }: Scene, world: string): HTMLElement | undefined =>
  scenario?.without === undefined
    ? undefined
    : el(
        'p',
        { class: 'kept-promise' },
        el('b', {}, 'With every MUST on: '),
        `kept on every way through the world “${world}”.`,
      );

const differ = (one: Taken, other: Taken): boolean => one.outcome !== other.outcome || other.told?.cannot !== undefined;

function kindOf({ state }: Scene, taken: Taken, isBroken: boolean, differs: boolean): string {
  const isCited = state.requirement !== undefined && requirementsTouched(taken).includes(state.requirement);
  const kinds = {
    step: true,
    broken: isBroken,
    differs,
    cited: isCited,
  };
  return Object.entries(kinds)
    .flatMap(([name, isSo]) => (isSo ? [name] : []))
    .join(' ');
}

/** A note that repeats the title of its step. */
const isSaid = ({ from, to, text }: Arrow, title: string): boolean =>
  from === to && title.startsWith(text.replace(/\.$/, ''));
