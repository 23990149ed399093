/** What an admitted request wants, in the terms of the machines: the one place where messages become facts. */
import {
  bindingAnimals,
  bindingColours,
  type DeliveryMethod,
  deliveryMethods,
  type Facts,
  localeFor,
  parameters as rows,
} from '../../model/index.ts';
import type { Received } from '../admission/admission.ts';
import { pick, randomHandle } from '../chance/randomness.ts';
import { classifiedCode, codeHash, normalizedCode } from './code-hash.ts';
import type { Intent } from './conduct.ts';
import { offerTo } from './offer.ts';
import { contactKey } from './outgoing.ts';
import type { SealedCustomer, TransactionRecord } from './records.ts';
import type { Situation } from './situation.ts';

/** To open a transaction. */
export async function identificationIntent(received: Received): Promise<Intent> {
  const { server, subject, scopes = [] } = received;
  const { ports } = server;
  const clientId = clientIdOf(received);
  if (subject === undefined) throw new Error('the front door lets nobody in without a subject identifier');
  const customer = await ports.customers.find(subject);
  const { options, reachable } = await offerTo(received, subject, customer);
  const sealed: SealedCustomer = {
    accountId: customer?.accountId ?? null,
    contacts: customer?.contacts ?? {},
    reachable,
  };
  const handle = randomHandle(ports.randomness);
  const transaction: TransactionRecord = {
    machine: server.machines.transaction.initial,
    timers: {},
    clientId,
    accountKey: ports.keys.keyedHash('account', customer?.accountId ?? `unknown ${JSON.stringify(subject)}`),
    customer: await ports.keys.seal(JSON.stringify(sealed)),
    scopes,
    locale: localeFor(customer?.locale, received.parameters.get(rows.uiLocales.name)),
    options: options.map(({ id, method }) => ({ id, method })),
    codes: [],
    openedAt: ports.clock.now(),
    ...(received.proof === undefined ? {} : { keyThumbprint: received.proof.keyThumbprint }),
    bindingMessage: `${pick(ports.randomness, bindingColours)} ${pick(ports.randomness, bindingAnimals)}`,
  };
  return {
    transactionKey: ports.keys.keyedHash('session', handle),
    clientId,
    opening: { handle, options },
    facts: () => ({ violation: 'none' }),
    transaction: () => transaction,
  };
}

/** To have a passcode sent. */
export function deliveryIntent(received: Received): Intent {
  const { server, parameters } = received;
  const wanted = parameters.get(rows.deliveryOption.name);
  const chosen = (transaction: TransactionRecord | undefined) =>
    transaction?.options.find((option) => option.id === wanted);
  return {
    ...existing(received),
    facts: (situation) => ({
      ...clientFact(received, situation),
      option: chosen(situation.transaction) === undefined ? 'unoffered' : 'offered',
      contact: contactFact(situation, chosen(situation.transaction)?.method),
    }),
    // one key for whoever has no such contact too, so that time tells nothing
    contacts: (transaction, { contacts }) => {
      const { method } = chosen(transaction) ?? transaction;
      const contact = method === undefined ? undefined : contacts[method];
      return [contactKey(server, contact ?? '')];
    },
    transaction: ({ transaction }) => {
      const method = chosen(transaction)?.method ?? transaction?.method;
      return transaction === undefined || method === undefined ? transaction : { ...transaction, method };
    },
  };
}

/** To redeem a passcode. */
export function redemptionIntent(received: Received): Intent {
  const { server, parameters } = received;
  const code = normalizedCode(parameters.get(rows.userCode.name) ?? '');
  const { transactionKey, clientId } = existing(received);
  const hash = codeHash(server.ports.keys, transactionKey, code);
  return {
    transactionKey,
    clientId,
    facts: (situation) => ({
      ...clientFact(received, situation),
      code: classifiedCode(situation.transaction?.codes ?? [], hash),
    }),
    // as many for a wrong passcode, and for whoever has fewer contacts, so that time tells nothing
    contacts: (_, { contacts }) =>
      methods.map((method) => contactKey(server, contacts[method] ?? `nobody by ${method}`)),
    transaction: ({ transaction }) => transaction,
  };
}

const methods = Object.keys(deliveryMethods) as DeliveryMethod[]; // its own keys

function existing(received: Received): Pick<Intent, 'transactionKey' | 'clientId'> {
  const session = received.parameters.get(rows.authSession.name) ?? '';
  return {
    transactionKey: received.server.ports.keys.keyedHash('session', session),
    clientId: clientIdOf(received),
  };
}

/** Who a request comes from: whoever began, another client, or the right client without the key that it began with. */
export function senderOf(
  { client, proof }: Received,
  begun: { readonly clientId: string; readonly keyThumbprint?: string } | undefined,
): 'same' | 'other' | 'otherKey' {
  if (begun === undefined || begun.clientId !== client?.clientId) return 'other';
  return begun.keyThumbprint === proof?.keyThumbprint ? 'same' : 'otherKey';
}

const clientFact = (received: Received, { transaction }: Situation): Facts => ({
  violation: 'none',
  client: senderOf(received, transaction),
});

function contactFact({ customer }: Situation, method: DeliveryMethod | undefined): 'onFile' | 'none' {
  return method !== undefined && customer?.reachable.includes(method) === true ? 'onFile' : 'none';
}

function clientIdOf({ client }: Received): string {
  if (client === undefined) throw new Error('the front door lets nobody in who is not authenticated');
  return client.clientId;
}
