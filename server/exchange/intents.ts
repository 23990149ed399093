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
import type { AuthorizationServer } from '../authorization-server.ts';
import { pick, randomHandle } from '../chance/randomness.ts';
import { classifiedCode, codeHash, normalizedCode } from './code-hash.ts';
import type { Intent } from './conduct.ts';
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
    facts: async (situation) => ({
      ...clientFact(received, situation),
      option: chosen(situation.transaction) === undefined ? 'unoffered' : 'offered',
      contact: await contactFact(server, situation.transaction, chosen(situation.transaction)?.method),
    }),
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

async function contactFact(
  { ports }: AuthorizationServer,
  transaction: TransactionRecord | undefined,
  method: DeliveryMethod | undefined,
): Promise<'onFile' | 'none'> {
  if (transaction === undefined || method === undefined) return 'none';
  const customer = JSON.parse(await ports.keys.unseal(transaction.customer)) as SealedCustomer; // sealed by this server
  return customer.contacts[method] === undefined ? 'none' : 'onFile';
}

function clientIdOf({ client }: Received): string {
  if (client === undefined) throw new Error('the front door lets nobody in who is not authenticated');
  return client.clientId;
}
