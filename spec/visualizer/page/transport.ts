/** The bar with which a run is played: forward, back, time, forks, and where the reader is. */
import { clockWords } from '../run/changes.ts';
import { promiseCount } from '../run/play.ts';
import { settingWith } from '../run/setting.ts';
import { deadlinesOf } from '../run/world.ts';
import type { Actions } from './actions.ts';
import { choice } from './choice.ts';
import { byId, el, fill } from './element.ts';
import { brokenSoFar, canContrast, type Scene } from './scene.ts';

/** Draws the bar; called again after every change. */
export function transport(actions: Actions): (scene: Scene) => void {
  const [bar, title, runs] = [byId('transport'), byId('run-title'), byId('run-tools')];
  return (scene) => {
    const { run, world, scenario } = scene;
    fill(title, scenario?.title ?? run.name);
    fill(bar, ...buttons(scene, actions), position(scene, actions), nextDeadline(scene, actions), promises(scene));
    fill(runs, runList(scene, actions), contrastSwitch(scene, actions));
    document.title = `${scenario?.title ?? run.name}, ${clockWords(world.atSeconds)}: OTP-flow visualizer`;
  };
}

function buttons({ run }: Scene, { go, back, forward, fork, reset }: Actions): HTMLElement[] {
  const button = (sign: string, label: string, disabled: boolean, onclick: () => void, kind = 'square'): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: kind,
        'aria-label': label,
        title: label,
        'aria-disabled': String(disabled),
        key: label,
        onclick: () => (disabled ? undefined : onclick()),
      },
      sign,
    );
  const [isFirst, isLast] = [run.at === 0, run.at === run.steps.length];
  return [
    el(
      'div',
      { class: 'segments', role: 'group', 'aria-label': 'Play' },
      button('⏮', 'To the beginning', isFirst, () => go(0)),
      button('◀', 'Step back', isFirst, back),
      button('▶', 'Step forward', isLast, forward, 'square primary'),
      button('⏭', 'To the end', isLast, () => go(run.steps.length)),
    ),
    el(
      'div',
      { class: 'segments', role: 'group', 'aria-label': 'Run' },
      button('Fork', 'Try something else from here, and keep this run', false, fork, ''),
      button('Reset', 'Start a run of your own from the first states', false, () => reset(settingWith()), ''),
    ),
  ];
}

function position({ run }: Scene, { go }: Actions): HTMLElement {
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
  return el('div', { class: 'position' }, slider, el('output', {}, `${run.at} / ${run.steps.length}`));
}

function nextDeadline({ world }: Scene, { advance }: Actions): HTMLElement {
  const [next] = deadlinesOf(world);
  const words = next === undefined ? 'no timer runs' : `${next.timer} ends at ${clockWords(next.atSeconds)}`;
  return el(
    'button',
    {
      type: 'button',
      class: 'deadline',
      disabled: next === undefined,
      key: 'next deadline',
      title: 'Advance to the next deadline',
      onclick: advance,
    },
    el('span', {}, `${clockWords(world.atSeconds)} ⏱ next deadline`),
    el('span', { class: 'soft' }, words),
  );
}

/** Green as long as everything that the model promises holds. */
function promises(scene: Scene): HTMLElement {
  const broken = brokenSoFar(scene);
  const byHand = scene.played.taken.slice(0, scene.run.at).some(({ isByHand }) => isByHand);
  if (broken.length > 0) {
    return el(
      'p',
      { class: 'promises bad', title: broken.map(({ sentence }) => sentence).join('\n') },
      `${broken.length} of ${promiseCount} promises broken`,
    );
  }
  return el(
    'p',
    { class: 'promises good', title: 'Properties of the model, watched at every step' },
    byHand ? 'not watched: driven by hand' : `${promiseCount} promises hold`,
  );
}

function runList({ state }: Scene, { switchRun }: Actions): HTMLElement | undefined {
  if (state.runs.length < 2) return undefined;
  const names = state.runs.map(({ name }, index) => `${index + 1}. ${name}`);
  return choice('run', names, names[state.current] ?? '', (value) => switchRun(names.indexOf(value)), 'runs');
}

function contrastSwitch({ run }: Scene, { setContrast }: Actions): HTMLElement | undefined {
  if (!canContrast(run.setting)) return undefined;
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
