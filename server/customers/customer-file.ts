/**
 * Customer records from a JSON file: enough for a pilot, and the shape that a connector to a utility's own records has to
 * give. What is wrong is said with the row and the member, and quotes nothing, since it is personal data.
 */
import { readFile } from 'node:fs/promises';
import { isJsonObject, textProblem, unknownMembers } from '../clients/json-object.ts';
import type { CustomerRecord } from './customer-directory.ts';

export type LoadedCustomers =
  | { readonly outcome: 'loaded'; readonly customers: readonly CustomerRecord[] }
  | { readonly outcome: 'broken'; readonly findings: readonly string[] };

/** Loads a customer file: a JSON array of `CustomerRecord` objects. A file that cannot be read is a finding too. */
export async function loadCustomerFile(file: string): Promise<LoadedCustomers> {
  let rows: unknown;
  try {
    rows = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { outcome: 'broken', findings: [`The customer file ${file} cannot be read as JSON`] };
  }
  if (!Array.isArray(rows)) {
    return { outcome: 'broken', findings: [`The customer file ${file} is not a JSON array of customers`] };
  }
  const findings = rows.flatMap((row, index) =>
    customerProblems(row).map((problem) => `Customer ${index + 1} ${problem}`),
  );
  const seen = new Set<unknown>();
  for (const [index, row] of rows.entries()) {
    const accountId: unknown = isJsonObject(row) ? row.accountId : undefined;
    if (seen.has(accountId)) findings.push(`Customer ${index + 1} has the accountId of a customer before it`);
    seen.add(accountId);
  }
  if (findings.length > 0) return { outcome: 'broken', findings };
  return { outcome: 'loaded', customers: rows as CustomerRecord[] }; // every member was looked at
}

const text = /^(?! )[^\p{Control}]{1,200}$/u;
const contactShapes: Readonly<Record<string, readonly [RegExp, string]>> = {
  sms: [/^\+[1-9]\d{6,14}$/, 'a phone number in E.164 form'],
  voice: [/^\+[1-9]\d{6,14}$/, 'a phone number in E.164 form'],
  email: [/^[^\s@<>,]+@[^\s@<>,]+$/, 'an email address'],
  postal: [text, 'one line'],
};
/** A language with its script, region and variants, such as `es-MX`. */
const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const members = ['accountId', 'accountNumber', 'meterNumber', 'address', 'contacts', 'uri', 'locale'];

function customerProblems(row: unknown): string[] {
  if (!isJsonObject(row)) return ['is not a JSON object'];
  const { address, contacts, uri, locale } = row;
  const line = (member: string, value: unknown) => textProblem(member, value, text, '1 to 200 characters of one line');
  return [
    ...['accountId', 'accountNumber', 'meterNumber'].map((member) => line(member, row[member])),
    ...(isJsonObject(address)
      ? Object.entries(address).map(([member, value]) => line(`address.${member}`, value))
      : ['needs address, an object']),
    ...(isJsonObject(contacts) ? Object.entries(contacts).map(contactProblem) : ['needs contacts, an object']),
    uri === undefined ? undefined : line('uri', uri),
    locale === undefined ? undefined : textProblem('locale', locale, languageTag, 'a language tag such as es-MX'),
    ...unknownMembers(row, members, 'customer'),
  ].filter((problem) => problem !== undefined);
}

function contactProblem([method, value]: readonly [string, unknown]): string | undefined {
  const shape = Object.hasOwn(contactShapes, method) ? contactShapes[method] : undefined;
  if (shape === undefined) return `has a contact for ${JSON.stringify(method)}, which is no delivery method`;
  return textProblem(`contacts.${method}`, value, ...shape);
}
