/** The three steps of the grant as one client takes them with one server, each as short as a sentence. */
import {
  type DeliveryMethod,
  deliveryMethods,
  endpoints,
  grantType,
  headers,
  parameters as p,
  scopes,
} from '../../model/vocabulary/index.ts';
import type { InboxMessage } from '../../server/delivery/inbox-gateway.ts';
import type { Answer, Form } from './form-request.ts';
import type { TestClient } from './test-clients.ts';
import type { TestServer } from './test-server.ts';

/** Subjects of the sandbox, and some that it does not know. */
export const subjects = {
  heather: { format: 'postal_address', street_address: '12 Sunny Lane', postal_code: '90001' },
  /** Has an email address and no phone. */
  omar: { format: 'account_number', account_number: '4002-220-31' },
  twin: { format: 'account_number', account_number: '4003-007-01' },
  /** Fits two customers. */
  ambiguous: { format: 'postal_address', street_address: '7 Twin Court', postal_code: '90003' },
  unknown: { format: 'postal_address', street_address: '99 Nowhere Lane', postal_code: '90009' },
} as const;

export type Subject = Readonly<Record<string, string>>;

export interface Conversation {
  readonly client: TestClient;
  identify(subject?: Subject, changes?: Readonly<Record<string, string | undefined>>): Promise<Answer>;
  /** Identifies, and hands back the session of a transaction that is open. */
  open(subject?: Subject, changes?: Readonly<Record<string, string | undefined>>): Promise<string>;
  deliver(session: string, option?: string, changes?: Readonly<Record<string, string>>): Promise<Answer>;
  redeem(session: string, code: string, changes?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Opens a transaction and has a passcode sent; hands back both. */
  sent(subject?: Subject, method?: DeliveryMethod): Promise<{ readonly session: string; readonly code: string }>;
  /** Goes through with all of it; hands back the access token too. */
  granted(subject?: Subject, method?: DeliveryMethod): Promise<{ session: string; code: string; token: string }>;
  usage(token: string, resolution?: string): Promise<Answer>;
}

/** A conversation of a client with a server. */
export function converse(test: TestServer, client: TestClient = test.clients.auditor): Conversation {
  const post = (url: string, form: Form) => test.post(url, form, client);
  const talk: Conversation = {
    client,
    identify: (subject = subjects.heather, changes = {}) =>
      post(endpoints.otpAuthorization.path, {
        [p.subId.name]: JSON.stringify(subject),
        [p.scope.name]: scopes.usageRead.name,
        ...changes,
      }),
    open: async (subject, changes) => (await talk.identify(subject, changes)).member(p.authSession.name),
    deliver: (session, option = deliveryMethods.sms.name, changes = {}) =>
      post(endpoints.otpDelivery.path, {
        [p.authSession.name]: session,
        [p.deliveryOption.name]: option,
        ...changes,
      }),
    redeem: (session, code, changes = {}) =>
      post(endpoints.token.path, {
        [p.grantType.name]: grantType.name,
        [p.authSession.name]: session,
        [p.userCode.name]: code,
        ...changes,
      }),
    sent: async (subject, method = 'sms') => {
      const session = await talk.open(subject);
      const delivered = await talk.deliver(session, method);
      if (delivered.status !== 200) throw new Error(`nothing was sent: ${delivered.status} ${delivered.text}`);
      return { session, code: await newestCode(test) };
    },
    granted: async (subject, method) => {
      const { session, code } = await talk.sent(subject, method);
      return { session, code, token: (await talk.redeem(session, code)).member(p.accessToken.name) };
    },
    usage: (token, resolution) =>
      test.inject({
        method: 'GET',
        url: endpoints.usage.path + (resolution === undefined ? '' : `?${p.resolution.name}=${resolution}`),
        headers: { [headers.authorization.name]: `Bearer ${token}` },
      }),
  };
  return talk;
}

/** The messages that have been handed over by now, newest first. */
export async function messages(test: TestServer): Promise<readonly InboxMessage[]> {
  await test.outbox.run();
  return test.inbox.list();
}

/** The passcode of the newest message that carries one. */
export async function newestCode(test: TestServer): Promise<string> {
  const code = (await messages(test)).map(codeIn).find((found) => found !== undefined);
  if (code === undefined) throw new Error('no message carries a passcode');
  return code;
}

/** The passcode in a message, as its reader would find it; undefined in a notice. */
export function codeIn({ method, text }: Pick<InboxMessage, 'method' | 'text'>): string | undefined {
  if (method === 'sms') return /(?:enter|la clave) (\w+) (?:there|en)/.exec(text)?.[1];
  if (method === 'voice')
    return /: (\w(?:, \w)+)\. (?:Once more|Se la repetimos)/.exec(text)?.[1]?.replaceAll(', ', '');
  return /^ {4}(\w+)$/m.exec(text)?.[1];
}

/** A passcode of the same form that is another one; each `step` gives a different one. */
export function wrongCode(code: string, step = 1): string {
  return String((Number(code) + step) % 10 ** code.length).padStart(code.length, '0');
}
