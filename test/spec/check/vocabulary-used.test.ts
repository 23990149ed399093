import { describe, expect, it } from 'vitest';
import { type VocabularySources, vocabularySources, vocabularyUsed } from '../../../spec/check/vocabulary-used.ts';
import type { JsonSchema } from '../../../spec/emit/json-schema.ts';

const found = (changes: Partial<VocabularySources>) => vocabularyUsed({ ...vocabularySources(), ...changes });

it('Messages and vocabulary know the same names', () => {
  expect(vocabularyUsed()).toEqual([]);
});

describe('a planted fault is named', () => {
  const withMember = (message: string, name: string): VocabularySources['schemas'] => {
    const { schemas } = vocabularySources();
    const schema: JsonSchema = schemas[message] ?? {};
    return { ...schemas, [message]: { ...schema, properties: { ...schema.properties, [name]: { type: 'string' } } } };
  };

  it.each([
    ['a request', 'accessTokenRequest', 'otp', 'AccessTokenRequest.otp'],
    ['the metadata', 'authorizationServerMetadata', 'otp_pages', 'AuthorizationServerMetadata.otp_pages'],
    ['the key set, where other documents name the members', 'jsonWebKeySet', 'otp', 'JsonWebKeySet.otp'],
  ])('a member without a row, in %s', (_title, message, name, element) => {
    expect(found({ schemas: withMember(message, name) })).toEqual([
      expect.objectContaining({ rule: 'vocabulary/member-without-row', element }),
    ]);
  });

  it('a member of a Subject Identifier that its format does not have', () => {
    const { subjectIdentifierFormats } = vocabularySources();
    const changed = { ...subjectIdentifierFormats, accountNumber: { name: 'account_number', members: [] } };
    expect(found({ subjectIdentifierFormats: changed })).toEqual([
      expect.objectContaining({
        rule: 'vocabulary/member-without-row',
        element: 'AccountNumberSubject.account_number',
      }),
    ]);
  });

  it.each([
    ['a parameter that no message has', 'parameters', { name: 'otp_hint' }],
    ['an error that no machine answers with', 'errors', { name: 'login_required' }],
    ['a member of the metadata that is not published', 'serverMetadata', { name: 'otp_pages_supported' }],
    ['a format that the schema does not have', 'subjectIdentifierFormats', { name: 'opaque', members: [] }],
  ] as const)('%s', (_title, table, row) => {
    const rows = { ...vocabularySources()[table], planted: row };
    expect(found({ [table]: rows })).toEqual([
      expect.objectContaining({
        rule: 'vocabulary/row-unused',
        element: `${table}.planted`,
        actual: `${row.name} is not`,
      }),
    ]);
  });
});
