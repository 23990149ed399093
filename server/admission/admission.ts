/**
 * The front door: tries the rules of the model one after the other, each by a predicate of the same name, and says which
 * one a request breaks first. What a violation is answered with is the model's business.
 */
import type { FastifyRequest } from 'fastify';
import type { EarlyViolation } from '../../generated/server/routes.ts';
import {
  type AdmissionRuleName,
  type ExchangeName,
  rulesOf,
  type ScopeName,
  type SubjectIdentifier,
} from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import type { DecodedForm } from '../http/form.ts';
import type { ClientRegistration } from '../ports.ts';
import type { Proof } from '../proofs/proof.ts';
import { formRules } from './form-rules.ts';
import { identificationRules } from './identification-rules.ts';
import { proofRules } from './proof-rules.ts';
import { resourceRules, type VerifiedToken } from './resource-rules.ts';

/** What the rules find out on their way, for those that come later and for the exchange itself. */
export interface Received {
  readonly server: AuthorizationServer;
  readonly exchange: ExchangeName;
  readonly request: FastifyRequest;
  readonly early: EarlyViolation | undefined;
  /** The body as it was read; undefined when it is no form at all. */
  readonly form: DecodedForm | undefined;
  parameters: ReadonlyMap<string, string>;
  client?: ClientRegistration;
  subject?: SubjectIdentifier;
  scopes?: readonly ScopeName[];
  /** The proof that came with the request. */
  proof?: Proof;
  token?: VerifiedToken;
}

/** Nothing, or what to put in place of `{name}` in the words of the rule. */
export type Verdict = undefined | { readonly name: string };

/** Says whether a request breaks a rule. */
export type Rule = (received: Received) => Verdict | Promise<Verdict>;

/** One predicate for each rule of the model; none can be missing. */
const rules: Readonly<Record<AdmissionRuleName, Rule>> = {
  ...formRules,
  ...identificationRules,
  ...proofRules,
  ...resourceRules,
};

export type Admission =
  | { readonly violation: 'none' }
  | { readonly violation: AdmissionRuleName; readonly name: string };

/** The first rule that a request breaks, in the order of the model. */
export async function admit(received: Received): Promise<Admission> {
  for (const violation of rulesOf(received.exchange)) {
    const broken = await rules[violation](received);
    if (broken !== undefined) return { violation, name: broken.name };
  }
  return { violation: 'none' };
}
