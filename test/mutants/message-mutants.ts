/** Servers whose messages say something else, or go to somebody else. */
import { deliveryMethods } from '../../model/index.ts';
import type { AppParts } from '../../server/app.ts';
import type { OutgoingMessage } from '../../server/ports.ts';
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';
import { formOf, isAt } from './wire-edits.ts';

type Handed = Pick<OutgoingMessage, 'text' | 'contact' | 'method' | 'subject'>;

/** Changes messages on their way to the gateway; undefined holds one back, and several send it more than once. */
const handing = (
  change: (message: Handed, parts: AppParts) => Partial<Handed> | readonly Partial<Handed>[] | undefined,
): Plant => ({
  parts: (parts) => ({
    ...parts,
    gateway: {
      hand: async (message) => {
        const changed = change(message, parts);
        if (changed === undefined) return { outcome: 'accepted' };
        const all = Array.isArray(changed) ? (changed as readonly Partial<Handed>[]) : [changed as Partial<Handed>]; // told apart on this line
        let last = { outcome: 'accepted' } as Awaited<ReturnType<AppParts['gateway']['hand']>>;
        for (const [index, one] of all.entries()) {
          last = await parts.gateway.hand({
            ...message,
            ...one,
            id: index === 0 ? message.id : `${message.id}-${index}`,
          });
        }
        return last;
      },
      close: () => parts.gateway.close(),
    },
  }),
});

const saying = (find: RegExp, replacement: string): Plant =>
  handing(({ text }) => ({ text: text.replace(find, replacement) }));

const codeIn = (text: string): string | undefined =>
  /enter (\d+) there/.exec(text)?.[1] ?? /^ {4}(\d+)$/m.exec(text)?.[1];

export const messageMutants: readonly Mutant[] = mutantsOf('message', {
  'client-not-named': row(
    'does not say who asks',
    ['code-message/names-client'],
    saying(/Bright Home Audits|Monthly Audits/g, 'A partner'),
  ),
  'scope-not-said': row(
    'does not say what the passcode allows',
    ['code-message/says-scope'],
    saying(/let it .*? electricity use[^.]*\./g, 'go on.'),
  ),
  'life-not-said': row(
    'does not say how long the passcode lives',
    ['code-message/contains-code'],
    saying(/ within [\w ]+(?=[.:])/g, ''),
  ),
  'no-binding-words': row(
    'sends no binding message',
    ['code-message/binding-message'],
    saying(
      / Words on the screen: "[^"]+"\.|The words on the screen have to be: [^\n]+|The screen has to show the words "[^"]+"/g,
      '',
    ),
  ),
  'no-way-to-deny': row(
    'does not say how to deny',
    ['code-message/says-how-to-deny'],
    saying(
      / Not you\? Reply NO\.| If you did not ask for this, press 9\.|If you did not ask for this, tell us so: \S+/g,
      '',
    ),
  ),
  'no-warning': row(
    'does not say that nobody may be told the passcode',
    ['code-message/says-how-to-deny'],
    saying(/Never tell this code to [\w ]+\./g, ''),
  ),
  'not-origin-bound': row('binds text messages to no domain', ['code-message/origin-bound'], {
    parts: (parts) => ({
      ...parts,
      ports: {
        ...parts.ports,
        clients: {
          find: async (clientId) => {
            const client = await parts.ports.clients.find(clientId);
            return client === undefined ? undefined : (({ autofillDomain: _, ...rest }) => rest)(client);
          },
        },
      },
    }),
  }),
  'text-of-the-request': row('names a client in its messages as the request does', ['code-message/no-client-text'], {
    wire: ({ server }) => {
      let quoted = '';
      const find = server.ports.clients.find;
      Object.assign(server.ports, {
        clients: {
          find: async (clientId: string) => {
            const client = await find(clientId);
            return client === undefined
              ? undefined
              : { ...client, displayName: `${client.displayName} ${quoted}`.trim() };
          },
        },
      });
      return {
        request: (request) => {
          if (isAt(request, 'identification')) {
            quoted = formOf(request).get('client_name') ?? '';
          }
        },
      };
    },
  }),
  'same-code-again': row(
    'sends the first passcode of an account in every message',
    ['transaction/newest-code-only'],
    (() => {
      const first = new Map<string, string>();
      return handing(({ text, contact }) => {
        const code = codeIn(text);
        if (code === undefined) return {};
        const known = first.get(contact) ?? code;
        first.set(contact, known);
        return { text: text.replaceAll(code, known) };
      });
    })(),
  ),
  'to-the-contact-named': row(
    'sends to the address that the client named',
    ['code-message/contact-on-file', 'otp-authorization-request/identifies-only'],
    {
      parts: (parts) => ({
        ...parts,
        ports: {
          ...parts.ports,
          customers: {
            ...parts.ports.customers,
            find: async (subject) => {
              const known = await parts.ports.customers.find(subject);
              if (known !== undefined) return known;
              const contact =
                subject.format === 'email'
                  ? { email: subject.email }
                  : subject.format === 'phone_number'
                    ? { sms: subject.phone_number }
                    : undefined;
              return contact === undefined ? undefined : { accountId: 'account-named', contacts: contact };
            },
          },
        },
      }),
    },
  ),
  'to-another-contact': row(
    'sends to the first contact of the account, whichever was chosen',
    ['code-message/contact-on-file'],
    handing(({ method, text }) =>
      method === 'email' && codeIn(text) !== undefined && !text.includes('tell us so: ')
        ? {}
        : method === 'sms'
          ? { contact: 'heather@example.com', method: 'email' }
          : {},
    ),
  ),
  'to-all-contacts': row(
    'sends the passcode to another contact as well',
    ['code-message/contact-on-file'],
    handing(({ text, contact }) =>
      codeIn(text) === undefined
        ? {}
        : [
            {},
            { contact: contact === 'omar@example.com' ? 'heather@example.com' : 'omar@example.com', method: 'email' },
          ],
    ),
  ),
  'nobody-gets-it': row(
    'sends nothing at all',
    ['code-message/contains-code'],
    handing(({ text }) => (codeIn(text) === undefined ? {} : undefined)),
  ),
  'no-notices': row(
    'sends no notices of grants',
    ['transaction/notify-other-contacts'],
    handing(({ text }) => (text.includes('A code sent to another contact') ? undefined : {})),
  ),
  'voice-as-text': row(
    'speaks a passcode that is not the one it takes',
    ['code-message/contains-code'],
    handing(({ method, text }) => (method === deliveryMethods.voice.name ? { text: text.replace(/\d, /g, '') } : {})),
  ),
});
