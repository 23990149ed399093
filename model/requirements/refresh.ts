/** What holds for the grant that a transaction was spent on, and for the refresh tokens of it. */
import { limits } from '../policy/limits.ts';
import { errors, parameters as p, refreshGrantType } from '../vocabulary/index.ts';
import type { RequirementRow } from './requirement.ts';

export const refreshRequirements = {
  'refresh-token/registered-clients': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `The authorization server MUST NOT issue a refresh token to a client that is not registered for the grant type ${refreshGrantType.name}.`,
  },
  'refresh-token/known': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a ${p.refreshToken.name} that it never issued with the error ${errors.invalidGrant.name}.`,
  },
  'refresh-token/client-binding': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST treat a refresh token that was issued to another client as one that does not exist.',
  },
  'refresh-token/rotation': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST issue a new refresh token with every refresh and accept none but the newest one of a grant.',
  },
  'refresh-token/reuse-revokes': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST revoke every token of a grant when a refresh token of it that was replaced is used again.',
  },
  'refresh-token/scope-not-wider': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a refresh request for more than the granted scope with the error ${errors.invalidScope.name}.`,
  },
  'refresh-token/grant-life': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST end a grant after its life, ${limits.grantLifeSeconds.default / 86_400} days by default, which no refresh prolongs.`,
  },
  'refresh-token/final-states': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT let a grant that is revoked or expired become usable again.',
  },
  'refresh-token/hashed-at-rest': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT keep refresh tokens in any form from which they can be read.',
  },
  'refresh-token/kept-newest': {
    level: 'MUST',
    actor: 'client',
    text: 'The client MUST replace a refresh token by the one that came with the latest response, and never use an earlier one.',
  },
} as const satisfies Record<string, RequirementRow>;
