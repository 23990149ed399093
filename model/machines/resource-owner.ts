/**
 * A resource owner in front of a client: what they see, what they compare, and whether they hand the passcode over. The
 * residual risk of the grant lives here, as an owner who compares nothing.
 */
import { type MachineDefinition, perform } from './definition.ts';

export const resourceOwner = {
  id: 'resourceOwner',
  description: 'The person whose data is asked for.',
  side: 'resource owner',
  variables: {
    heed: {
      kind: 'value',
      values: ['careful', 'careless'],
      description: 'Whether they compare the client name and the binding message before they hand a passcode over.',
    },
  },
  events: {
    'client.approached': { description: 'They asked a client for a service and said who they are.', attributes: {} },
    'options.shown': { description: 'The client shows the delivery options.', attributes: {} },
    'code.asked': { description: 'The client asks for the passcode.', attributes: {} },
    'message.read': {
      description: 'A message with a passcode arrived.',
      attributes: { name: ['expected', 'stranger'], binding: ['same', 'different'] },
    },
    'stranger.called': { description: 'Somebody talks them into reading out a passcode.', attributes: {} },
  },
  timers: {},
  initial: 'uninvolved',
  states: {
    uninvolved: {
      description: 'They have asked for nothing.',
      on: {
        'client.approached': [
          {
            target: 'engaged',
            actions: [perform('nameSubject')],
            description: 'They say who they are.',
            meta: { requirements: ['otp-client/owner-starts'] },
          },
        ],
        'message.read': [
          {
            target: 'alarmed',
            actions: [perform('deny')],
            description: 'A passcode they did not ask for: the message says what to do.',
            meta: { requirements: ['code-message/says-how-to-deny'] },
          },
        ],
      },
    },
    engaged: {
      description: 'They stand in front of the client.',
      on: {
        'options.shown': [
          {
            actions: [perform('chooseOption')],
            description: 'They choose how the passcode reaches them.',
            meta: { requirements: ['otp-client/owner-chooses'] },
          },
        ],
        'message.read': [
          {
            target: 'informed',
            guard: {
              type: 'allOf',
              params: {
                guards: [
                  { type: 'caseIs', params: { attribute: 'name', value: 'expected' } },
                  { type: 'caseIs', params: { attribute: 'binding', value: 'same' } },
                ],
              },
            },
            description: 'The message names the client in front of them and shows the same phrase.',
            meta: { requirements: ['code-message/names-client', 'code-message/binding-message'] },
          },
          {
            target: 'informed',
            guard: { type: 'is', params: { variable: 'heed', value: 'careless' } },
            description: 'They do not look closely.',
            meta: { requirements: ['code-message/names-client'] },
          },
          {
            target: 'alarmed',
            actions: [perform('deny')],
            description: 'The message does not fit what they see.',
            meta: { requirements: ['code-message/says-how-to-deny'] },
          },
        ],
      },
    },
    informed: {
      description: 'They know the passcode and what it is for.',
      on: {
        'code.asked': [
          {
            target: 'done',
            actions: [perform('giveCode')],
            description: 'They give the passcode to the client in front of them.',
            meta: { requirements: ['code-message/contains-code'] },
          },
        ],
        'stranger.called': [
          {
            target: 'done',
            guard: { type: 'is', params: { variable: 'heed', value: 'careless' } },
            actions: [perform('giveCodeToStranger')],
            description: 'They read the passcode out to somebody else: the residual risk of the grant.',
            meta: { requirements: ['code-message/names-client'] },
          },
        ],
      },
    },
    alarmed: { description: 'They have told the utility that this was not them.', tags: ['final'], on: {} },
    done: { description: 'They have handed the passcode over.', tags: ['final'], on: {} },
  },
} as const satisfies MachineDefinition;
