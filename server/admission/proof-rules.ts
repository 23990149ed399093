/** Rules about DPoP proofs: whether one is a proof at all, whether it is for this request, and whether it is new. */
import { type AdmissionRuleName, endpoints, exchanges, headers, proofType } from '../../model/index.ts';
import { urlOf } from '../authorization-server.ts';
import { isFreshNonce } from '../proofs/nonce.ts';
import { isProofFor, type Proof, proofEnd, readProof } from '../proofs/proof.ts';
import { isFirstUse } from '../store/first-use.ts';
import type { Received, Rule, Verdict } from './admission.ts';

type ProofRule = Extract<
  AdmissionRuleName,
  'proofUnreadable' | 'proofWithoutNonce' | 'proofMisdirected' | 'proofReplayed'
>;

const kept: Verdict = undefined;
const broken = { name: '' };

/** A request without a proof keeps them all: the transaction knows whether there should be one. */
export const proofRules: Readonly<Record<ProofRule, Rule>> = {
  proofUnreadable: async (received) => {
    const text = proofField(received);
    if (text === undefined) return kept;
    const proof = await readProof(text, received.server.ports.clock.now());
    if (proof === undefined) return broken;
    received.proof = proof;
    return kept;
  },
  proofWithoutNonce: ({ server, proof }) =>
    proof === undefined || isFreshNonce(server, proof.claims[proofType.claims.nonce]) ? kept : broken,
  proofMisdirected: (received) =>
    received.proof === undefined || isForRequest(received, received.proof) ? kept : broken,
  proofReplayed: async (received) =>
    received.proof === undefined || (await isFirstProofUse(received, received.proof)) ? kept : broken,
};

/** The value of the DPoP header field; undefined when there is none. */
export function proofField({ request }: Pick<Received, 'request'>): string | undefined {
  const value = request.headers[headers.dpop.name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Whether a proof is for the request that it came with, and for the access token where one came. */
export function isForRequest({ server, exchange }: Received, proof: Proof, accessToken?: string): boolean {
  const { settings, ports } = server;
  const { endpoint } = exchanges[exchange];
  const target = {
    method: endpoints[endpoint].method,
    url: urlOf(settings, endpoint),
    ...(accessToken === undefined ? {} : { accessToken }),
  };
  return isProofFor(proof, target, ports.clock.now(), settings.policy.limits.proofLifeSeconds);
}

/** Uses a proof up; says whether this was its first use. */
export const isFirstProofUse = ({ server }: Received, proof: Proof): Promise<boolean> =>
  isFirstUse(
    server.ports,
    ['proof', proof.keyThumbprint, proof.claims.jti],
    proofEnd(proof, server.settings.policy.limits.proofLifeSeconds),
  );
