/**
 * A well-behaved client: what it asks for next, given what it was answered. The kiosk of the reference server runs this
 * machine, so that its screens cannot disagree with the protocol.
 */
import { type MachineDefinition, perform, type TransitionDefinition } from './definition.ts';

const stop = (target: string, description: string): TransitionDefinition => ({
  target: `#client.stopped.${target}`,
  description,
  meta: { requirements: ['otp-client/stop-when-over'] },
});

const unreachable = (target: string): TransitionDefinition => ({
  target,
  description: 'No answer came; the same may be tried again.',
  meta: { requirements: ['otp-client/retry'] },
});

const unknownError: TransitionDefinition = {
  target: '#client.stopped.refused',
  description: 'An error that the client does not know is a refusal.',
  meta: { requirements: ['error-response/open-code'] },
};

const startOver: TransitionDefinition = {
  target: '#client.idle',
  description: 'The resource owner starts over.',
  meta: { requirements: ['otp-client/owner-starts'] },
};

export const client = {
  id: 'client',
  description: 'A client that asks for a passcode, takes it from the resource owner and redeems it.',
  side: 'client',
  variables: {},
  events: {
    'subject.entered': { description: 'The resource owner said who they are.', attributes: {} },
    'session.received': {
      description: 'An OTP authorization response came.',
      attributes: { issuer: ['expected', 'other'] },
    },
    'option.chosen': { description: 'The resource owner chose a delivery option.', attributes: {} },
    'code.announced': { description: 'An OTP delivery response came.', attributes: {} },
    'resend.asked': { description: 'The resource owner asks for the passcode to be sent again.', attributes: {} },
    'code.entered': { description: 'The resource owner gave the passcode.', attributes: {} },
    'token.received': { description: 'An access token response came.', attributes: {} },
    'error.received': {
      description: 'An error response came.',
      attributes: {
        error: [
          'slowDown',
          'invalidSession',
          'expiredToken',
          'accessDenied',
          'deliveryLimitExceeded',
          'invalidUserCode',
          'invalidGrant',
          'other',
        ],
      },
    },
    'answer.missing': { description: 'No answer came.', attributes: {} },
    'restart.asked': { description: 'The resource owner starts over.', attributes: {} },
  },
  timers: {},
  initial: 'idle',
  states: {
    idle: {
      description: 'The client waits for a resource owner.',
      on: {
        'subject.entered': [
          {
            target: 'identifying',
            actions: [perform('requestIdentification')],
            description: 'The client sends an OTP authorization request.',
            meta: { requirements: ['otp-client/owner-starts'] },
          },
        ],
        'restart.asked': [startOver],
      },
    },
    identifying: {
      description: 'An OTP authorization request is under way.',
      on: {
        'session.received': [
          {
            target: '#client.stopped.refused',
            guard: { type: 'caseIs', params: { attribute: 'issuer', value: 'other' } },
            description: 'The answer comes from another authorization server than the one that was asked.',
            meta: { requirements: ['otp-client/compare-issuer'] },
          },
          {
            target: 'choosing',
            description: 'The resource owner is shown the delivery options.',
            meta: { requirements: ['otp-client/owner-chooses'] },
          },
        ],
        'error.received': [
          {
            target: '#client.stopped.busy',
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'slowDown' } },
            description: 'The client has asked too often.',
            meta: { requirements: ['otp-client/obey-retry-after'] },
          },
          unknownError,
        ],
        'answer.missing': [unreachable('idle')],
      },
    },
    choosing: {
      description: 'The resource owner chooses a delivery option.',
      on: {
        'option.chosen': [
          {
            target: 'sending',
            actions: [perform('requestDelivery')],
            description: 'The client sends an OTP delivery request.',
            meta: { requirements: ['otp-client/owner-chooses'] },
          },
        ],
        'restart.asked': [startOver],
      },
    },
    sending: {
      description: 'An OTP delivery request is under way.',
      on: {
        'code.announced': [
          {
            target: 'waiting',
            description: 'The resource owner is asked for the passcode and shown the binding message.',
            meta: { requirements: ['otp-client/show-binding-message'] },
          },
        ],
        'error.received': [
          {
            target: 'waiting',
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'slowDown' } },
            description: 'The passcode was sent a moment ago.',
            meta: { requirements: ['otp-client/obey-interval'] },
          },
          {
            target: 'waiting',
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'deliveryLimitExceeded' } },
            description: 'No more is sent; the newest passcode may still come.',
            meta: { requirements: ['otp-client/obey-interval'] },
          },
          {
            ...stop('expired', 'The transaction has expired.'),
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'expiredToken' } },
          },
          {
            ...stop('denied', 'The resource owner denied the request.'),
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'accessDenied' } },
          },
          {
            ...stop('over', 'The transaction is over.'),
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'invalidSession' } },
          },
          unknownError,
        ],
        'answer.missing': [unreachable('choosing')],
      },
    },
    waiting: {
      description: 'The client waits for the passcode.',
      on: {
        'code.entered': [
          {
            target: 'redeeming',
            actions: [perform('requestToken')],
            description: 'The client sends an access token request.',
            meta: { requirements: ['otp-client/code-unlogged'] },
          },
        ],
        'resend.asked': [
          {
            target: 'sending',
            actions: [perform('requestDelivery')],
            description: 'The client asks for the passcode to be sent again.',
            meta: { requirements: ['otp-client/obey-interval'] },
          },
        ],
        'restart.asked': [startOver],
      },
    },
    redeeming: {
      description: 'An access token request is under way.',
      on: {
        'token.received': [
          {
            target: 'authorized',
            actions: [perform('requestResource')],
            description: 'The client has its token and fetches what it needs.',
            meta: { requirements: ['otp-client/owner-starts'] },
          },
        ],
        'error.received': [
          {
            target: 'waiting',
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'invalidUserCode' } },
            description: 'The resource owner is asked to try again.',
            meta: { requirements: ['otp-client/retry'] },
          },
          {
            target: 'waiting',
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'expiredToken' } },
            description:
              'The passcode has expired; a new one can be asked for, or the transaction turns out to be over.',
            meta: { requirements: ['otp-client/retry'] },
          },
          {
            ...stop('denied', 'The resource owner denied the request.'),
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'accessDenied' } },
          },
          {
            ...stop('over', 'The transaction is locked, spent or unknown.'),
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'invalidGrant' } },
          },
          {
            target: 'waiting',
            guard: { type: 'caseIs', params: { attribute: 'error', value: 'slowDown' } },
            description: 'The client has asked too often; the passcode may be tried again later.',
            meta: { requirements: ['otp-client/obey-retry-after'] },
          },
          unknownError,
        ],
        'answer.missing': [unreachable('waiting')],
      },
    },
    authorized: {
      description: 'The client holds an access token.',
      tags: ['final'],
      on: { 'restart.asked': [startOver] },
    },
    stopped: {
      description: 'Nothing can come of this attempt any more.',
      tags: ['final'],
      initial: 'refused',
      on: { 'restart.asked': [startOver] },
      states: {
        refused: { description: 'The authorization server refused.' },
        busy: { description: 'The client has to wait.' },
        expired: { description: 'The time is over.' },
        denied: { description: 'The resource owner said that this was not them.' },
        over: { description: 'Too many wrong passcodes, or the transaction is gone.' },
      },
    },
  },
} as const satisfies MachineDefinition;
