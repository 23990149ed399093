/** A step of a trace: whether the machines took it, what is true of it, and what it changed in its world. */
import { mitigations } from '../../../model/index.ts';
import type { Trace } from '../../emit/trace/trace.ts';
import { answerWords } from '../run/arrows.ts';
import type { ToldStep } from '../run/step.ts';
import type { Taken } from '../run/take.ts';
import { attackOn } from '../scenarios/index.ts';
import { type Cast, memberWords } from '../traces/cast.ts';
import { castChanges } from '../traces/cast-changes.ts';
import type { Actions } from './actions.ts';
import { el, spaced } from './element.ts';
import { brokenSoFar, type Scene } from './scene.ts';

/** The content of the step's pane, before what every step has. */
export function toldStep(step: ToldStep, scene: Scene): (HTMLElement | undefined)[] {
  const { taken, run } = scene;
  const broken = brokenSoFar(scene).filter(({ at }) => at === run.at - 1);
  return [
    taken === undefined ? undefined : howItRan(step, taken),
    step.tells.notes.length === 0
      ? undefined
      : el('ul', { class: 'told-notes' }, ...step.tells.notes.map((note) => el('li', {}, note))),
    ...broken.map(({ sentence }) =>
      el('p', { class: 'broken-promise' }, el('b', {}, 'A promise is broken: '), sentence),
    ),
    step.breaks !== undefined && broken.length === 0 ? el('p', { class: 'told-note' }, notBroken) : undefined,
    beside(scene),
    changeList(taken),
  ];
}

const notBroken =
  'The trace ends here with a broken promise. Under the rules of this run it does not: they are not those that it was found under.';

/** Says what the machines did with the step, and never pretends. */
function howItRan({ tells: { server, parties } }: ToldStep, { told }: Taken): HTMLElement {
  const differences = told?.differences ?? [];
  if (differences.length > 0) {
    return el(
      'div',
      { class: 'told-note differs' },
      el('p', {}, el('b', {}, 'Cannot be replayed as told. '), 'The machines went another way:'),
      el(
        'ul',
        {},
        ...differences.map(({ what, told: words, ran }) => el('li', {}, `${what}: told ${words}; here ${ran}`)),
      ),
    );
  }
  if (server.length + parties.length === 0) {
    return el('p', { class: 'told-note' }, el('b', {}, 'Told, not run: '), 'no machine takes part in this step.');
  }
  return el(
    'p',
    { class: 'told-note ran' },
    el('b', {}, 'Found by the model checker, run here: '),
    'the machines of this page took the step and are where the checker says.',
  );
}

/** What the same step comes to with every mitigation on. */
function beside({ contrast, run, taken }: Scene): HTMLElement | undefined {
  const other = contrast?.taken[run.at - 1];
  if (other === undefined || taken === undefined) return undefined;
  const words = contrastWords(taken, other);
  return el(
    'dl',
    { class: 'pair' },
    el('div', {}, el('dt', {}, 'Here'), el('dd', { class: 'words' }, ownWords(taken))),
    el('div', {}, el('dt', {}, 'With every MUST on'), el('dd', { class: 'words' }, words)),
  );
}

const ownWords = ({ outcome }: Taken): string => (outcome === undefined ? 'It happens' : answerWords(outcome));

function contrastWords(taken: Taken, { told, outcome, after }: Taken): string {
  if (told?.cannot === 'never') return 'Nothing of the kind can happen';
  if (told?.cannot === 'notHere') return 'It cannot happen: what led to it is missing';
  if (outcome !== undefined && outcome !== taken.outcome) return answerWords(outcome);
  const isSame = worldWords(after.cast) === worldWords(taken.after.cast);
  return isSame ? 'The same' : `${outcome === undefined ? 'It happens' : answerWords(outcome)}, and leads elsewhere`;
}

const worldWords = (cast: Cast | undefined): string =>
  cast === undefined ? '' : JSON.stringify([Object.values(cast.members).map(memberWords), cast.things]);

function changeList(taken: Taken | undefined): HTMLElement {
  const changes = castChanges(taken?.before.cast, taken?.after.cast);
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

/** What the last step comes to, and what the adversary has to be able to do. */
export function toldEnding(step: ToldStep, scene: Scene, { open }: Actions): HTMLElement[] {
  const trace = scene.library.data.traces.find(({ id }) => id === step.trace);
  if (trace === undefined) return [];
  const name = mitigationOf(trace);
  const attack =
    name === undefined || !Object.hasOwn(mitigations, name)
      ? undefined
      : scene.library.scenarios.find(({ id }) => id === attackOn(name as keyof typeof mitigations)); // by the line above
  return [
    ...(step.breaks === undefined || name === undefined
      ? []
      : [
          el(
            'p',
            { class: 'kept-promise' },
            el('b', {}, `With ${spaced(name)} on: `),
            `no way in the whole world “${trace.world.title}” leads there.`,
          ),
        ]),
    ...(step.breaks === undefined || attack === undefined
      ? []
      : [
          el(
            'p',
            {},
            el(
              'button',
              { type: 'button', key: `run ${attack.id}`, onclick: () => open(attack) },
              'The same as a story, with the real limits',
            ),
          ),
        ]),
    adversary(trace, step),
  ];
}

const mitigationOf = (trace: Trace) => (trace.kind === 'mitigation' ? trace.mitigation.name : undefined);

function adversary({ adversary: capabilities, steps }: Trace, { tells }: ToldStep): HTMLElement {
  return el(
    'details',
    { class: 'why', key: 'adversary' },
    el('summary', {}, `What the adversary has to be able to do (${capabilities.length})`),
    el(
      'ul',
      {},
      ...capabilities.map(({ id, sentence }) => {
        const used = steps.filter(({ capability }) => capability === id).map(({ number }) => number);
        const isHere = tells.capability === id;
        return el(
          'li',
          { class: isHere ? 'here' : '' },
          el('b', {}, id),
          ` ${sentence}`,
          el('span', { class: 'soft' }, ` Step${used.length === 1 ? '' : 's'} ${used.join(', ')}.`),
        );
      }),
    ),
  );
}
