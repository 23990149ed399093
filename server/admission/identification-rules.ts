/** Rules about what an OTP authorization request asks for. */
import subjectIdentifierSchema from '../../generated/schemas/subject-identifier.schema.json' with { type: 'json' };
import {
  type AdmissionRuleName,
  parameters as rows,
  type ScopeName,
  type SubjectIdentifier,
  scopes,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import { urlOf } from '../authorization-server.ts';
import { schemaCompiler } from '../http/schemas.ts';
import type { Rule, Verdict } from './admission.ts';

type IdentificationRule = Extract<
  AdmissionRuleName,
  'subIdMalformed' | 'subIdFormatUnsupported' | 'scopeInvalid' | 'authorizationDetailsInvalid' | 'targetUnknown'
>;

const kept: Verdict = undefined;
const broken = { name: '' };
const malformed = { name: rows.subId.name };

const isSubjectIdentifier = schemaCompiler().compile<SubjectIdentifier>(subjectIdentifierSchema);
const formats: ReadonlySet<unknown> = new Set(Object.values(subjectIdentifierFormats).map((row) => row.name));

export const identificationRules: Readonly<Record<IdentificationRule, Rule>> = {
  subIdMalformed: (received) => {
    const subject = parsed(received.parameters.get(rows.subId.name));
    if (subject === undefined || typeof subject.format !== 'string') return malformed;
    if (!formats.has(subject.format)) return kept; // the next rule's business
    if (!isSubjectIdentifier(subject)) return malformed;
    received.subject = subject;
    return kept;
  },
  subIdFormatUnsupported: ({ subject }) => (subject === undefined ? broken : kept),
  scopeInvalid: (received) => {
    const asked = new Set((received.parameters.get(rows.scope.name) ?? '').split(' '));
    const names = (Object.keys(scopes) as ScopeName[]).filter((name) => asked.has(scopes[name].name)); // its own keys
    const allowed = names.every((name) => received.client?.scopes.includes(name) === true);
    if (names.length === 0 || names.length !== asked.size || !allowed) return broken;
    received.scopes = names;
    return kept;
  },
  authorizationDetailsInvalid: ({ parameters }) => (parameters.has(rows.authorizationDetails.name) ? broken : kept),
  targetUnknown: ({ parameters, server }) => {
    const resource = parameters.get(rows.resource.name);
    return resource === undefined || resource === urlOf(server.settings, 'usage') ? kept : broken;
  },
};

function parsed(text: string | undefined): { readonly format?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
