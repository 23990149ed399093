/**
 * The quota of one client within a window of time, over all accounts. It answers before anything is looked up, so what
 * it says cannot depend on who the resource owner is.
 */
import {
  allOf,
  below,
  enforced,
  increment,
  type MachineDefinition,
  not,
  report,
  respond,
  set,
  startTimer,
} from './definition.ts';

export const quota = {
  id: 'quota',
  description: 'The quota of a client, at the authorization server.',
  side: 'server',
  variables: {
    starts: { kind: 'counter', limit: 'startsPerClient', description: 'Transactions started in this window.' },
    wrongCodes: { kind: 'counter', limit: 'wrongCodesPerClient', description: 'Wrong passcodes in this window.' },
  },
  events: {
    'identification.attempted': { description: 'The client asks to start a transaction.', attributes: {} },
    'code.attempted': { description: 'The client brings a passcode.', attributes: {} },
    'code.refused': { description: 'A passcode of the client was wrong.', attributes: {} },
    'window.elapsed': { description: 'The window is over.', attributes: {} },
  },
  timers: { window: 'window.elapsed' },
  initial: 'quiet',
  states: {
    quiet: {
      description: 'Nothing has been counted.',
      on: {
        'identification.attempted': [
          {
            target: 'counting',
            actions: [
              increment('starts', 'startsPerClient'),
              startTimer('window', 'clientWindowSeconds'),
              report('quota', 'within'),
            ],
            description: 'The first start opens a window.',
            meta: { requirements: ['client/start-quota'] },
          },
        ],
        'code.attempted': [
          {
            actions: [report('quota', 'within')],
            description: 'Nothing has been counted in this window.',
            meta: { requirements: ['client/wrong-code-quota'] },
          },
        ],
        'code.refused': [
          {
            target: 'counting',
            actions: [increment('wrongCodes', 'wrongCodesPerClient'), startTimer('window', 'clientWindowSeconds')],
            description: 'The first wrong passcode opens a window.',
            meta: { requirements: ['client/wrong-code-quota'] },
          },
        ],
        'window.elapsed': [{ description: 'No window is open.', meta: { requirements: ['client/start-quota'] } }],
      },
    },
    counting: {
      description: 'A window is open.',
      on: {
        'identification.attempted': [
          {
            guard: allOf(not(below('starts', 'startsPerClient')), enforced('clientStartQuota')),
            actions: [respond('clientTooBusy')],
            description: 'The client has started as many transactions as it may.',
            meta: { requirements: ['client/start-quota'] },
          },
          {
            actions: [increment('starts', 'startsPerClient'), report('quota', 'within')],
            description: 'The start is counted.',
            meta: { requirements: ['client/start-quota'] },
          },
        ],
        'code.attempted': [
          {
            guard: allOf(not(below('wrongCodes', 'wrongCodesPerClient')), enforced('clientFailureQuota')),
            actions: [respond('clientTooBusy')],
            description: 'Too many passcodes of the client were wrong; this one is not even compared.',
            meta: { requirements: ['client/wrong-code-quota'] },
          },
          {
            actions: [report('quota', 'within')],
            description: 'The quota has something left.',
            meta: { requirements: ['client/wrong-code-quota'] },
          },
        ],
        'code.refused': [
          {
            actions: [increment('wrongCodes', 'wrongCodesPerClient')],
            description: 'The wrong passcode is counted.',
            meta: { requirements: ['client/wrong-code-quota'] },
          },
        ],
        'window.elapsed': [
          {
            target: 'quiet',
            actions: [set('starts', 0), set('wrongCodes', 0)],
            description: 'The window is over and its counts with it.',
            meta: { requirements: ['client/start-quota'] },
          },
        ],
      },
    },
  },
} as const satisfies MachineDefinition;
