/** What an admitted request wants, in the terms of the machines: the one place where messages become facts. */
import {
  bindingAnimals,
  bindingColours,
  type DeliveryMethod,
  type Facts,
  localeFor,
  parameters as rows,
} from '../../model/index.ts';
import type { Received } from '../admission/admission.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { pick, randomHandle } from '../chance/randomness.ts';
import { classifiedCode, codeHash, normalizedCode } from './code-hash.ts';
import type { Intent } from './conduct.ts';
import { offerTo } from './offer.ts';
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
  return customer.reachable.includes(method) ? 'onFile' : 'none';
}

function clientIdOf({ client }: Received): string {
  if (client === undefined) throw new Error('the front door lets nobody in who is not authenticated');
  return client.clientId;
}
