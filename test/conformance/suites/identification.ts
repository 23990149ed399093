/** What the identification of a customer has to be answered with, and what it must not give away. */
import { accepted, inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor, recipientFor } from '../world.ts';

const one = caseOf('requirements');

/** Subjects that are no Subject Identifiers, by what is wrong with them. */
const noSubjects = {
  array: '["format","email"]',
  text: '"heather"',
  'no-format': '{"email":"a@example.com"}',
  'no-member': '{"format":"email"}',
  'member-is-number': '{"format":"account_number","account_number":4}',
  'truncated-json': '{"format":"email","email":"a@example.com"',
} as const;

export const identificationCases = (): Case[] => [
  one(
    'identification-accepted',
    'A known customer is identified, and the answer is whole',
    [
      'otp-authorization-response/issuer',
      'otp-authorization-response/no-store',
      'otp-authorization-response/session-entropy',
    ],
    async (stage) => {
      const answer = await stage.identify();
      accepted('the identification of a known customer', answer, 'otp-authorization-response');
      same('iss has to be the issuer identifier', answer.body.iss, stage.world.issuer);
      stage.world.seenSessions.push(String(answer.body.auth_session));
    },
  ),
  one(
    'sessions-differ',
    'Each auth_session is new, long and unlike the others',
    ['otp-authorization-response/session-entropy'],
    async (stage) => {
      const sessions: string[] = [];
      for (let count = 0; count < 12; count += 1) {
        const { body } = await stage.identify();
        sessions.push(String(body.auth_session));
      }
      stage.world.seenSessions.push(...sessions);
      same('no two values are the same', new Set(sessions).size, sessions.length);
      looksRandom(sessions);
    },
  ),
  ...Object.entries(noSubjects).map(([name, subId]) =>
    one(
      `sub-id-${name}`,
      `A subject that is no Subject Identifier is refused (${name})`,
      ['otp-authorization-request/sub-id-json'],
      async (stage) => {
        const answer = await stage.identify({ form: { sub_id: subId } });
        refused('a subject that is no Subject Identifier', answer, { status: 400, error: 'invalid_request' });
      },
    ),
  ),
  one(
    'formats-announced',
    'Every announced Subject Identifier format is understood',
    ['metadata/options', 'otp-authorization-request/sub-id-format'],
    async (stage) => {
      for (const format of announcedFormats(stage)) {
        const members = membersOf[format];
        if (members === undefined) continue; // of another document
        const answer = await stage.identify({ subject: { format, ...members } });
        same(`a subject of the announced format ${format} has to be answered with a session`, inShort(answer), '200');
      }
    },
  ),
  one('scope-missing', 'A request without a scope is refused', ['otp-authorization-request/scope'], async (stage) => {
    const answer = await stage.identify({ form: { scope: undefined } });
    refused('a request without a scope', answer, { status: 400, error: 'invalid_scope' });
  }),
  one(
    'scope-beyond-registration',
    'A scope beyond what the client is registered for is refused',
    ['otp-authorization-request/scope'],
    async (stage) => {
      const answer = await stage.identify({ client: clientFor(stage.world, 'narrow') });
      refused('a scope that the client is not registered for', answer, { status: 400, error: 'invalid_scope' });
    },
  ),
  one(
    'scope-partly-unknown',
    'A scope of which one value is unknown is refused whole',
    ['otp-authorization-request/scope'],
    async (stage) => {
      const answer = await stage.identify({ form: { scope: `${stage.world.config.scopes.full} no:such:scope` } });
      refused('a scope with an unknown value', answer, { status: 400, error: 'invalid_scope' });
    },
  ),
  one(
    'locale-unknown',
    'A language that the server does not speak is no error',
    ['request/unknown-ignored'],
    async (stage) => {
      const answer = await stage.identify({ form: { ui_locales: 'tlh' } });
      accepted('a request in a language that nobody speaks', answer, 'otp-authorization-response');
    },
  ),
  one(
    'no-account-data',
    'Nothing from the records of the customer is in the answers before the code is redeemed',
    ['otp-authorization-response/no-account-data', 'otp-authorization-response/generic-options'],
    async (stage) => {
      const transaction = await stage.open();
      const asked = await transaction.ask();
      const said = JSON.stringify(transaction.options) + asked.text;
      for (const contact of Object.values(recipientFor(stage.world).customer.contacts)) {
        for (const part of [contact, contact.split('@')[0] ?? contact, contact.slice(-4)]) {
          holds('no part of a contact may be given away', !said.includes(part), {
            expected: 'no part of a contact',
            received: 'an answer with the last characters, or the name, of a contact',
          });
        }
      }
    },
  ),
  one(
    'identifies-only',
    'A contact that a client names is no place to send a code to',
    ['otp-authorization-request/identifies-only', 'code-message/contact-on-file'],
    async (stage) => {
      if (!stage.world.source.seesNothing) throw new Skipped('takes a source that can say that nothing came');
      if (!announcedFormats(stage).includes('email'))
        throw new Skipped('the server knows no customers by e-mail address');
      const stranger = `stranger-${stage.world.chance.below(1e9)}@example.com`;
      const recipient = recipientFor(stage.world);
      const transaction = await stage.open({ subject: { format: 'email', email: stranger }, recipient });
      const answer = await transaction.deliverToNobody(transaction.option('email'), stranger);
      same('it has to look as if a code had been sent', inShort(answer), '200');
    },
  ),
];

const membersOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phone_number: { phone_number: '+12025550199' },
  email: { email: 'nobody@example.com' },
  account: { uri: 'acct:nobody@example.com' },
  account_number: { account_number: '0000' },
  postal_address: { street_address: '99 Nowhere Lane', postal_code: '00000' },
  meter_number: { meter_number: '0000' },
};

function announcedFormats({ world }: Stage): readonly string[] {
  const formats = world.discovered.metadata.otp_sub_id_formats_supported;
  return Array.isArray(formats) ? formats.map(String) : [];
}

/** 128 bits in the characters used, and no position that never changes over many values. */
export function looksRandom(values: readonly string[]): void {
  for (const value of values) {
    const bits = value.length * Math.log2(new Set(values.join('')).size);
    holds('a value has to be long enough for 128 bits of randomness', bits >= 128 && value.length >= 22, {
      expected: '128 bits at least',
      received: `${Math.floor(bits)} bits at most, in ${value.length} characters`,
    });
  }
  const shortest = Math.min(...values.map((value) => value.length));
  const still = Array.from(
    { length: shortest },
    (_, place) => new Set(values.map((value) => value[place])).size,
  ).filter((kinds) => kinds === 1).length;
  holds('most characters have to differ from one value to the next', shortest - still >= 21, {
    expected: '21 changing characters at least',
    received: `${shortest - still} of ${shortest}`,
  });
  const differences = values.flatMap((value, place) =>
    values.slice(0, place).map((other) => [...value].filter((one, at) => one !== other[at]).length),
  );
  holds('no value may be much like another', Math.min(...differences) >= (shortest - still) / 2, {
    expected: 'half of the changing characters differ, at least',
    received: `${Math.min(...differences)} of ${shortest - still}`,
  });
}
