/** The step the reader stands on: what happened, what changed, and why it was this transition and no other. */
import { answerWords } from '../run/arrows.ts';
import { candidatesFor } from '../run/candidates.ts';
import { type Change, changesOfStep, clockWords } from '../run/changes.ts';
import type { Move } from '../run/course.ts';
import { decisiveMove, declaredAt, stepWords } from '../run/headline.ts';
import type { Actions } from './actions.ts';
import { candidateList } from './candidate-list.ts';
import { byId, el, fill, lazyDetails, spaced } from './element.ts';
import { brokenSoFar, type Scene, titleOf } from './scene.ts';
import { toldEnding, toldStep } from './told-step.ts';
import { worldTable } from './world-table.ts';

/** Draws the pane; called again after every change. */
export function stepPane(actions: Actions): (scene: Scene) => void {
  const body = byId('step-body');
  return (scene) => {
    fill(body, ...(scene.taken === undefined ? beginning(scene) : ending(scene, actions)));
  };
}

const beginning = ({ scenario }: Scene): HTMLElement[] => [
  el('h3', {}, 'Before the first step'),
  el(
    'p',
    { class: 'lead' },
    'Every machine is in its first state. Press ',
    el('kbd', {}, '→'),
    ' or the green button to take a step; what it does is shown in the chart, in the sequence, as a message, and as the sentence of the draft behind it.',
  ),
  ...(scenario?.moral === undefined ? [] : [el('p', { class: 'moral' }, scenario.moral)]),
];

function ending(scene: Scene, actions: Actions): (HTMLElement | undefined)[] {
  const { taken, run, scenario } = scene;
  if (taken === undefined) return [];
  const moral =
    run.at === run.steps.length && scenario?.moral !== undefined
      ? el('p', { class: 'moral' }, scenario.moral)
      : undefined;
  const decisive = decisiveMove(taken);
  if (taken.step.kind === 'told') {
    return [
      ...head(scene),
      ...toldStep(taken.step, scene),
      moral,
      decisive === undefined ? undefined : why(scene, decisive, actions),
      machinesMoved(taken.moves, actions),
      worldTable(scene, actions),
      ...toldEnding(taken.step, scene, actions),
    ];
  }
  const transition =
    decisive?.transition === undefined
      ? undefined
      : declaredAt({ machine: decisive.machine, transition: decisive.transition });
  const broken = brokenSoFar(scene).filter(({ at }) => at === run.at - 1);
  return [
    ...head(scene),
    el(
      'p',
      { class: 'lead' },
      transition?.transition.description ?? 'No machine takes this event where it is; nothing changes.',
    ),
    expected(scene),
    ...broken.map(({ sentence }) =>
      el('p', { class: 'broken-promise' }, el('b', {}, 'A promise is broken: '), sentence),
    ),
    changeList(changesOfStep(taken)),
    decisive === undefined ? undefined : why(scene, decisive, actions),
    machinesMoved(taken.moves, actions),
    moral,
  ];
}

function head(scene: Scene): HTMLElement[] {
  const { taken, run } = scene;
  if (taken === undefined) return [];
  const time = taken.step.kind === 'told' ? '' : `, at ${clockWords(taken.after.atSeconds)}`;
  return [
    el('p', { class: 'step-count' }, `Step ${run.at} of ${run.steps.length}${time}`),
    el('h3', {}, titleOf(scene, run.at - 1) ?? stepWords(taken.step)),
  ];
}

/** What a suite received, or what the same step brings with every mitigation on, beside what happened here. */
function expected({ taken, run, contrast }: Scene): HTMLElement | undefined {
  const outcome = taken?.outcome;
  if (run.received?.at === run.at - 1) {
    const says = outcome === undefined ? 'no answer' : answerWords(outcome);
    const { words, expected: wanted = says } = run.received;
    const isSame = says.startsWith(wanted);
    return pair(
      isSame ? 'Expected, as the machines say' : `Expected; the machines say ${says}`,
      wanted,
      'Received',
      words,
      'pair failed',
    );
  }
  const other = contrast?.taken[run.at - 1]?.outcome;
  if (outcome === undefined || other === undefined || other === outcome) return undefined;
  return pair('Here', answerWords(outcome), 'With every MUST on', answerWords(other));
}

const pair = (oneName: string, one: string, otherName: string, other: string, kind = 'pair'): HTMLElement =>
  el(
    'dl',
    { class: kind },
    el('div', {}, el('dt', {}, oneName), el('dd', {}, one)),
    el('div', {}, el('dt', {}, otherName), el('dd', {}, other)),
  );

function changeList(changes: readonly Change[]): HTMLElement {
  if (changes.length === 0) return el('p', { class: 'soft' }, 'Nothing has changed in any machine.');
  return el(
    'ul',
    { class: 'changes', 'aria-label': 'What has changed' },
    ...changes.map(({ machine, kind, name, from, to, description }) =>
      el(
        'li',
        { class: kind, title: description },
        el('span', { class: 'change-name' }, kind === 'state' ? spaced(machine) : `${spaced(machine)} ${name}`),
        el('span', { class: 'change-from' }, from),
        el('span', { class: 'change-arrow', 'aria-label': 'becomes' }, '→'),
        el('b', { class: 'change-to' }, to),
      ),
    ),
  );
}

function why(scene: Scene, { machine, from, event }: Move, actions: Actions): HTMLElement | undefined {
  const candidates = candidatesFor(scene.played.engine.machines[machine], from, event);
  if (candidates.length < 2) return undefined;
  return lazyDetails(
    { class: 'why', key: 'why' },
    `Why this, of ${candidates.length} that ${spaced(machine)} could do`,
    () => candidateList(candidates, machine, actions),
  );
}

function machinesMoved(moves: readonly Move[], actions: Actions): HTMLElement | undefined {
  if (moves.length < 2) return undefined;
  return lazyDetails({ class: 'why', key: 'moves' }, `What each machine did, in order (${moves.length})`, () =>
    el(
      'ol',
      { class: 'moves' },
      ...moves.map(({ machine, event, transition, member }, index) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'plain',
              key: `move ${index}`,
              disabled: transition === undefined,
              onclick: () => {
                if (transition !== undefined) actions.point({ machine, transition });
              },
            },
            `${member === undefined || member === machine ? '' : `${member}, `}${spaced(machine)}: ${event.type}`,
          ),
          el(
            'span',
            { class: 'soft' },
            ` ${transition === undefined ? 'is not taken here' : (declaredAt({ machine, transition })?.transition.description ?? '')}`,
          ),
        ),
      ),
    ),
  );
}
