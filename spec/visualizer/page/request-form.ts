/** Requests: what is true of them can be chosen, and what they would be answered is shown before they are sent. */
import { type ExchangeName, exchanges, type Facts } from '../../../model/index.ts';
import { answerWords } from '../run/arrows.ts';
import { candidatesFor } from '../run/candidates.ts';
import type { Move } from '../run/course.ts';
import { decisiveMove, declaredAt } from '../run/headline.ts';
import { exchangeNames, factChoices, request, type Sender } from '../run/step.ts';
import { take } from '../run/take.ts';
import type { Actions } from './actions.ts';
import { candidateList } from './candidate-list.ts';
import { choice } from './choice.ts';
import { el, lazyDetails } from './element.ts';
import type { Scene } from './scene.ts';

const senders: readonly Sender[] = ['client', 'adversary'];
/** The grant itself; the others are public or come after it. */
const ofTheGrant: readonly ExchangeName[] = ['identification', 'delivery', 'redemption'];

/** Forms remember what was chosen in them. */
export function createRequestForms(actions: Actions, redraw: () => void): (scene: Scene) => HTMLElement[] {
  const chosen = new Map<ExchangeName, { facts: Facts; by: Sender }>();
  const form = (scene: Scene, name: ExchangeName): HTMLElement => {
    const { facts, by } = chosen.get(name) ?? { facts: {}, by: 'client' };
    const step = request(name, facts, by);
    const would = take(scene.played.engine, scene.world, step);
    const decisive = decisiveMove(would);
    const answer = would.outcome === undefined ? '' : answerWords(would.outcome);
    const sentence =
      decisive?.transition === undefined
        ? undefined
        : declaredAt({ machine: decisive.machine, transition: decisive.transition })?.transition.description;
    const choose = (changes: { facts?: Facts; by?: Sender }): void => {
      chosen.set(name, { facts, by, ...changes });
      redraw();
    };
    const isOk = would.outcome !== undefined && answer.startsWith('200');
    return el(
      'div',
      { class: 'event request' },
      el('button', { type: 'button', class: 'fire', key: `send ${name}`, onclick: () => actions.fire(step) }, name),
      el('span', {}, exchanges[name].summary),
      el(
        'p',
        { class: `would ${isOk ? 'good' : 'bad'}` },
        el('b', {}, answer),
        sentence === undefined ? '' : ` ${sentence}`,
      ),
      lazyDetails({ key: `facts ${name}` }, 'Change the request', () => [
        choice(
          'sent by',
          senders,
          by,
          (value) => choose({ by: senders.find((one) => one === value) ?? 'client' }),
          `by ${name}`,
        ),
        ...Object.entries(factChoices(name)).map(([fact, options]) =>
          choice(
            fact === 'violation' ? 'breaks the rule' : fact,
            options,
            step.facts[fact] ?? '',
            (value) => choose({ facts: { ...facts, [fact]: value } }),
            `${name} ${fact}`,
          ),
        ),
        decisive === undefined ? undefined : tried(scene, decisive, actions),
      ]),
    );
  };
  return (scene) => [
    el('section', { class: 'group' }, el('h3', {}, 'Requests'), ...ofTheGrant.map((name) => form(scene, name))),
    lazyDetails({ class: 'group', key: 'other requests' }, 'Other requests', () =>
      exchangeNames.filter((name) => !ofTheGrant.includes(name)).map((name) => form(scene, name)),
    ),
  ];
}

/** The transitions that were tried where the request was decided. */
function tried({ played }: Scene, { machine, from, event }: Move, actions: Actions): HTMLElement | undefined {
  const candidates = candidatesFor(played.engine.machines[machine], from, event);
  return candidates.length < 2 ? undefined : candidateList(candidates, machine, actions);
}
