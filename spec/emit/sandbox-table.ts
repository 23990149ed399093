/**
 * The sandbox in a table: for every answer of every exchange and every fate of a message, requests that bring it about,
 * four at most and without sleeping. For programs that play them, and for people who try things by hand.
 */
import {
  codeCharsets,
  defaultPolicy,
  errors,
  faultKinds,
  magicCode,
  messageFates,
  type OutcomeRow,
  outcomes,
  parameters,
  type SandboxRouteRow,
  sandboxClientRows,
  sandboxClientSecret,
  sandboxCustomerRows,
  sandboxKeyClient,
  sandboxRoutes,
  scopes,
} from '../../model/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { code, markdownTable } from './markdown-table.ts';
import type { Target } from './sandbox/moves.ts';
import { memberOf, type SandboxRequest } from './sandbox/request.ts';
import { shortestWays } from './sandbox/search.ts';

const emitter = 'spec/emit/sandbox-table.ts';

/** What the last request of a row comes to. */
export type Reached =
  | {
      readonly exchange: string;
      readonly outcome: string;
      /** The rule of the front door that the last request breaks, when it does. */
      readonly rule?: string;
      readonly status: number;
      /** The error code on the wire. Absent for answers that are no errors, or have no body. */
      readonly error?: string;
    }
  /** One of the deliveries in the last answer has this fate. */
  | { readonly fate: string; readonly status: number };

export interface SandboxRow {
  readonly id: string;
  readonly requests: readonly SandboxRequest[];
  readonly reaches: Reached;
}

export interface SandboxTable {
  /** The passcode of magic customers, under the recommended policy. */
  readonly passcode: string;
  readonly clients: readonly { readonly clientId: string; readonly clientSecret: string; readonly story: string }[];
  readonly customers: readonly {
    readonly id: string;
    readonly story: string;
    readonly isMagic: boolean;
    readonly accountNumber: string;
    readonly meterNumber: string;
    readonly address: Readonly<Record<string, string>>;
    readonly contacts: Readonly<Record<string, string>>;
  }[];
  readonly rows: readonly SandboxRow[];
}

/** `sandbox.json` and `sandbox.md`. */
export const emitSandboxTable = (): Artifact[] => [
  {
    path: 'sandbox.json',
    content: canonicalJson(sandboxTable()),
    emitter,
    audience: 'programs that try a client or a server on every answer there is',
    title: 'Requests that bring about each answer and each fate of a message',
  },
  {
    path: 'sandbox.md',
    content: markdown(),
    emitter,
    audience: 'whoever builds against the sandbox of npm start',
    title: 'The same as tables, with magic customers, clients, routes and faults',
  },
];

/** The table as data. */
export const sandboxTable = (): SandboxTable => ({
  passcode: magicCode(defaultPolicy.limits.codeLength, codeCharsets.numeric.characters),
  clients: sandboxClientRows.map(({ clientId, story }) => ({ clientId, clientSecret: sandboxClientSecret, story })),
  customers: sandboxCustomerRows.map(({ id, story, magic, accountNumber, meterNumber, address, contacts }) => ({
    id,
    story,
    isMagic: magic !== undefined,
    accountNumber,
    meterNumber,
    address: { ...address },
    contacts: { ...contacts },
  })),
  rows: shortestWays().map(({ id, target, requests }) => ({ id, requests, reaches: reachedBy(target) })),
});

function reachedBy(target: Target): Reached {
  if ('fate' in target) return { fate: target.fate, status: 200 };
  const { status, error }: OutcomeRow = outcomes[target.outcome];
  return { ...target, status, ...(error === undefined ? {} : { error: errors[error].name }) };
}

function markdown(): string {
  const { passcode, rows } = sandboxTable();
  const routes = Object.values<SandboxRouteRow>(sandboxRoutes);
  return `# Sandbox

\`npm start\` opens a sandbox; \`OTP_FLOW_SANDBOX=off\` closes it, and \`OTP_FLOW_PRODUCTION=on\` refuses to start with one.
Without it nothing on this page exists: the routes are not there, and the names below are names like any other.

## Customers

A magic customer always gets the passcode \`${passcode}\` (as many characters as the server wants, in this order), and is as
good as new whenever somebody names them. Every transaction about them starts with their past.

${markdownTable(
  ['customer', 'account number', 'address', 'telephone', 'email', 'what happens'],
  sandboxCustomerRows.map(({ id, story, accountNumber, address, contacts }) => [
    code(id),
    code(accountNumber),
    `${address.street_address}, ${address.postal_code}`,
    code(contacts.sms),
    code(contacts.email),
    story,
  ]),
)}

## Clients

The secret of each is \`${sandboxClientSecret}\`, for HTTP Basic authentication. One more client, \`${sandboxKeyClient.clientId}\`, authenticates with the
private key that stands in [conformance/sandbox.config.json](conformance/sandbox.config.json).

${markdownTable(
  ['client', 'scopes', 'what it is for'],
  sandboxClientRows.map(({ clientId, scopes: names, story }) => [
    code(clientId),
    names.map((name) => code(scopes[name].name)).join(', '),
    story,
  ]),
)}

## Routes

${markdownTable(
  ['request', 'takes', 'answers', 'what it does'],
  routes.flatMap(({ path, calls }) =>
    calls.map(({ method, takes, gives, description }) => [
      code(`${method} ${path}`),
      code(takes),
      code(gives),
      description,
    ]),
  ),
)}

A deed of the resource owner, "this was not me", is \`POST /inbox/messages/{id}/denial\` with the body \`{}\`.

## Faults

${markdownTable(
  ['member', 'value', 'what happens'],
  Object.entries(faultKinds).flatMap(([kind, faults]) =>
    Object.entries(faults).map(([fault, description]) => [code(kind), code(fault), description]),
  ),
)}

## What becomes of messages

${markdownTable(
  ['fate', 'what it means'],
  Object.entries(messageFates).map(([fate, { description }]) => [code(fate), description]),
)}

## The way to each answer

The requests are written out whole in [sandbox.json](sandbox.json), where ${code(memberOf(2, parameters.accessToken.name))} stands for that member of
the second answer. A \`proof\` that is an object is yours to sign, as a DPoP proof for its request with ES256, a fresh
\`jti\`, the time, and the hash of the access token beside it: \`key\` says by which of two keys of yours, \`nonceOf\` whose
DPoP-Nonce it carries, \`path\` for which other path it is, \`withoutToken\` that it names no access token, and \`sameAs\`
that the proof of that request is sent again.

${markdownTable(
  ['row', 'answer', 'requests'],
  rows.map(({ id, reaches, requests }) => [
    code(id),
    'fate' in reaches ? `a message ${reaches.fate}` : [reaches.status, code(reaches.error)].join(' ').trim(),
    requests.map(({ title }, index) => `${index + 1}. ${title}`).join('<br>'),
  ]),
)}
`;
}
