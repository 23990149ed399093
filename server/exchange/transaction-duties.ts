/** What transitions of a transaction ask the authorization server to do, each through a port. */
import { codeCharsets, type OtpDeliveryResponse, type ServerEffect } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { randomCode, randomHandle } from '../chance/randomness.ts';
import { codeHash } from './code-hash.ts';
import type { Draft, Opening } from './conduct.ts';
import { begunGrant, deniedGrant, grantWrite, standingGrant } from './grant.ts';
import { queueCodeMessage, queueGrantNotices } from './outgoing.ts';
import type { SealedCustomer } from './records.ts';
import { tokenResponse } from './tokens.ts';

/** Duties of the outbox are carried out where messages are handed over, and those of a grant where it is refreshed. */
export type TransactionDuty = Exclude<ServerEffect, 'handOver' | 'forgetMessage' | 'tryAgainLater' | 'rotateTokens'>;

type Duty = (server: AuthorizationServer, draft: Draft, opening: Opening | undefined) => Promise<void>;

export const duties: Readonly<Record<TransactionDuty, Duty>> = {
  openTransaction: async ({ settings }, draft, opening) => {
    if (opening === undefined) throw new Error('a transaction cannot be opened without a handle');
    draft.transaction = { ...draft.transaction, openedAt: draft.now };
    draft.reply = {
      session: {
        auth_session: opening.handle,
        expires_in: secondsUntil(draft, 'transaction'),
        delivery_options: [...opening.options],
        iss: settings.issuer,
      },
    };
  },
  sendCode: (server, draft) => newCode(server, draft, false),
  withholdCode: (server, draft) => newCode(server, draft, true),
  issueAccessToken: async (server, draft) => {
    const { ports } = server;
    const customer = customerOf(draft);
    if (customer.accountId === null) throw new Error('a passcode can only be right when it was sent to a customer');
    const { clientId, scopes, keyThumbprint } = draft.transaction;
    const client = await ports.clients.find(clientId);
    const granted = {
      clientId,
      accountId: customer.accountId,
      scopes,
      mayRefresh: client?.mayRefresh === true,
      ...(keyThumbprint === undefined ? {} : { keyThumbprint }),
    };
    const key = randomHandle(ports.randomness);
    const record = await begunGrant(server, granted, draft.now);
    draft.writes.push(grantWrite(server, { key, version: 0, record }, draft.now));
    const deniableUntil = record.mayRefresh ? record.timers.grant : undefined;
    draft.transaction = {
      ...draft.transaction,
      grantId: key,
      ...(deniableUntil === undefined ? {} : { deniableUntil }),
    };
    draft.reply = { token: await tokenResponse(server, key, record, scopes, draft.now) };
  },
  notifyOtherContacts: async (server, draft) => queueGrantNotices(server, draft, customerOf(draft)),
  revokeTokens: async (server, draft) => {
    const key = draft.transaction.grantId;
    if (key === undefined) throw new Error('a transaction can only be revoked when something was granted');
    const standing = await standingGrant(server, key, draft.now);
    if (standing === undefined) return; // its tokens have expired
    const record = deniedGrant(server, standing.record, draft.now);
    draft.writes.push(grantWrite(server, { ...standing, record }, draft.now));
  },
};

/** A passcode that is withheld costs the same work as one that is sent, so that time tells nothing either. */
async function newCode(server: AuthorizationServer, draft: Draft, withheld: boolean): Promise<void> {
  const { settings, ports } = server;
  const length = settings.policy.limits.codeLength;
  const charset = codeCharsets[settings.codeCharset];
  const drawn = randomCode(ports.randomness, length, charset.characters);
  const customer = customerOf(draft);
  const { method } = draft.transaction;
  const contact = method === undefined ? undefined : customer.contacts[method];
  const code = (contact === undefined ? undefined : ports.fixedCode?.(contact)) ?? drawn;
  const hash = codeHash(ports.keys, draft.transactionKey, code);
  draft.transaction = { ...draft.transaction, codes: [...draft.transaction.codes, hash] };
  await queueCodeMessage(server, draft, customer, code, withheld);
  const announced: OtpDeliveryResponse = {
    // in the last second of a transaction too, no client is told of a life of no seconds
    expires_in: Math.max(1, secondsUntil(draft, 'code')),
    interval: secondsUntil(draft, 'interval'),
    code_length: length,
    code_charset: charset.name,
    binding_message: draft.transaction.bindingMessage,
  };
  draft.reply = { code: announced };
}

const secondsUntil = ({ timers, now }: Draft, timer: string): number =>
  Math.floor(((timers.transaction[timer] ?? now) - now) / 1000);

function customerOf({ customer }: Draft): SealedCustomer {
  if (customer === undefined) throw new Error('a transaction that is being opened sends nothing');
  return customer;
}
