/** Reads client registrations from JSON text and finds what is wrong with them. */
import { clientAuthenticationMethods, type ScopeName, scopes } from '../../model/vocabulary/index.ts';
import type { ClientRegistration } from '../ports.ts';
import { keySetProblems } from './client-keys.ts';
import { isJsonObject, textProblem, unknownMembers } from './json-object.ts';

export interface ReadClients {
  /** Those without findings. */
  readonly clients: readonly ClientRegistration[];
  /** One sentence each, with the client it is about. */
  readonly findings: readonly string[];
}

/** Reads a JSON array of registrations. Members that a registration does not have are findings too: often a typo. */
export function readClients(text: string): ReadClients {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    // the parser's own message quotes the text
    return { clients: [], findings: ['The client file is not JSON'] };
  }
  if (!Array.isArray(rows)) return { clients: [], findings: ['The client file is not a JSON array of clients'] };
  const clients: ClientRegistration[] = [];
  const findings: string[] = [];
  const named = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const problems = isJsonObject(row) ? clientProblems(row) : ['is not a JSON object'];
    const clientId = isJsonObject(row) && typeof row.clientId === 'string' ? row.clientId : undefined;
    if (clientId !== undefined && named.has(clientId)) problems.push('has the identifier of a client before it');
    if (clientId !== undefined) named.add(clientId);
    const name = `Client ${index + 1}${clientId === undefined ? '' : ` (${clientId})`}`;
    findings.push(...problems.map((problem) => `${name} ${problem}`));
    if (problems.length === 0) clients.push(row as ClientRegistration); // every member was looked at
  }
  return { clients, findings };
}

type Problem = string | undefined;
type Check = (value: unknown) => Problem | Problem[];

/** What each member has to be. Only `autofillDomain` and what a client may besides can be absent. */
const memberChecks: Record<keyof ClientRegistration, Check> = {
  clientId: (value) => textProblem('clientId', value, /^[\x20-\x7E]{1,200}$/, '1 to 200 printable ASCII characters'),
  displayName: (value) =>
    textProblem('displayName', value, /^(?! )[^\p{Control}]{1,60}(?<! )$/u, '1 to 60 characters of one line'),
  autofillDomain: (value) =>
    value === undefined
      ? undefined
      : textProblem('autofillDomain', value, /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9-]+$/, 'a domain name'),
  authentication: (value) => authenticationProblems(value),
  scopes: (value) => scopesProblem(value),
  mayUseOtp: (value) => (typeof value === 'boolean' ? undefined : 'needs mayUseOtp, true or false'),
  mayRefresh: (value) => permissionProblem('mayRefresh', value),
  mayIntrospect: (value) => permissionProblem('mayIntrospect', value),
  maySeeHints: (value) => permissionProblem('maySeeHints', value),
};

const permissionProblem = (member: string, value: unknown): Problem =>
  value === undefined || typeof value === 'boolean' ? undefined : `needs ${member}, true or false, or none`;

function clientProblems(row: Record<string, unknown>): string[] {
  const problems = Object.entries(memberChecks).flatMap(([member, check]) => check(row[member]));
  return [...problems, ...unknownMembers(row, Object.keys(memberChecks), 'registration')].filter(
    (problem) => problem !== undefined,
  );
}

function authenticationProblems(value: unknown): Problem[] {
  if (!isJsonObject(value)) return ['needs authentication, an object with a method'];
  const method = value.method as keyof typeof clientAuthenticationMethods | undefined; // any other text is the last case
  switch (method) {
    case 'privateKeyJwt':
      return [...keySetProblems(value.jwks), ...unknownMembers(value, ['method', 'jwks'], 'registration')];
    case 'clientSecretBasic':
      return [
        textProblem('authentication.secretSha256', value.secretSha256, /^[0-9a-f]{64}$/, '64 lower-case hex digits'),
        ...unknownMembers(value, ['method', 'secretSha256'], 'registration'),
      ];
    default:
      return [`needs authentication.method, one of ${Object.keys(clientAuthenticationMethods).join(', ')}`];
  }
}

function scopesProblem(value: unknown): Problem {
  const names = Object.keys(scopes) as ScopeName[]; // keys of the vocabulary
  const valid = Array.isArray(value) && value.length > 0 && value.every((scope) => names.includes(scope));
  return valid ? undefined : `needs scopes, a list of some of ${names.join(', ')}`;
}
