/**
 * One message on its way to a contact: handed to a gateway, tried again a few times, dropped when it would come too
 * late. The client never learns which.
 */
import {
  enforced,
  increment,
  type MachineDefinition,
  oneBelow,
  perform,
  type TransitionDefinition,
} from './definition.ts';

const done = (description: string) =>
  [
    { description, meta: { requirements: ['code-message/handover-bounded'] } },
  ] as const satisfies readonly TransitionDefinition[];

const over = (description: string) =>
  ({
    'message.queued': done(description),
    'handover.due': done(description),
    'gateway.accepted': done(description),
    'gateway.refused': done(description),
    'code.superseded': done(description),
    'code.lapsed': done(description),
  }) as const;

export const channel = {
  id: 'channel',
  description: 'The delivery of one message, at the authorization server.',
  side: 'server',
  variables: {
    attempts: { kind: 'counter', limit: 'handoverAttempts', description: 'Attempts to hand the message over.' },
  },
  events: {
    'message.queued': { description: 'A message was written into the outbox.', attributes: {} },
    'handover.due': { description: 'It is time to hand the message to the gateway.', attributes: {} },
    'gateway.accepted': { description: 'The gateway took the message.', attributes: {} },
    'gateway.refused': { description: 'The gateway did not take the message.', attributes: {} },
    'code.superseded': { description: 'A newer passcode replaced the one in the message.', attributes: {} },
    'code.lapsed': { description: 'The passcode in the message has expired.', attributes: {} },
  },
  timers: {},
  initial: 'empty',
  states: {
    empty: {
      description: 'There is no message.',
      on: {
        ...over('There is no message.'),
        'message.queued': [
          {
            target: 'queued',
            description: 'The message waits in the outbox, sealed, and survives a restart.',
            meta: { requirements: ['code-message/outbox-durable'] },
          },
        ],
      },
    },
    queued: {
      description: 'The message waits to be handed over.',
      tags: ['live'],
      on: {
        'message.queued': done('It is queued already.'),
        'handover.due': [
          {
            actions: [perform('handOver')],
            description: 'The message is handed to the gateway of its delivery method.',
            meta: { requirements: ['code-message/handover-bounded'] },
          },
        ],
        'gateway.accepted': [
          {
            target: 'delivered',
            actions: [perform('forgetMessage')],
            description: 'The gateway has it; the sealed passcode is deleted.',
            meta: { requirements: ['code-message/forgotten-after-handover'] },
          },
        ],
        'gateway.refused': [
          {
            target: 'failed',
            guard: oneBelow('attempts', 'handoverAttempts'),
            actions: [increment('attempts', 'handoverAttempts'), perform('forgetMessage')],
            description: 'The gateway has refused for the last time.',
            meta: { requirements: ['code-message/handover-bounded'] },
          },
          {
            actions: [increment('attempts', 'handoverAttempts'), perform('tryAgainLater')],
            description: 'The gateway refused; the message is tried again.',
            meta: { requirements: ['code-message/handover-bounded'] },
          },
        ],
        'code.superseded': [
          {
            target: 'dropped',
            guard: enforced('supersededMessagesDropped'),
            actions: [perform('forgetMessage')],
            description: 'A newer passcode is out; this one must not confuse anybody.',
            meta: { requirements: ['code-message/superseded-dropped'] },
          },
          {
            description: 'Without the rule the old passcode would still be sent.',
            meta: { requirements: ['code-message/superseded-dropped'] },
          },
        ],
        'code.lapsed': [
          {
            target: 'dropped',
            guard: enforced('lapsedMessagesDropped'),
            actions: [perform('forgetMessage')],
            description: 'The passcode would arrive dead.',
            meta: { requirements: ['code-message/lapsed-dropped'] },
          },
          {
            description: 'Without the rule a dead passcode would still be sent.',
            meta: { requirements: ['code-message/lapsed-dropped'] },
          },
        ],
      },
    },
    delivered: {
      description: 'The gateway has the message.',
      tags: ['final'],
      on: over('The message has been handed over.'),
    },
    failed: {
      description: 'The gateway refused the message each time.',
      tags: ['final'],
      on: over('The message was given up.'),
    },
    dropped: {
      description: 'The message was not sent, because its passcode was dead.',
      tags: ['final'],
      on: over('The message was dropped.'),
    },
  },
} as const satisfies MachineDefinition;
