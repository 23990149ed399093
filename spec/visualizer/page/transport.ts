/** The bar with which a run is played: forward, back, time, forks, and where the reader is. */
import { allMitigations, type RequirementId, requirements } from '../../../model/index.ts';
import { clockWords } from '../run/changes.ts';
import { changesOf, settingWith } from '../run/setting.ts';
import { deadlinesOf } from '../run/world.ts';
import type { Actions } from './actions.ts';
import { choice } from './choice.ts';
import { byId, el, fill } from './element.ts';
import { type IconName, icon } from './icon.ts';
import { canContrast, type Scene } from './scene.ts';

/** Draws the bar; called again after every change. */
export function transport(actions: Actions): (scene: Scene) => void {
  const [bar, title, runs, without] = [byId('transport'), byId('run-title'), byId('run-tools'), byId('run-without')];
  return (scene) => {
    const { run, world, scenario } = scene;
    fill(title, scenario?.title ?? run.name);
    fill(bar, ...buttons(scene, actions), position(scene, actions), nextDeadline(scene, actions));
    fill(runs, runList(scene, actions), contrastSwitch(scene, actions));
    fill(without, ...leftOut(scene, actions));
    document.title = `${scenario?.title ?? run.name}, ${clockWords(world.atSeconds)}: OTP-flow visualizer`;
  };
}

function buttons({ run }: Scene, { go, back, forward, fork, reset }: Actions): HTMLElement[] {
  const walk = (face: IconName, label: string, disabled: boolean, onclick: () => void, kind = ''): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: `square${kind}`,
        'aria-label': label,
        title: label,
        // Not disabled, so that a button does not lose the focus at the end of a run.
        'aria-disabled': String(disabled),
        key: label,
        onclick: () => (disabled ? undefined : onclick()),
      },
      icon(face),
    );
  const word = (face: string, title: string, onclick: () => void): HTMLElement =>
    el('button', { type: 'button', title, key: face, onclick }, face);
  const [isFirst, isLast] = [run.at === 0, run.at === run.steps.length];
  return [
    el(
      'div',
      { class: 'segments', role: 'group', 'aria-label': 'Play' },
      walk('first', 'To the beginning', isFirst, () => go(0)),
      walk('back', 'Step back', isFirst, back),
      walk('forward', 'Step forward', isLast, forward, ' primary'),
      walk('last', 'To the end', isLast, () => go(run.steps.length)),
    ),
    el(
      'div',
      { class: 'segments', role: 'group', 'aria-label': 'Run' },
      word('Fork', 'Try something else from here, and keep this run', fork),
      word('Reset', 'Start a run of your own from the first states', () => reset(settingWith())),
    ),
  ];
}

function position({ run, world }: Scene, { go }: Actions): HTMLElement {
  const slider = el('input', {
    type: 'range',
    min: 0,
    max: run.steps.length,
    value: run.at,
    key: 'position',
    'aria-label': 'Step',
    'aria-valuetext': `step ${run.at} of ${run.steps.length}`,
    oninput: () => go(Number(slider.value)),
  });
  return el(
    'div',
    { class: 'position' },
    slider,
    el(
      'output',
      {},
      `${run.at} / ${run.steps.length}`,
      el('span', { class: 'soft' }, ` at ${clockWords(world.atSeconds)}`),
    ),
  );
}

function nextDeadline({ world }: Scene, { advance }: Actions): HTMLElement {
  const [next] = deadlinesOf(world);
  const words =
    next === undefined
      ? 'No timer runs'
      : `Advance to the next deadline: ${next.timer} timer, at ${clockWords(next.atSeconds)}`;
  return el(
    'button',
    {
      type: 'button',
      class: 'deadline',
      disabled: next === undefined,
      key: 'next deadline',
      title: words,
      onclick: advance,
    },
    icon('clock'),
    el('span', {}, next === undefined ? 'No timer' : `To ${clockWords(next.atSeconds)}`),
    el('span', { class: 'soft' }, next === undefined ? '' : next.timer),
  );
}

function runList({ state }: Scene, { switchRun }: Actions): HTMLElement | undefined {
  if (state.runs.length < 2) return undefined;
  const names = state.runs.map(({ name }, index) => `${index + 1}. ${name}`);
  return choice('run', names, names[state.current] ?? '', (value) => switchRun(names.indexOf(value)), 'runs');
}

function contrastSwitch({ run }: Scene, { setContrast }: Actions): HTMLElement | undefined {
  if (!canContrast(run)) return undefined;
  return el(
    'button',
    {
      type: 'button',
      role: 'switch',
      class: 'switch',
      'aria-checked': String(run.isContrasted),
      key: 'contrast',
      onclick: () => setContrast(!run.isContrasted),
    },
    'Side by side with every MUST on',
  );
}

/** The sentences that the run is played without, because a reviewer came for them. */
function leftOut({ run }: Scene, { cite }: Actions): HTMLElement[] {
  return changesOf(run.setting).off.flatMap((name) => {
    const id = allMitigations[name].requirement;
    if (!isRequirement(id)) return [];
    const { level, text } = requirements[id];
    return [
      el(
        'p',
        {},
        el('span', { class: 'level missing' }, `without this ${level}`),
        el('button', { type: 'button', class: 'plain', key: `without ${id}`, onclick: () => cite(id) }, id),
        el('span', { class: 'soft' }, ` ${text}`),
      ),
    ];
  });
}

const isRequirement = (id: string): id is RequirementId => Object.hasOwn(requirements, id);
