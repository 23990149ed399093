/** Puts messages into the outbox, as part of the exchange that causes them: sealed, and gone if the exchange is undone. */
import { codeMessage, type DeliveryMethod, grantNotice, type Message, step } from '../../model/index.ts';
import { type AuthorizationServer, denialUrl } from '../authorization-server.ts';
import { randomHandle } from '../chance/randomness.ts';
import type { OutgoingMessage } from '../ports.ts';
import type { Draft } from './conduct.ts';
import { servedMethods } from './offer.ts';
import { bodyOf, type ContactRecord, type DenialRecord, type MessageRecord, type SealedCustomer } from './records.ts';

const dayMilliseconds = 86_400_000;

/** A contact as a key: the same number or address gives the same key, whoever typed it. */
export const contactKey = ({ ports }: AuthorizationServer, contact: string): string =>
  ports.keys.keyedHash('contact', contact.trim().toLowerCase());

/** Queues the message with a passcode; for one that is withheld, a decoy that is as much work and goes nowhere. */
export async function queueCodeMessage(
  server: AuthorizationServer,
  draft: Draft,
  customer: SealedCustomer,
  code: string,
  withheld: boolean,
): Promise<void> {
  const { settings, ports } = server;
  const { method, clientId, scopes, bindingMessage, codes, locale } = draft.transaction;
  if (method === undefined) throw new Error('a passcode needs a delivery method');
  const client = await ports.clients.find(clientId);
  const denialToken = randomHandle(ports.randomness);
  const lapsesAt = draft.timers.transaction.code ?? draft.now;
  const message = codeMessage({
    method,
    clientName: client?.displayName ?? '',
    utilityName: settings.utilityName,
    scopes,
    code,
    lifeSeconds: Math.floor((lapsesAt - draft.now) / 1000),
    bindingMessage,
    locale,
    denialUrl: denialUrl(settings, denialToken, locale),
    ...(client?.autofillDomain === undefined ? {} : { autofillDomain: client.autofillDomain }),
  });
  const contact = customer.contacts[method] ?? 'nobody';
  await queue(server, draft, {
    method,
    contact,
    message,
    denialToken,
    locale,
    lapsesAt,
    codeNumber: codes.length,
    decoy: withheld,
    mayRefresh: client?.mayRefresh === true,
  });
}

/** Queues a notice for every contact of the account but the one that received the passcode. */
export async function queueGrantNotices(
  server: AuthorizationServer,
  draft: Draft,
  customer: SealedCustomer,
): Promise<void> {
  const { settings, ports } = server;
  const { method, clientId, scopes, locale } = draft.transaction;
  const used = method === undefined ? undefined : customer.contacts[method];
  const client = await ports.clients.find(clientId);
  const keyOf = (contact: string) => contactKey(server, contact);
  const seen = new Set(used === undefined ? [] : [keyOf(used)]);
  for (const other of servedMethods(settings)) {
    const contact = customer.contacts[other];
    if (contact === undefined || seen.has(keyOf(contact))) continue;
    seen.add(keyOf(contact));
    const denialToken = randomHandle(ports.randomness);
    const message = grantNotice({
      method: other,
      clientName: client?.displayName ?? '',
      utilityName: settings.utilityName,
      scopes,
      locale,
      denialUrl: denialUrl(settings, denialToken, locale),
    });
    await queue(server, draft, {
      method: other,
      contact,
      message,
      denialToken,
      locale,
      lapsesAt: draft.now + dayMilliseconds,
      codeNumber: null,
      decoy: false,
      mayRefresh: client?.mayRefresh === true,
    });
  }
}

interface Queued {
  readonly method: DeliveryMethod;
  readonly contact: string;
  readonly message: Message;
  readonly denialToken: string;
  readonly locale: string;
  readonly lapsesAt: number;
  readonly codeNumber: number | null;
  readonly decoy: boolean;
  /** What comes of it can be refreshed, and so has to stay deniable. */
  readonly mayRefresh: boolean;
}

async function queue(server: AuthorizationServer, draft: Draft, queued: Queued): Promise<void> {
  const { ports, channel } = server;
  const { method, contact, message, locale, lapsesAt, codeNumber, decoy } = queued;
  const id = randomHandle(ports.randomness);
  const outgoing: OutgoingMessage = { id, method, contact, subject: message.subject, text: message.text, locale };
  const record: MessageRecord = {
    machine: step(channel, channel.initial, { type: 'message.queued' }).snapshot,
    sealed: await ports.keys.seal(JSON.stringify(outgoing)),
    transaction: draft.transactionKey,
    codeNumber,
    decoy,
    lapsesAt,
  };
  const expiresAt = lapsesAt + dayMilliseconds;
  // whoever was asked can say no for as long as something can come of a yes
  const grantEnd = draft.now + server.settings.policy.limits.grantLifeSeconds * 1000;
  const deniableUntil = queued.mayRefresh ? Math.max(expiresAt, grantEnd + dayMilliseconds) : expiresAt;
  const denial: DenialRecord = { transaction: draft.transactionKey };
  // A decoy may not touch the row of a real contact, so it has one of its own.
  const key = contactKey(server, decoy ? id : contact);
  if (!decoy && !draft.contacts.has(key)) throw new Error('a message goes to a contact that its exchange did not read');
  const known = draft.contacts.get(key);
  const earlier = known === undefined ? [] : bodyOf<ContactRecord>(known).transactions;
  const pointer: ContactRecord = {
    transactions: [draft.transactionKey, ...earlier.filter((other) => other !== draft.transactionKey)].slice(
      0,
      server.settings.policy.limits.sendsPerAccount, // a reply may answer any message that an account can be sent
    ),
  };
  draft.writes.push(
    { kind: 'message', key: id, expectedVersion: 0, body: record, dueAt: draft.now, expiresAt },
    {
      kind: 'denial',
      key: ports.keys.keyedHash('denial', queued.denialToken),
      expectedVersion: 0,
      body: denial,
      dueAt: null,
      expiresAt: deniableUntil,
    },
    {
      kind: 'contact',
      key,
      expectedVersion: known?.version ?? 0,
      body: pointer,
      dueAt: null,
      expiresAt: deniableUntil,
    },
  );
}
