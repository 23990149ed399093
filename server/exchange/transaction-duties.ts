/** What transitions of a transaction ask the authorization server to do, each through a port. */
import {
  accessTokenType,
  codeCharsets,
  messageLocales,
  type OtpDeliveryResponse,
  type ServerEffect,
  scopes,
} from '../../model/index.ts';
import { type AuthorizationServer, urlOf } from '../authorization-server.ts';
import { randomCode, randomHandle } from '../chance/randomness.ts';
import { codeHash } from './code-hash.ts';
import type { Draft } from './conduct.ts';
import { queueCodeMessage, queueGrantNotices } from './outgoing.ts';
import { bodyOf, type GrantRecord, type SealedCustomer } from './records.ts';

/** Duties of the outbox are carried out where messages are handed over. */
export type TransactionDuty = Exclude<ServerEffect, 'handOver' | 'forgetMessage' | 'tryAgainLater'>;

type Duty = (server: AuthorizationServer, draft: Draft, handle: string | undefined) => Promise<void>;

export const duties: Readonly<Record<TransactionDuty, Duty>> = {
  openTransaction: async ({ settings }, draft, handle) => {
    if (handle === undefined) throw new Error('a transaction cannot be opened without a handle');
    draft.reply = {
      session: {
        auth_session: handle,
        expires_in: secondsUntil(draft, 'transaction'),
        delivery_options: draft.transaction.options.map(({ id, method }) => ({ id, method })),
        iss: settings.issuer,
      },
    };
  },
  sendCode: (server, draft) => newCode(server, draft, false),
  withholdCode: (server, draft) => newCode(server, draft, true),
  issueAccessToken: async (server, draft) => {
    const { settings, ports } = server;
    const customer = await customerOf(server, draft);
    if (customer.accountId === null) throw new Error('a passcode can only be right when it was sent to a customer');
    const lifeSeconds = settings.policy.limits.accessTokenLifeSeconds;
    const tokenId = randomHandle(ports.randomness);
    const scope = draft.transaction.scopes.map((name) => scopes[name].name).join(' ');
    const token = await ports.keys.signAccessToken({
      issuer: settings.issuer,
      audience: urlOf(settings, 'usage'),
      subject: ports.keys.keyedHash('subject', JSON.stringify([draft.transaction.clientId, customer.accountId])),
      clientId: draft.transaction.clientId,
      tokenId,
      scope,
      issuedAt: draft.now,
      expiresAt: draft.now + lifeSeconds * 1000,
    });
    const grant: GrantRecord = { account: await ports.keys.seal(customer.accountId), revoked: false };
    draft.writes.push({
      kind: 'grant',
      key: tokenId,
      expectedVersion: 0,
      body: grant,
      dueAt: null,
      expiresAt: draft.now + lifeSeconds * 1000,
    });
    draft.transaction = { ...draft.transaction, tokenId };
    draft.reply = {
      token: { access_token: token, token_type: accessTokenType.name, expires_in: lifeSeconds, scope },
    };
  },
  notifyOtherContacts: async (server, draft) => queueGrantNotices(server, draft, await customerOf(server, draft)),
  revokeTokens: async ({ ports }, draft) => {
    const key = draft.transaction.tokenId;
    if (key === undefined) throw new Error('a transaction can only be revoked when a token was granted');
    const [row] = await ports.store.read([{ kind: 'grant', key }]);
    if (row === undefined) return; // the token has expired
    const grant: GrantRecord = { ...bodyOf<GrantRecord>(row), revoked: true };
    draft.writes.push({ ...row, expectedVersion: row.version, body: grant });
  },
};

/** A passcode that is withheld costs the same work as one that is sent, so that time tells nothing either. */
async function newCode(server: AuthorizationServer, draft: Draft, withheld: boolean): Promise<void> {
  const { settings, ports } = server;
  const length = settings.policy.limits.codeLength;
  const charset = codeCharsets[settings.codeCharset];
  const drawn = randomCode(ports.randomness, length, charset.characters);
  const customer = await customerOf(server, draft);
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

const customerOf = async ({ ports }: AuthorizationServer, { transaction }: Draft): Promise<SealedCustomer> =>
  JSON.parse(await ports.keys.unseal(transaction.customer)) as SealedCustomer; // sealed by this server

/** The language of a message: the first of those preferred that is supported, or the default. */
export function localeOf(uiLocales: string | undefined): string {
  const preferred = (uiLocales ?? '').split(' ').map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  const supported: readonly string[] = messageLocales;
  return preferred.find((tag) => supported.includes(tag)) ?? messageLocales[0];
}
