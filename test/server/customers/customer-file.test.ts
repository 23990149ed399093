/** A file of customer records: what is wrong is told by row and member, and nothing of a customer is repeated. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadCustomerFile } from '../../../server/customers/customer-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const heather = {
  accountId: 'account-1',
  accountNumber: '4002-118-07',
  meterNumber: 'M-77',
  address: { street_address: '12 Sunny Lane', postal_code: '90001' },
  contacts: { sms: '+12025550143', email: 'heather@home.example' },
};

const load = async (content: unknown) => {
  const file = join(folder.path, 'customers.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadCustomerFile(file);
};

const findings = async (content: unknown): Promise<readonly string[]> => {
  const loaded = await load(content);
  return loaded.outcome === 'broken' ? loaded.findings : [];
};

it('Records that are whole are taken as they are', async () => {
  const wantsSpanish = { ...heather, locale: 'es-MX' };
  expect(await load([wantsSpanish])).toEqual({ outcome: 'loaded', customers: [wantsSpanish] });
  expect(await load([heather])).toEqual({ outcome: 'loaded', customers: [heather] });
});

it.each<[string, unknown, string]>([
  ['no JSON', '[', 'cannot be read as JSON'],
  ['no list', {}, 'is not a JSON array of customers'],
  ['a row that is no object', [7], 'Customer 1 is not a JSON object'],
  [
    'a language that is none',
    [{ ...heather, locale: 'Español' }],
    'Customer 1 needs locale, a language tag such as es-MX',
  ],
  ['no account', [{ ...heather, accountId: undefined }], 'Customer 1 needs accountId, 1 to 200 characters of one line'],
  [
    'a number without its country',
    [{ ...heather, contacts: { sms: '2025550143' } }],
    'Customer 1 needs contacts.sms, a phone number in E.164 form',
  ],
  [
    'an address of two lines',
    [{ ...heather, contacts: { email: 'a@b.example\nBcc: c@d.example' } }],
    'Customer 1 needs contacts.email, an email address',
  ],
  [
    'a way of delivery that is none',
    [{ ...heather, contacts: { pigeon: 'x' } }],
    'Customer 1 has a contact for "pigeon", which is no delivery method',
  ],
  [
    'a way of delivery that every object has',
    [{ ...heather, contacts: { toString: 'x' } }],
    'Customer 1 has a contact for "toString", which is no delivery method',
  ],
  ['a typo', [{ ...heather, meter: '1' }], 'Customer 1 has a member "meter" that no customer has'],
  ['the same account twice', [heather, heather], 'Customer 2 has the accountId of a customer before it'],
])('A file with %s is not taken', async (_what, content, words) => {
  const found = await findings(content);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(words);
  expect(found[0]).not.toMatch(/Sunny Lane|2025550143|@/);
});

it('A file that is not there is named', async () => {
  expect(await loadCustomerFile(join(folder.path, 'none.json'))).toMatchObject({ outcome: 'broken' });
});
