/** What holds for clients that prove possession of a key, so that what was copied from them is worth nothing. */
import {
  accessTokenType,
  challenges,
  errors,
  headers,
  parameters as p,
  proofType,
  serverMetadata,
} from '../vocabulary/index.ts';
import type { RequirementRow } from './requirement.ts';

const { method, target, tokenHash } = proofType.claims;

export const proofRequirements = {
  'dpop-proof/from-start': {
    level: 'MUST',
    actor: 'client',
    text: `A client that wants a transaction bound to a key MUST send a DPoP proof in the header field ${headers.dpop.name} with the OTP authorization request, and by the same key with every later request of the transaction and with every refresh.`,
  },
  'dpop-proof/valid': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a request whose ${headers.dpop.name} header field is not one DPoP proof, signed by the public key in it, with the error ${errors.invalidDpopProof.name}.`,
  },
  'dpop-proof/nonce': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a DPoP proof without a nonce that it handed out a short time ago with the error ${errors.useDpopNonce.name} and a ${headers.dpopNonce.name} header field, whenever it asks for nonces.`,
  },
  'dpop-proof/this-request': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a DPoP proof that was made for another method or URL (${method}, ${target}), or not a short time ago (${p.issuedAt.name}), with the error ${errors.invalidDpopProof.name}.`,
  },
  'dpop-proof/once': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST refuse a DPoP proof whose ${p.tokenId.name} it has seen before by the same key, for as long as the proof would be accepted.`,
  },
  'dpop-proof/same-key': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a request that differs from the OTP authorization request of its transaction in the key of its DPoP proof, or in having one, with the error ${errors.invalidDpopProof.name}, and change nothing.`,
  },
  'dpop-proof/token-bound': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST bind every token of a transaction that is bound to a key to that key: ${p.tokenType.name} is ${accessTokenType.boundName}, and access token and introspection response carry the thumbprint in ${p.confirmation.name}.`,
  },
  'usage-request/dpop-bound': {
    level: 'MUST',
    actor: 'resource server',
    text: `The resource server MUST refuse an access token that is bound to a key unless it is presented with the scheme ${accessTokenType.boundName} and a DPoP proof by that key, and one that is not bound when it is presented so.`,
  },
  'usage-request/dpop-proof': {
    level: 'MUST',
    actor: 'resource server',
    text: `The resource server MUST answer a DPoP proof that is not for this request and this access token (${tokenHash}), or that it has seen before, with the error ${errors.invalidDpopProof.name}.`,
  },
  'error-response/dpop-challenge': {
    level: 'MUST',
    actor: 'resource server',
    text: `The resource server MUST send a ${headers.wwwAuthenticate.name} header field of the form ${challenges.dpopRealm} with the error when it refuses a request over its DPoP proof or the lack of one.`,
  },
  'metadata/dpop-algorithms': {
    level: 'MUST',
    actor: 'authorization server',
    text: `An authorization server that accepts DPoP proofs MUST list the algorithms for them as ${serverMetadata.dpopSigningAlgsSupported.name}.`,
  },
} as const satisfies Record<string, RequirementRow>;
