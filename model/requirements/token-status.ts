/** What holds for the endpoints at which a token is given back, or asked about. */
import { errors } from '../vocabulary/index.ts';
import type { RequirementRow } from './requirement.ts';

export const tokenStatusRequirements = {
  'revocation-request/own-tokens': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a client that asks to revoke a token of another client with the error ${errors.invalidGrant.name}, and leave the token as it is.`,
  },
  'revocation-request/whole-grant': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST revoke every token of a grant when its client asks to revoke one of them.',
  },
  'revocation-request/unknown-token': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST answer a request to revoke a token that it does not know, or that is worth nothing any more, as if it had been revoked by it.',
  },
  'introspection-request/resource-servers-only': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer an introspection request of anybody but a registered resource server with the error ${errors.unauthorizedClient.name}.`,
  },
  'introspection-response/live-state': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT call an access token active that has expired, that it did not sign, or whose grant is revoked.',
  },
  'introspection-response/inactive-alone': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT say more about a token than that it is not active, when it is not.',
  },
} as const satisfies Record<string, RequirementRow>;
