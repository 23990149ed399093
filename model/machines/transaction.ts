/**
 * The life of one OTP transaction at the authorization server, from the client's first request to its end. It is the
 * heart of the protocol: which passcode counts, how often, until when, and for whom.
 */
import {
  type Action,
  allOf,
  anyOf,
  below,
  caseIs,
  enforced,
  type Guard,
  increment,
  is,
  type MachineDefinition,
  not,
  oneBelow,
  perform,
  respond,
  set,
  startTimer,
  stopTimer,
  type TransitionDefinition,
  tell,
} from './definition.ts';

const isForeign = allOf(caseIs('client', 'other'), enforced('clientBinding'));

/** A request of the wrong client is answered exactly like one that names no transaction at all. */
const foreign = (outcome: string): TransitionDefinition => ({
  guard: isForeign,
  actions: [respond(outcome)],
  description: 'Another client names this transaction; it learns nothing.',
  meta: { requirements: ['transaction/client-binding'] },
});

/** The right client, without the key that the transaction began with: whoever it is, nothing happens. */
const unproven: TransitionDefinition = {
  guard: allOf(caseIs('client', 'otherKey'), enforced('keyBinding')),
  actions: [respond('proofInvalid')],
  description: 'The request is not signed by the key that the transaction began with; it changes nothing.',
  meta: { requirements: ['dpop-proof/same-key'] },
};

const ignored = (description: string): TransitionDefinition => ({
  description,
  meta: { requirements: ['transaction/final-states'] },
});

/** Without either of its budgets an account is asked about the other one alone: it reports what is left of those in force. */
const sendable = allOf(caseIs('contact', 'onFile'), caseIs('account', 'within'));

const sendActions: readonly Action[] = [
  increment('sends', 'sendsPerTransaction'),
  set('newestCode', 'sent'),
  startTimer('transaction', 'transactionLifeOfMethod'),
  startTimer('code', 'codeLifeOfMethod'),
  startTimer('interval', 'resendIntervalSeconds'),
  perform('sendCode'),
  tell('account', 'message.sent'),
  respond('codeSent'),
];

const withholdActions: readonly Action[] = [
  increment('sends', 'sendsPerTransaction'),
  set('newestCode', 'withheld'),
  startTimer('transaction', 'transactionLifeOfMethod'),
  startTimer('code', 'codeLifeOfMethod'),
  startTimer('interval', 'resendIntervalSeconds'),
  perform('withholdCode'),
  respond('codeSent'),
];

const send = (guard: Guard, extra: readonly Action[] = []): TransitionDefinition => ({
  target: '#transaction.pending.cooling',
  guard,
  actions: [...extra, ...sendActions],
  description: 'A new passcode goes to the contact on file; every earlier one dies.',
  meta: {
    requirements: [
      'code-message/contact-on-file',
      'transaction/newest-code-only',
      'transaction/resend-keeps-count',
      'transaction/letter-life',
    ],
  },
});

const withhold = (guard: Guard | undefined, extra: readonly Action[] = []): TransitionDefinition => ({
  target: '#transaction.pending.cooling',
  ...(guard === undefined ? {} : { guard }),
  actions: [...extra, ...withholdActions],
  description: 'Nothing is sent, because there is nobody to send it to or too much was sent; the answer is the same.',
  meta: {
    requirements: ['otp-delivery-response/uniform', 'account/exhausted-is-silent', 'transaction/letter-life'],
  },
});

const unoffered: TransitionDefinition = {
  guard: allOf(caseIs('option', 'unoffered'), enforced('offeredOptionsOnly')),
  actions: [respond('optionUnknown')],
  description: 'The delivery option is none of those that were offered.',
  meta: { requirements: ['otp-delivery-request/offered-option'] },
};

const sendsUsedUp: TransitionDefinition = {
  guard: allOf(not(below('sends', 'sendsPerTransaction')), enforced('sendLimit')),
  actions: [respond('sendLimitReached')],
  description: 'The passcode has been sent as often as the transaction allows; the newest stays valid.',
  meta: { requirements: ['transaction/send-limit'] },
};

const tooSoon: TransitionDefinition = {
  guard: enforced('resendInterval'),
  actions: [respond('resendTooSoon')],
  description: 'The wait between two sends is not over.',
  meta: { requirements: ['transaction/resend-interval'] },
};

