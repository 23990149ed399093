/**
 * Rules about access to the usage resource. It checks tokens as a resource server of another house would: by the keys
 * that the authorization server publishes. Where it sits in the same house it asks for revocations, too.
 */
import { createRemoteJWKSet, customFetch, type JWTPayload } from 'jose';
import {
  type AdmissionRuleName,
  authenticationSchemes,
  type Resolution,
  resolutions,
  type ScopeName,
  scopes,
} from '../../model/index.ts';
import { type AuthorizationServer, urlOf } from '../authorization-server.ts';
import { boundTo, verifiedClaims } from '../exchange/access-token.ts';
import { standingGrant } from '../exchange/grant.ts';
import { grantOfToken } from '../exchange/tokens.ts';
import { readProof } from '../proofs/proof.ts';
import type { Received, Rule, Verdict } from './admission.ts';
import { isFirstProofUse, isForRequest, proofField } from './proof-rules.ts';

type ResourceRule = Extract<
  AdmissionRuleName,
  'tokenMissing' | 'tokenInvalid' | 'tokenUnproven' | 'usageProofInvalid' | 'scopeInsufficient'
>;

const kept: Verdict = undefined;
const broken = { name: '' };

export const resourceRules: Readonly<Record<ResourceRule, Rule>> = {
  tokenMissing: ({ request }) => (presentedToken(request.headers.authorization) === undefined ? broken : kept),
  tokenInvalid: async (received) => {
    const verified = await verifiedToken(received);
    if (verified === undefined) return broken;
    received.token = verified;
    received.scopes = verified.scopes;
    return kept;
  },
  tokenUnproven: async (received) => {
    const { request, server, token } = received;
    const scheme = presentedToken(request.headers.authorization)?.scheme;
    const expected = token?.keyThumbprint === undefined ? 'bearer' : 'dpop';
    if (scheme !== expected) return broken;
    const proof = scheme === 'dpop' ? await readProof(proofField(received) ?? '', server.ports.clock.now()) : undefined;
    if (proof === undefined) return kept; // the next rule's business
    received.proof = proof;
    return proof.keyThumbprint === token?.keyThumbprint ? kept : broken;
  },
  usageProofInvalid: async (received) => {
    const { request, token, proof } = received;
    if (token?.keyThumbprint === undefined) return kept;
    if (proof === undefined) return broken;
    const isRight = isForRequest(received, proof, presentedToken(request.headers.authorization)?.token);
    return isRight && (await isFirstProofUse(received, proof)) ? kept : broken;
  },
  scopeInsufficient: (received) => {
    const sufficient: readonly ScopeName[] = resolutions[resolutionOf(received)].sufficientScopes;
    return sufficient.some((name) => received.scopes?.includes(name) === true) ? kept : broken;
  },
};

/** The resolution that a request asks for; hours when it does not say. Its form was checked by an earlier rule. */
export function resolutionOf({ request }: Pick<Received, 'request'>): Resolution {
  const { resolution } = request.query as { readonly resolution?: Resolution }; // validated against the schema
  return resolution ?? 'hour';
}

/** The token of an Authorization header field, and how it is presented. @see RFC 6750 §2.1, RFC 9449 §7.1 */
function presentedToken(
  authorization: string | undefined,
): { readonly scheme: 'bearer' | 'dpop'; readonly token: string } | undefined {
  const [named, token, ...rest] = (authorization ?? '').trim().split(/ +/);
  const scheme = (['bearer', 'dpop'] as const).find(
    (name) => authenticationSchemes[name].toLowerCase() === named?.toLowerCase(),
  );
  return scheme === undefined || token === undefined || rest.length > 0 ? undefined : { scheme, token };
}

/** An access token that holds, as far as the resource needs it. */
export interface VerifiedToken {
  readonly tokenId: string;
  readonly accountId: string;
  /** Thumbprint of the key that it is bound to; absent when it is bound to none. */
  readonly keyThumbprint?: string;
  readonly scopes: readonly ScopeName[];
}

async function verifiedToken(received: Received): Promise<VerifiedToken | undefined> {
  const payload = await verifiedPayload(received);
  if (payload === undefined) return undefined;
  const { ports } = received.server;
  const tokenId = payload.jti ?? '';
  const standing = await standingGrant(received.server, grantOfToken(tokenId), ports.clock.now());
  const account = standing?.record.account ?? null;
  if (account === null) return undefined;
  const granted = String(payload.scope ?? '').split(' ');
  return {
    tokenId,
    accountId: await ports.keys.unseal(account),
    ...boundTo(payload),
    scopes: (Object.keys(scopes) as ScopeName[]).filter((name) => granted.includes(scopes[name].name)), // its own keys
  };
}

/** The claims of a token that holds. Keys that cannot be fetched are no fault of the token: that is thrown. */
async function verifiedPayload({ server, request }: Received): Promise<JWTPayload | undefined> {
  const { ports } = server;
  const keys = keysOf(server);
  if (!keys.fresh) await keys.reload();
  try {
    return await verifiedClaims(server, presentedToken(request.headers.authorization)?.token ?? '', keys);
  } catch (error) {
    ports.log.note('token.invalid', { reason: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  }
}

const remoteKeys = new WeakMap<AuthorizationServer, ReturnType<typeof createRemoteJWKSet>>();

function keysOf(server: AuthorizationServer): ReturnType<typeof createRemoteJWKSet> {
  const fetch = server.ports.fetch;
  const known =
    remoteKeys.get(server) ??
    createRemoteJWKSet(new URL(urlOf(server.settings, 'jwks')), fetch === undefined ? {} : { [customFetch]: fetch });
  remoteKeys.set(server, known);
  return known;
}
