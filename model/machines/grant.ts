/**
 * What a transaction was spent on: the grant, with the family of tokens that is issued on it. Every refresh replaces the
 * refresh token before, so that one which was copied shows when both holders use it; then nothing of the family is left.
 */
import {
  allOf,
  caseIs,
  enforced,
  type MachineDefinition,
  perform,
  respond,
  startTimer,
  stopTimer,
  type TransitionDefinition,
} from './definition.ts';

const foreign: TransitionDefinition = {
  guard: allOf(caseIs('client', 'other'), enforced('refreshBound')),
  actions: [respond('refreshInvalid')],
  description: 'The refresh token was issued to another client; this one learns nothing.',
  meta: { requirements: ['refresh-token/client-binding'] },
};

/** A thief who copied a refresh token does not have the key; nor is the grant ended by trying. */
const unproven: TransitionDefinition = {
  guard: allOf(caseIs('client', 'otherKey'), enforced('keyBinding')),
  actions: [respond('proofInvalid')],
  description: 'The request is not signed by the key that the grant is bound to; it changes nothing.',
  meta: { requirements: ['dpop-proof/same-key'] },
};

const unknown: TransitionDefinition = {
  guard: caseIs('refreshToken', 'unknown'),
  actions: [respond('refreshInvalid')],
  description: 'The refresh token was never issued.',
  meta: { requirements: ['refresh-token/known'] },
};

/** A replaced refresh token comes back: one of two holders is a thief, and nobody can say which. */
const reused: readonly TransitionDefinition[] = [
  {
    target: '#grant.revoked',
    guard: allOf(caseIs('refreshToken', 'stale'), enforced('refreshRotated'), enforced('refreshReuseRevokes')),
    actions: [stopTimer('grant'), perform('revokeTokens'), respond('refreshInvalid')],
    description: 'A refresh token that was replaced came back: every token of the grant is revoked.',
    meta: { requirements: ['refresh-token/reuse-revokes'] },
  },
  {
    guard: allOf(caseIs('refreshToken', 'stale'), enforced('refreshRotated')),
    actions: [respond('refreshInvalid')],
    description: 'Without the rule about reuse the newest refresh token would stay alive, in whichever hands it is.',
    meta: { requirements: ['refresh-token/rotation'] },
  },
];

const refreshes: readonly TransitionDefinition[] = [
  {
    guard: caseIs('scope', 'wider'),
    actions: [respond('scopeInvalid')],
    description: 'More is asked for than was granted.',
    meta: { requirements: ['refresh-token/scope-not-wider'] },
  },
  {
    actions: [perform('rotateTokens'), respond('tokenRefreshed')],
    description: 'The newest refresh token buys an access token, and the refresh token that replaces it.',
    meta: { requirements: ['refresh-token/rotation', 'access-token-response/no-store'] },
  },
];

const revocations: readonly TransitionDefinition[] = [
  {
    guard: caseIs('token', 'unknown'),
    actions: [respond('tokenRevoked')],
    description: 'The token was never issued, so it is worth nothing already.',
    meta: { requirements: ['revocation-request/unknown-token'] },
  },
  {
    guard: caseIs('client', 'other'),
    actions: [respond('tokenForeign')],
    description: 'The token was issued to another client, which alone can give it back.',
    meta: { requirements: ['revocation-request/own-tokens'] },
  },
  {
    target: '#grant.revoked',
    actions: [stopTimer('grant'), perform('revokeTokens'), respond('tokenRevoked')],
    description: 'The client gives a token back, and with it every token of the grant.',
    meta: { requirements: ['revocation-request/whole-grant'] },
  },
];

const introspections: readonly TransitionDefinition[] = [
  {
    guard: caseIs('token', 'good'),
    actions: [respond('tokenActive')],
    description: 'The access token is alive, and so is its grant.',
    meta: { requirements: ['introspection-response/live-state'] },
  },
  {
    actions: [respond('tokenInactive')],
    description: 'The access token was not issued here, or has expired.',
    meta: { requirements: ['introspection-response/inactive-alone'] },
  },
];