const forget = [set('wrongCodes', 0)];

const resends: readonly TransitionDefinition[] = [
  send(allOf(sendable, enforced('resendKeepsCount'))),
  send(sendable, forget),
  withhold(enforced('resendKeepsCount')),
  withhold(undefined, forget),
];

const isRight = allOf(
  anyOf(caseIs('code', 'newest'), allOf(caseIs('code', 'stale'), not(enforced('newestCodeOnly')))),
  is('newestCode', 'sent'),
  anyOf(caseIs('account', 'within'), not(enforced('accountFailureBudget'))),
);

const grantActions: readonly Action[] = [
  tell('account', 'code.accepted'),
  perform('issueAccessToken'),
  perform('notifyOtherContacts'),
  respond('tokenIssued'),
];

const grants: readonly TransitionDefinition[] = [
  {
    target: '#transaction.spent',
    guard: allOf(isRight, enforced('singleUse')),
    actions: [stopTimer('code'), stopTimer('interval'), ...grantActions],
    description: 'The newest passcode came back from the right client in time: the transaction is spent on a token.',
    meta: {
      requirements: [
        'transaction/single-grant',
        'transaction/newest-code-only',
        'access-token-response/scope-not-wider',
        'transaction/notify-other-contacts',
        'account/success-clears-failures',
      ],
    },
  },
  {
    guard: isRight,
    actions: grantActions,
    description: 'Without the single-use rule the passcode would go on being worth a token.',
    meta: { requirements: ['transaction/single-grant'] },
  },
];

const refuseActions: readonly Action[] = [
  increment('wrongCodes', 'wrongCodesPerTransaction'),
  tell('account', 'code.refused'),
  tell('quota', 'code.refused'),
];

const refusals: readonly TransitionDefinition[] = [
  {
    target: '#transaction.locked',
    guard: allOf(oneBelow('wrongCodes', 'wrongCodesPerTransaction'), enforced('transactionLock')),
    actions: [stopTimer('code'), stopTimer('interval'), ...refuseActions, respond('grantInvalid')],
    description: 'One wrong passcode too many locks the transaction for good.',
    meta: { requirements: ['transaction/wrong-code-lock'] },
  },
  {
    actions: [...refuseActions, respond('codeWrong')],
    description: 'A wrong passcode, or one that must not count: it is counted, and the resource owner may try again.',
    meta: {
      requirements: [
        'transaction/wrong-code-counted',
        'account/wrong-code-budget',
        'client/wrong-code-quota',
        'account/exhausted-is-silent',
      ],
    },
  },
];

/** Before any passcode is out a guess is no guess at the account: counting it there would let strangers lock people out. */
const emptyGuesses: readonly TransitionDefinition[] = refusals.map((refusal) => ({
  ...refusal,
  actions: (refusal.actions ?? []).filter((action) => action.type !== 'tell' || action.params.machine !== 'account'),
}));

const deny: readonly TransitionDefinition[] = [
  {
    target: '#transaction.denied',
    guard: enforced('denialEnds'),
    actions: [stopTimer('code'), stopTimer('interval')],
    description: 'The resource owner said that this was not them: nothing can come of the transaction any more.',
    meta: { requirements: ['transaction/denial-ends'] },
  },
  { description: 'Without the denial rule nothing would happen.', meta: { requirements: ['transaction/denial-ends'] } },
];

const expire: readonly TransitionDefinition[] = [
  {
    target: '#transaction.expired',
    guard: enforced('transactionExpiry'),
    actions: [stopTimer('code'), stopTimer('interval')],
    description: 'The life of the transaction is over.',
    meta: { requirements: ['transaction/transaction-expiry'] },
  },
  {
    description: 'Without the expiry rule the transaction would go on.',
    meta: { requirements: ['transaction/transaction-expiry'] },
  },
];

const noCodeYet = ignored('No passcode is out whose life could end.');
const noWait = ignored('No wait is running that could end.');
const startedOnce: TransitionDefinition = {
  actions: [respond('grantInvalid')],
  description: 'A transaction is started once; handles are never used again.',
  meta: { requirements: ['otp-authorization-response/session-entropy'] },
};

