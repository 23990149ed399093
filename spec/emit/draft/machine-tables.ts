/** Tables of the machines: states, transitions, and what a client does about each error. */
import {
  client,
  errors,
  exchanges,
  grant,
  type MachineDefinition,
  type StateDefinition,
  transaction,
} from '../../../model/index.ts';
import { outcomeOf } from '../answers.ts';
import { answerInlines } from './answer-inlines.ts';
import { conditionWords, effectWords } from './condition-words.ts';
import { messageWords } from './message-tables.ts';
import { type ProtocolTransition, protocolTransitions } from './protocol-transitions.ts';
import type { TableSplice } from './splice-context.ts';
import { code, type Inlines, text } from './tree.ts';
import { modelText } from './words.ts';

const tagWords = { live: 'yes', final: 'no' } as const;

function stateRows(states: Readonly<Record<string, StateDefinition>>, prefix = ''): Inlines[][] {
  return Object.entries(states).flatMap(([name, { description, tags = [], states: children = {} }]) => [
    [
      [code(prefix + name)],
      modelText(description),
      [text(tags.map((tag) => tagWords[tag]).join(', ') || (prefix === '' ? 'not yet' : 'yes'))],
    ],
    ...stateRows(children, `${prefix}${name}.`),
  ]);
}

/** Whether a reader has to know of a transition: it answers, does something, or leads elsewhere. */
export const isTold = ({ state, target, transition }: ProtocolTransition): boolean =>
  state !== target || outcomeOf(transition.actions) !== undefined || effectWords(transition.actions).length > 0;

function transitionRow({ state, event, transition, guard, target }: ProtocolTransition): Inlines[] {
  const answer = answerInlines(outcomeOf(transition.actions));
  const done = effectWords(transition.actions).map((words, index) =>
    text(`${index > 0 || answer.length > 0 ? '; ' : ''}${words}`),
  );
  return [
    [code(state)],
    [code(event)],
    guard === undefined ? [] : [text(conditionWords(guard))],
    [...answer, ...done],
    target === state ? [text('-')] : [code(target)],
  ];
}

const clientStates = {
  sending: exchanges.delivery,
  redeeming: exchanges.redemption,
  identifying: exchanges.identification,
} as const;

/** What a client does about an answer: one row for each error that its machine knows, in each state that waits for one. */
function reactionRows(): Inlines[][] {
  const definition: MachineDefinition = client;
  return protocolTransitions(definition).flatMap(({ state, event, transition, guard }) => {
    if (event !== 'error.received' || !Object.hasOwn(clientStates, state)) return [];
    const known = guard?.type === 'caseIs' && Object.hasOwn(errors, guard.params.value);
    const error = known ? errors[guard.params.value as keyof typeof errors].name : undefined; // an own key
    return [
      [
        [text(messageWords(clientStates[state as keyof typeof clientStates].request))], // an own key
        error === undefined ? [text('any other')] : [code(error)],
        modelText(transition.description),
      ],
    ];
  });
}

export const machineTables = {
  states: {
    title: 'States of a transaction',
    head: ['State', 'Meaning', 'Can a grant still follow?'],
    rows: () => stateRows(transaction.states),
  },
  transitions: {
    title: 'Transitions of a transaction',
    head: ['State', 'Event', 'Condition', 'Answer and effect', 'Next state'],
    rows: () => protocolTransitions(transaction).filter(isTold).map(transitionRow),
  },
  'grant-states': {
    title: 'States of a grant',
    head: ['State', 'Meaning', 'Are tokens good?'],
    rows: () => stateRows(grant.states),
  },
  'grant-transitions': {
    title: 'Transitions of a grant',
    head: ['State', 'Event', 'Condition', 'Answer and effect', 'Next state'],
    rows: () => protocolTransitions(grant).filter(isTold).map(transitionRow),
  },
  'client-reactions': {
    title: 'What a client makes of an error',
    head: ['Request', 'Error', 'What it means to the client'],
    rows: reactionRows,
  },
} as const satisfies Record<string, TableSplice>;
