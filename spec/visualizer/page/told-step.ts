/** A told step: where it comes from, what is true of it, and what changed in the world that the checker walked. */
import { mitigations } from '../../../model/index.ts';
import type { ToldStep } from '../run/step.ts';
import { attackOn } from '../scenarios/index.ts';
import { machineOfChange, stateInWords, type Trace } from '../traces/trace.ts';
import type { Actions } from './actions.ts';
import { el, spaced } from './element.ts';
import type { Scene } from './scene.ts';

/** The content of the step's pane. */
export function toldStep(step: ToldStep, scene: Scene, actions: Actions): (HTMLElement | undefined)[] {
  const { tells, breaks } = step;
  const trace = scene.library.data.traces.find(({ id }) => id === step.trace);
  return [
    el('p', { class: 'told-note' }, el('b', {}, 'Told, not run. '), toldWords),
    ...(tells.notes.length === 0
      ? []
      : [el('ul', { class: 'told-notes' }, ...tells.notes.map((note) => el('li', {}, note)))]),
    breaks === undefined
      ? undefined
      : el('p', { class: 'broken-promise' }, el('b', {}, 'A promise is broken: '), breaks.sentence),
    changeList(step),
    ...(breaks === undefined || trace === undefined ? [] : ending(trace, scene, actions)),
  ];
}

const toldWords =
  'The model checker found this way in a world with more in it than the machines of this page; they are lit where it says that they are.';

function changeList({ tells }: ToldStep): HTMLElement {
  const changes = tells.changes.flatMap(({ variable, from, to }) => {
    const machine = machineOfChange(variable, tells);
    const [before, after] = [stateInWords(from), stateInWords(to)];
    const state = before.value === after.value ? [] : [{ name: variable, from: before.value, to: after.value }];
    const inner = Object.keys({ ...before.variables, ...after.variables })
      .filter((name) => name !== 'timers' && before.variables[name] !== after.variables[name])
      .map((name) => ({
        name: `${variable} ${name}`,
        from: before.variables[name] ?? 'none',
        to: after.variables[name] ?? 'none',
      }));
    return [...state, ...inner].map((change) => ({
      ...change,
      isState: machine !== undefined && state.includes(change),
    }));
  });
  if (changes.length === 0) return el('p', { class: 'soft' }, 'Nothing has changed that the checker looks at.');
  return el(
    'ul',
    { class: 'changes', 'aria-label': 'What has changed' },
    ...changes.map(({ name, from, to, isState }) =>
      el(
        'li',
        { class: isState ? 'state' : 'variable' },
        el('span', { class: 'change-name' }, name),
        el('span', { class: 'change-from' }, from),
        el('span', { class: 'change-arrow', 'aria-label': 'becomes' }, '→'),
        el('b', { class: 'change-to' }, to),
      ),
    ),
  );
}

/** What the last step comes to, without the sentence and with it; and where the same can be run. */
function ending({ mitigation, world, property, adversary }: Trace, scene: Scene, { open }: Actions): HTMLElement[] {
  const name = mitigation?.name;
  const attack =
    name === undefined || !Object.hasOwn(mitigations, name)
      ? undefined
      : scene.library.scenarios.find(({ id }) => id === attackOn(name as keyof typeof mitigations)); // by the line above
  return [
    ...(name === undefined
      ? []
      : [
          el(
            'dl',
            { class: 'pair' },
            el(
              'div',
              {},
              el('dt', {}, `Without ${spaced(name)}`),
              el('dd', { class: 'words' }, 'This way, and no shorter one'),
            ),
            el(
              'div',
              {},
              el('dt', {}, 'With every MUST on'),
              el('dd', { class: 'words' }, `No way in the whole world “${world.title}”: ${property.sentence}`),
            ),
          ),
        ]),
    ...(attack === undefined
      ? []
      : [
          el(
            'p',
            {},
            el(
              'button',
              { type: 'button', key: `run ${attack.id}`, onclick: () => open(attack) },
              'Run such an attack on the machines, side by side',
            ),
          ),
        ]),
    el(
      'details',
      { class: 'why', key: 'adversary' },
      el('summary', {}, `What the adversary has to be able to do (${adversary.length})`),
      el('ul', {}, ...adversary.map(({ id, sentence }) => el('li', {}, el('b', {}, id), ` ${sentence}`))),
    ),
  ];
}
