/** What an admitted request wants, in the terms of the machines: the one place where messages become facts. */
import {
  bindingAnimals,
  bindingColours,
  type DeliveryMethod,
  deliveryMethods,
  type Facts,
  parameters as rows,
} from '../../model/index.ts';
import type { Received } from '../admission/admission.ts';
import { pick, randomHandle } from '../chance/randomness.ts';
import { classifiedCode, codeHash, normalizedCode } from './code-hash.ts';
import type { Intent } from './conduct.ts';
import { contactKey } from './outgoing.ts';
import type { OfferedOption, SealedCustomer, TransactionRecord } from './records.ts';
import type { Situation } from './situation.ts';
import { localeOf } from './transaction-duties.ts';

/** To open a transaction. */
export async function identificationIntent(received: Received): Promise<Intent> {
  const { server, subject, scopes = [] } = received;
  const { ports } = server;
  const clientId = clientIdOf(received);
  if (subject === undefined) throw new Error('the front door lets nobody in without a subject identifier');
  const customer = await ports.customers.find(subject);
  const sealed: SealedCustomer = { accountId: customer?.accountId ?? null, contacts: customer?.contacts ?? {} };
  const handle = randomHandle(ports.randomness);
  const transaction: TransactionRecord = {
    machine: server.machines.transaction.initial,
    timers: {},
    clientId,
    accountKey: ports.keys.keyedHash('account', customer?.accountId ?? `unknown ${JSON.stringify(subject)}`),
    customer: await ports.keys.seal(JSON.stringify(sealed)),
    scopes,
    locale: localeOf(received.parameters.get(rows.uiLocales.name)),
    options: genericOptions,
    codes: [],
    ...(received.proof === undefined ? {} : { keyThumbprint: received.proof.keyThumbprint }),
    bindingMessage: `${pick(ports.randomness, bindingColours)} ${pick(ports.randomness, bindingAnimals)}`,
  };
  return {
    transactionKey: ports.keys.keyedHash('session', handle),
    clientId,
    handle,
    facts: () => ({ violation: 'none' }),
    transaction: () => transaction,
  };
}

/** The same for everybody: what the server can do, not what it has on file. */
const genericOptions: readonly OfferedOption[] = (Object.keys(deliveryMethods) as DeliveryMethod[]) // its own keys
  .filter((method) => deliveryMethods[method].served)
  .map((method) => ({ id: deliveryMethods[method].name, method }));

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
      genericOptions.map(({ method }) => contactKey(server, contacts[method] ?? `nobody by ${method}`)),
    transaction: ({ transaction }) => transaction,
  };
}

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
  return method === undefined || customer?.contacts[method] === undefined ? 'none' : 'onFile';
}

function clientIdOf({ client }: Received): string {
  if (client === undefined) throw new Error('the front door lets nobody in who is not authenticated');
  return client.clientId;
}