const ignored = (description: string): TransitionDefinition => ({
  description,
  meta: { requirements: ['refresh-token/final-states'] },
});

const issuedOnce = ignored('A grant is made once; its name is never used again.');

/** What is answered where no token of the grant is worth anything. */
const worthless = (description: string, requirement: 'refresh-token/known' | 'refresh-token/final-states') =>
  ({
    'refresh.requested': [{ actions: [respond('refreshInvalid')], description, meta: { requirements: [requirement] } }],
    'revocation.requested': [
      {
        actions: [respond('tokenRevoked')],
        description,
        meta: { requirements: ['revocation-request/unknown-token'] },
      },
    ],
    'introspection.requested': [
      {
        actions: [respond('tokenInactive')],
        description,
        meta: { requirements: ['introspection-response/inactive-alone', 'introspection-response/live-state'] },
      },
    ],
  }) satisfies Record<string, readonly TransitionDefinition[]>;

export const grant = {
  id: 'grant',
  description: 'The tokens issued on one grant, at the authorization server.',
  side: 'server',
  variables: {},
  events: {
    'grant.issued': { description: 'A transaction was spent on this grant.', attributes: {} },
    'refresh.requested': {
      description: 'A refresh request was admitted.',
      attributes: {
        client: ['same', 'other', 'otherKey'],
        refreshToken: ['newest', 'stale', 'unknown'],
        scope: ['within', 'wider'],
      },
    },
    'revocation.requested': {
      description: 'A revocation request was admitted.',
      attributes: { client: ['same', 'other'], token: ['good', 'unknown'] },
    },
    'introspection.requested': {
      description: 'An introspection request was admitted.',
      attributes: { token: ['good', 'unknown'] },
    },
    'grant.denied': { description: 'The resource owner said that the grant was not theirs.', attributes: {} },
    'grant.expired': { description: 'The life of the grant is over.', attributes: {} },
  },
  timers: { grant: 'grant.expired' },
  initial: 'absent',
  states: {
    absent: {
      description: 'There is no such grant: it was never made, or is forgotten.',
      on: {
        ...worthless('The token belongs to no grant.', 'refresh-token/known'),
        'grant.issued': [
          {
            target: 'active',
            actions: [startTimer('grant', 'grantLifeSeconds')],
            description: 'The first tokens are issued.',
            meta: { requirements: ['refresh-token/grant-life'] },
          },
        ],
        'grant.denied': [ignored('There is nothing to revoke.')],
        'grant.expired': [ignored('There is nothing to expire.')],
      },
    },
    active: {
      description: 'The newest refresh token, and access tokens that have not expired, are good.',
      tags: ['live'],
      on: {
        'refresh.requested': [foreign, unproven, unknown, ...reused, ...refreshes],
        'revocation.requested': revocations,
        'introspection.requested': introspections,
        'grant.issued': [issuedOnce],
        'grant.denied': [
          {
            target: 'revoked',
            actions: [stopTimer('grant'), perform('revokeTokens')],
            description: 'The resource owner takes the grant back: every token of it is revoked.',
            meta: { requirements: ['transaction/denial-revokes'] },
          },
        ],
        'grant.expired': [
          {
            target: 'expired',
            description: 'No refresh prolongs the grant; the resource owner has to be asked again.',
            meta: { requirements: ['refresh-token/grant-life'] },
          },
        ],
      },
    },
    revoked: {
      description: 'Every token of the grant is revoked.',
      tags: ['final'],
      on: {
        ...worthless('The grant is revoked.', 'refresh-token/final-states'),
        'grant.issued': [issuedOnce],
        'grant.denied': [ignored('It is revoked already.')],
        'grant.expired': [ignored('It is over already.')],
      },
    },
    expired: {
      description: 'The grant has outlived its life.',
      tags: ['final'],
      on: {
        ...worthless('The grant has expired.', 'refresh-token/final-states'),
        'grant.issued': [issuedOnce],
        'grant.denied': [ignored('Nothing of it is alive any more.')],
        'grant.expired': [ignored('It has expired already.')],
      },
    },
  },
} as const satisfies MachineDefinition;