/** What a state answers in which nothing can happen any more. */
const over = (
  delivery: string,
  code: string,
  words: string,
  requirement:
    | 'transaction/final-states'
    | 'transaction/denial-ends'
    | 'transaction/transaction-expiry'
    | 'transaction/wrong-code-lock'
    | 'transaction/single-grant',
) =>
  ({
    'identification.received': [startedOnce],
    'delivery.requested': [
      foreign('sessionInvalid'),
      unproven,
      { actions: [respond(delivery)], description: words, meta: { requirements: [requirement] } },
    ],
    'code.submitted': [
      foreign('grantInvalid'),
      unproven,
      { actions: [respond(code)], description: words, meta: { requirements: [requirement] } },
    ],
    'interval.elapsed': [noWait],
    'code.expired': [noCodeYet],
    'transaction.expired': [ignored('The transaction is over already.')],
  }) satisfies Record<string, readonly TransitionDefinition[]>;

export const transaction = {
  id: 'transaction',
  description: 'One OTP transaction, at the authorization server.',
  side: 'server',
  variables: {
    wrongCodes: {
      kind: 'counter',
      limit: 'wrongCodesPerTransaction',
      description: 'Wrong passcodes so far, over all resends.',
    },
    sends: { kind: 'counter', limit: 'sendsPerTransaction', description: 'Passcodes sent, or withheld in silence.' },
    newestCode: {
      kind: 'value',
      values: ['none', 'sent', 'withheld'],
      description: 'What became of the newest passcode. Only one that was sent can be right.',
    },
  },
  events: {
    'identification.received': {
      description: 'An OTP authorization request was admitted and a handle made for it.',
      attributes: {},
    },
    'delivery.requested': {
      description: 'An OTP delivery request was admitted.',
      attributes: {
        client: ['same', 'other', 'otherKey'],
        option: ['offered', 'unoffered'],
        contact: ['onFile', 'none'],
        account: ['within', 'exhausted'],
      },
    },
    'code.submitted': {
      description: 'An access token request was admitted.',
      attributes: {
        client: ['same', 'other', 'otherKey'],
        code: ['newest', 'stale', 'wrong'],
        account: ['within', 'exhausted'],
      },
    },
    'denial.received': { description: 'The resource owner said that this was not them.', attributes: {} },
    'interval.elapsed': { description: 'The wait after a send is over.', attributes: {} },
    'code.expired': { description: 'The life of the newest passcode is over.', attributes: {} },
    'transaction.expired': { description: 'The life of the transaction is over.', attributes: {} },
  },
  timers: { interval: 'interval.elapsed', code: 'code.expired', transaction: 'transaction.expired' },
  initial: 'absent',
  states: {
    absent: {
      description: 'There is no such transaction: the handle was never given out, or is forgotten.',
      on: {
        'identification.received': [
          {
            target: '#transaction.identified',
            actions: [
              startTimer('transaction', 'transactionLifeSeconds'),
              perform('openTransaction'),
              respond('sessionIssued'),
            ],
            description: 'A transaction starts, whether or not the resource owner is known.',
            meta: {
              requirements: ['otp-authorization-response/uniform', 'otp-authorization-response/session-entropy'],
            },
          },
        ],
        'delivery.requested': [
          {
            actions: [respond('sessionInvalid')],
            description: 'The handle names no transaction.',
            meta: { requirements: ['otp-delivery-request/session-known'] },
          },
        ],
        'code.submitted': [
          {
            actions: [respond('grantInvalid')],
            description: 'The handle names no transaction.',
            meta: { requirements: ['access-token-request/session-known'] },
          },
        ],
        'denial.received': [ignored('There is nothing to deny.')],
        'interval.elapsed': [noWait],
        'code.expired': [noCodeYet],
        'transaction.expired': [ignored('There is nothing to expire.')],
      },
    },
    identified: {
      description: 'The client has named a resource owner; no passcode has been asked for yet.',
      tags: ['live'],
      on: {
        'identification.received': [startedOnce],
        'delivery.requested': [foreign('sessionInvalid'), unproven, unoffered, send(sendable), withhold(undefined)],
        'code.submitted': [foreign('grantInvalid'), unproven, ...emptyGuesses],
        'denial.received': deny,
        'interval.elapsed': [noWait],
        'code.expired': [noCodeYet],
        'transaction.expired': expire,
      },
    },
    pending: {
      description: 'A passcode is out, or was withheld in silence; the client is to bring it back.',
      tags: ['live'],
      initial: 'cooling',
      on: {
        'identification.received': [startedOnce],
        'code.submitted': [foreign('grantInvalid'), unproven, ...grants, ...refusals],
        'denial.received': deny,
        'code.expired': [
          {
            target: '#transaction.lapsed',
            guard: enforced('codeExpiry'),
            actions: [stopTimer('interval')],
            description: 'The passcode is worthless from now on; a new one can be asked for.',
            meta: { requirements: ['transaction/code-expiry'] },
          },
          {
            description: 'Without the expiry rule the passcode would stay valid.',
            meta: { requirements: ['transaction/code-expiry'] },
          },
        ],
        'transaction.expired': expire,
      },
      states: {
        cooling: {
          description: 'The wait after the last send is running.',
          on: {
            'delivery.requested': [
              foreign('sessionInvalid'),
              unproven,
              unoffered,
              sendsUsedUp,
              tooSoon,
              send(sendable),
              withhold(undefined),
            ],
            'interval.elapsed': [
              {
                target: 'resendable',
                description: 'The passcode may be sent again.',
                meta: { requirements: ['transaction/resend-interval'] },
              },
            ],
          },
        },
        resendable: {
          description: 'The passcode may be sent again.',
          on: {
            'delivery.requested': [foreign('sessionInvalid'), unproven, unoffered, sendsUsedUp, ...resends],
            'interval.elapsed': [noWait],
          },
        },
      },
    },
    lapsed: {
      description: 'The newest passcode has expired; the transaction has not.',
      tags: ['live'],
      on: {
        'identification.received': [startedOnce],
        'delivery.requested': [foreign('sessionInvalid'), unproven, unoffered, sendsUsedUp, ...resends],
        'code.submitted': [
          foreign('grantInvalid'),
          unproven,
          {
            actions: [respond('codeLapsed')],
            description: 'The passcode came too late. It is not compared, so it is not counted.',
            meta: { requirements: ['transaction/code-expiry'] },
          },
        ],
        'denial.received': deny,
        'interval.elapsed': [noWait],
        'code.expired': [noCodeYet],
        'transaction.expired': expire,
      },
    },
    locked: {
      description: 'Too many wrong passcodes.',
      tags: ['final'],
      on: {
        ...over('sessionInvalid', 'grantInvalid', 'The transaction is locked.', 'transaction/wrong-code-lock'),
        'denial.received': [ignored('The transaction is locked already.')],
      },
    },
    denied: {
      description: 'The resource owner said that this was not them.',
      tags: ['final'],
      on: {
        ...over('ownerDenied', 'ownerDenied', 'The resource owner denied the request.', 'transaction/denial-ends'),
        'denial.received': [ignored('It is denied already.')],
      },
    },
    expired: {
      description: 'The transaction has outlived its life.',
      tags: ['final'],
      on: {
        ...over(
          'transactionExpired',
          'transactionExpired',
          'The transaction has expired.',
          'transaction/transaction-expiry',
        ),
        'denial.received': [ignored('Nothing can come of the transaction any more.')],
      },
    },
    spent: {
      description: 'A token was granted.',
      tags: ['final'],
      on: {
        ...over('sessionInvalid', 'grantInvalid', 'The transaction is spent.', 'transaction/single-grant'),
        'denial.received': [
          {
            target: '#transaction.revoked',
            guard: enforced('denialRevokes'),
            actions: [perform('revokeTokens')],
            description: 'The resource owner said afterwards that this was not them: what was granted is revoked.',
            meta: { requirements: ['transaction/denial-revokes'] },
          },
          {
            description: 'Without the rule a denial would come too late.',
            meta: { requirements: ['transaction/denial-revokes'] },
          },
        ],
      },
    },
    revoked: {
      description: 'A token was granted, and revoked after a denial.',
      tags: ['final'],
      on: {
        ...over('sessionInvalid', 'grantInvalid', 'The transaction is over.', 'transaction/final-states'),
        'denial.received': [ignored('It is revoked already.')],
      },
    },
  },
} as const satisfies MachineDefinition;
