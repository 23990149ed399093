/** Servers that show more of a contact than they may, or to whom they may not. */
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';
import type { WireRequest } from './wire-door.ts';
import { namedCustomer, replying } from './wire-edits.ts';

const vetted = ['otp-authorization-response/vetted-hints'] as const;

/** Other hints, where there are any. */
const hinting = (hintOf: (request: WireRequest, method: string) => string | undefined): Plant =>
  replying('identification', (body, request) => {
    const options = body.delivery_options as { method: string; hint?: string }[]; // of our own server
    for (const option of options) if (option.hint !== undefined) option.hint = hintOf(request, option.method) ?? '';
  });

/** How many hints were made up: each is another one. */
let madeUp = 0;

export const hintMutants: readonly Mutant[] = mutantsOf('leak', {
  'hints-of-contacts': row(
    'shows the end of telephone numbers',
    ['otp-authorization-response/no-account-data'],
    replying('identification', (body, request) => {
      if (namedCustomer(request) !== undefined)
        body.delivery_options = [
          { id: 'sms', method: 'sms', hint: '•••0143' },
          { id: 'voice', method: 'voice' },
          { id: 'email', method: 'email' },
        ];
    }),
  ),
  'hints-for-everybody': row('shows true hints to clients that have no agreement', vetted, {
    parts: (parts) => ({
      ...parts,
      ports: {
        ...parts.ports,
        clients: {
          async find(clientId) {
            const client = await parts.ports.clients.find(clientId);
            return client === undefined ? undefined : { ...client, maySeeHints: true };
          },
        },
      },
    }),
  }),
  'hints-are-contacts': row(
    'shows the vetted client the whole contact',
    ['error-response/leaks-nothing'],
    hinting((request, method) => {
      const contacts: Readonly<Record<string, string>> | undefined = namedCustomer(request)?.contacts;
      return contacts?.[method];
    }),
  ),
  'hints-made-up-anew': row(
    'shows the vetted client other hints each time',
    vetted,
    hinting(() => `***${(madeUp++ % 90) + 10}`),
  ),
});
