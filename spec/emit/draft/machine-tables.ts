/** Tables of the machines: states, transitions, and what a client does about each error. */
import {
  client,
  errors,
  type MachineDefinition,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type StateDefinition,
  transaction,
} from '../../../model/index.ts';
import { outcomeOf } from '../answers.ts';
import { guardWords } from '../guard-words.ts';
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

/** An answer as it is on the wire: `200`, or `400` and an error code. */
export function answerInlines(outcome: string | undefined): Inlines {
  if (outcome === undefined || !Object.hasOwn(outcomes, outcome)) return [];
  const { status, error }: OutcomeRow = outcomes[outcome as OutcomeName]; // an own key
  return error === undefined ? [text(String(status))] : [text(`${status} `), code(errors[error].name)];
}

const transitionRow = ({ state, event, transition, guard, target }: ProtocolTransition): Inlines[] => [
  [code(state)],
  [code(event)],
  guard === undefined ? [] : [text(guardWords(guard))],
  answerInlines(outcomeOf(transition.actions)),
  target === state ? [text('-')] : [code(target)],
];

const clientStates = { sending: 'delivery', redeeming: 'redemption', identifying: 'identification' } as const;

/** What a client does about an answer: one row for each error that its machine knows, in each state that waits for one. */
function reactionRows(): Inlines[][] {
  const definition: MachineDefinition = client;
  return protocolTransitions(definition).flatMap(({ state, event, transition, guard }) => {
    if (event !== 'error.received' || !Object.hasOwn(clientStates, state)) return [];
    const known = guard?.type === 'caseIs' && Object.hasOwn(errors, guard.params.value);
    const error = known ? errors[guard.params.value as keyof typeof errors].name : undefined; // an own key
    return [
      [
        [text(clientStates[state as keyof typeof clientStates])], // an own key
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
    head: ['State', 'Event', 'Condition', 'Answer', 'Next state'],
    rows: () => protocolTransitions(transaction).map(transitionRow),
  },
  'client-reactions': {
    title: 'What a client makes of an error',
    head: ['Request', 'Error', 'What it means to the client'],
    rows: reactionRows,
  },
} as const satisfies Record<string, TableSplice>;
