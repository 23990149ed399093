/**
 * What the conformance suite has to be told about a server because no metadata says it, for the server that `npm start`
 * opens. It is the default of the suite and an example for others.
 */
import {
  defaultPolicy,
  type Fault,
  type Limits,
  sandboxClientRows,
  sandboxClientSecret,
  sandboxCustomerRows,
  sandboxKeyClient,
  sandboxRoutes,
  scopes,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import { suitePolicy } from '../verify/suite/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';

const emitter = 'spec/emit/conformance-config.ts';

/** `conformance/…`: for the sandbox as it is, and for one with the limits of the complete state suite. */
export const emitConformanceConfig = (): Artifact[] => [
  {
    path: 'conformance/sandbox.config.json',
    content: canonicalJson(sandboxConfig(defaultPolicy.limits)),
    emitter,
    audience: 'the conformance suite, and implementers who write such a file for their own server',
    title:
      'What the conformance suite has to know about the sandbox: clients, customers, how to get codes and move time',
  },
  {
    path: 'conformance/state-suite.config.json',
    content: canonicalJson(sandboxConfig(suitePolicy.limits)),
    emitter,
    audience: 'the conformance suite, on a server with the limits of the complete state suite',
    title: 'The same, for a sandbox that was started with the limits of the complete state suite',
  },
  {
    path: 'conformance/state-suite.env',
    content: environment(suitePolicy.limits),
    emitter,
    audience: 'the reference server, with `node --env-file`',
    title: 'The limits of the complete state suite as settings of the reference server',
  },
];

/** A line for each limit, as `server/settings.ts` reads them. */
const environment = (limits: Limits): string =>
  Object.entries(limits)
    .map(
      ([name, value]) => `OTP_FLOW_LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}=${value}\n`,
    )
    .join('');

const client = (clientId: string) => ({ id: clientId, secret: sandboxClientSecret });

const displayNameOf = (clientId: string): string | undefined =>
  sandboxClientRows.find((row) => row.clientId === clientId)?.displayName;

const customer = (id: string) => {
  const row = sandboxCustomerRows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`the sandbox has no customer ${id}`);
  return {
    subId: { format: subjectIdentifierFormats.accountNumber.name, account_number: row.accountNumber },
    contacts: row.contacts,
  };
};

function sandboxConfig(limits: Limits) {
  const { accountNumber } = sandboxCustomerRows[0] ?? { accountNumber: '' };
  const twin = sandboxCustomerRows.find(({ id }) => id === 'twin-1');
  return {
    client: { ...client('energy-auditor'), displayName: displayNameOf('energy-auditor') },
    otherClient: client('monthly-auditor'),
    narrowClient: client('monthly-auditor'),
    unauthorizedClient: client('billing-partner'),
    busyClient: client('busy-auditor'),
    signingClient: {
      id: sandboxKeyClient.clientId,
      key: sandboxKeyClient.privateJwk,
      displayName: sandboxKeyClient.displayName,
    },
    plainClient: client('monthly-auditor'),
    otherRefreshClient: { id: sandboxKeyClient.clientId, key: sandboxKeyClient.privateJwk },
    vettedClient: client('vetted-auditor'),
    resourceServer: client('usage-service'),
    customers: [customer('heather'), customer('omar')],
    unknown: { format: subjectIdentifierFormats.accountNumber.name, account_number: accountNumber.replace(/\d/g, '7') },
    ambiguous: { format: subjectIdentifierFormats.postalAddress.name, ...street(twin?.address) },
    scopes: { full: scopes.usageRead.name, narrow: scopes.usageSummary.name },
    scopeWords: {
      [scopes.usageRead.name]: scopes.usageRead.words,
      [scopes.usageSummary.name]: scopes.usageSummary.words,
    },
    resource: {
      url: '{issuer}/usage',
      narrowQuery: '?resolution=month',
      fullQuery: '?resolution=hour',
      malformedQuery: '?resolution=minute',
    },
    otp: {
      source: 'inbox',
      url: `{issuer}${sandboxRoutes.messages.path}?contact={contact}`,
      messages: '/messages',
      id: '/id',
      code: '/code',
      text: '/text',
    },
    denial: { url: '{issuer}/inbox/messages/{id}/denial', body: {} },
    clock: {
      url: `{issuer}${sandboxRoutes.clock.path}`,
      now: '/now',
      advanceMember: 'advanceSeconds',
    },
    outage: {
      url: `{issuer}${sandboxRoutes.faults.path}`,
      begin: { store: 'fails' satisfies Fault<'store'>, times: 1_000 },
      end: { store: 'ok' satisfies Fault<'store'> },
    },
    limits,
  };
}

const street = (address: Readonly<Record<string, string | undefined>> = {}) => ({
  street_address: address.street_address,
  postal_code: address.postal_code,
});
