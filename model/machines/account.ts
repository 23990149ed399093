/**
 * The budget of one customer account within a window of time, over all transactions and clients. It is a machine of its
 * own because parallel transactions share it. Subjects that are unknown have one too, so that they behave the same.
 */
import {
  allOf,
  below,
  enforced,
  increment,
  type MachineDefinition,
  not,
  report,
  set,
  startTimer,
  type TransitionDefinition,
} from './definition.ts';

const budgets = {
  sends: { limit: 'sendsPerAccount', mitigation: 'accountSendBudget', requirement: 'account/send-budget' },
  wrongCodes: {
    limit: 'wrongCodesPerAccount',
    mitigation: 'accountFailureBudget',
    requirement: 'account/wrong-code-budget',
  },
} as const;

type Budget = keyof typeof budgets;

const usedUp = (budget: Budget) =>
  ({
    guard: allOf(not(below(budget, budgets[budget].limit)), enforced(budgets[budget].mitigation)),
    actions: [report('account', 'exhausted')],
    description: 'The budget is used up; what follows will look as if it were not.',
    meta: { requirements: ['account/exhausted-is-silent'] },
  }) as const satisfies TransitionDefinition;

const leftOf = (budget: Budget) =>
  ({
    actions: [report('account', 'within')],
    description: 'The budget has something left.',
    meta: { requirements: [budgets[budget].requirement] },
  }) as const satisfies TransitionDefinition;

const nothingAccepted = {
  ...usedUp('wrongCodes'),
  description: 'No passcode is accepted any more, so that none is worth sending; what follows will look as usual.',
} as const satisfies TransitionDefinition;

const within = {
  actions: [report('account', 'within')],
  description: 'Nothing has been counted in this window.',
  meta: { requirements: ['account/window'] },
} as const satisfies TransitionDefinition;

export const account = {
  id: 'account',
  description: 'The budget of a customer account, at the authorization server.',
  side: 'server',
  variables: {
    sends: { kind: 'counter', limit: 'sendsPerAccount', description: 'Passcodes sent in this window.' },
    wrongCodes: { kind: 'counter', limit: 'wrongCodesPerAccount', description: 'Wrong passcodes in this window.' },
  },
  events: {
    'delivery.attempted': { description: 'A client asks for a passcode to be sent.', attributes: {} },
    'code.attempted': { description: 'A client brings a passcode.', attributes: {} },
    'message.sent': { description: 'A passcode was sent.', attributes: {} },
    'code.refused': { description: 'A passcode was wrong.', attributes: {} },
    'code.accepted': { description: 'A passcode was right.', attributes: {} },
    'window.elapsed': { description: 'The window is over.', attributes: {} },
  },
  timers: { window: 'window.elapsed' },
  initial: 'quiet',
  states: {
    quiet: {
      description: 'Nothing has been counted.',
      on: {
        'delivery.attempted': [within],
        'code.attempted': [within],
        'message.sent': [
          {
            target: 'counting',
            actions: [increment('sends', 'sendsPerAccount'), startTimer('window', 'accountWindowSeconds')],
            description: 'The first send opens a window.',
            meta: { requirements: ['account/send-budget', 'account/window'] },
          },
        ],
        'code.refused': [
          {
            target: 'counting',
            actions: [increment('wrongCodes', 'wrongCodesPerAccount'), startTimer('window', 'accountWindowSeconds')],
            description: 'The first wrong passcode opens a window.',
            meta: { requirements: ['account/wrong-code-budget', 'account/window'] },
          },
        ],
        'code.accepted': [
          {
            description: 'There is nothing to clear.',
            meta: { requirements: ['account/success-clears-failures'] },
          },
        ],
        'window.elapsed': [{ description: 'No window is open.', meta: { requirements: ['account/window'] } }],
      },
    },
    counting: {
      description: 'A window is open.',
      on: {
        'delivery.attempted': [usedUp('sends'), nothingAccepted, leftOf('sends')],
        'code.attempted': [usedUp('wrongCodes'), leftOf('wrongCodes')],
        'message.sent': [
          {
            actions: [increment('sends', 'sendsPerAccount')],
            description: 'The send is counted.',
            meta: { requirements: ['account/send-budget'] },
          },
        ],
        'code.refused': [
          {
            actions: [increment('wrongCodes', 'wrongCodesPerAccount')],
            description: 'The wrong passcode is counted.',
            meta: { requirements: ['account/wrong-code-budget'] },
          },
        ],
        'code.accepted': [
          {
            actions: [set('wrongCodes', 0)],
            description: 'A right passcode clears the count of wrong ones, and of nothing else.',
            meta: { requirements: ['account/success-clears-failures'] },
          },
        ],
        'window.elapsed': [
          {
            target: 'quiet',
            actions: [set('sends', 0), set('wrongCodes', 0)],
            description: 'The window is over and its counts with it.',
            meta: { requirements: ['account/window'] },
          },
        ],
      },
    },
  },
} as const satisfies MachineDefinition;
