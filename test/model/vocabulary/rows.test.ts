import { describe, expect, it } from 'vitest';
import {
  clientAuthenticationMethods,
  clientMetadata,
  codeCharsets,
  deliveryMethods,
  endpoints,
  errors,
  grantType,
  headers,
  jwtBearerAssertionType,
  limits,
  parameters,
  type Row,
  references,
  resolutions,
  scopes,
  serverMetadata,
  signingAlgorithms,
  subjectIdentifierFormats,
} from '../../../model/index.ts';

interface Named {
  readonly name: string;
}

/** Names that may not be the same, because they would stand side by side. */
const kinds: Readonly<Record<string, readonly Named[]>> = {
  parameters: Object.values(parameters),
  errors: Object.values(errors),
  'members of the server metadata': [...Object.values(serverMetadata), ...Object.values(endpoints)],
  'members of a registration': Object.values(clientMetadata),
  'client authentication methods': Object.values(clientAuthenticationMethods),
  'delivery methods': Object.values(deliveryMethods),
  'character sets': Object.values(codeCharsets),
  'subject identifier formats': Object.values(subjectIdentifierFormats),
  scopes: Object.values(scopes),
  resolutions: Object.values(resolutions),
  'signing algorithms': Object.values(signingAlgorithms),
  'header fields': Object.values(headers).map(({ name }) => ({ name: name.toLowerCase() })),
  paths: Object.values(endpoints).map(({ path }) => ({ name: path })),
};

const rows: readonly (readonly [string, Row])[] = [
  ...[parameters, errors, endpoints, serverMetadata, clientMetadata, clientAuthenticationMethods].flatMap((table) =>
    Object.values<Row>(table),
  ),
  ...[deliveryMethods, subjectIdentifierFormats, scopes].flatMap((table) => Object.values<Row>(table)),
  grantType,
  jwtBearerAssertionType,
].map((row) => [row.name, row] as const);

/** Whatever stands side by side under one name; empty when all is well. */
const doubled = (named: readonly Named[]): string[] => {
  const names = named.map(({ name }) => name);
  return names.filter((name, place) => names.indexOf(name) !== place);
};

describe('Names', () => {
  it.each(Object.entries(kinds))('of %s are each used once', (_kind, named) => {
    expect(named.length).toBeGreaterThan(0);
    expect(doubled(named)).toEqual([]);
  });

  it('used twice would be found', () => {
    expect(doubled([{ name: 'a' }, { name: 'b' }, { name: 'a' }])).toEqual(['a']);
  });

  it.each(rows)('%s is a name that OAuth registries take', (name) => {
    expect(name).toMatch(/^[\x21\x23-\x5B\x5D-\x7E]+$/);
  });

  it('of error codes have only the characters that RFC 6749 §5.2 allows', () => {
    for (const { name } of Object.values(errors)) expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
  });

  it('of the grant is an absolute URI in the OAuth namespace (RFC 6749 §4.5, RFC 6755 §3)', () => {
    expect(grantType.name).toBe('urn:ietf:params:oauth:grant-type:otp');
  });
});

describe('Sources', () => {
  it.each(rows)('%s says which section defines it', (_name, { source }) => {
    expect(Object.keys(references)).toContain(source.document);
    expect(source.section).toMatch(
      source.document === 'otp-flow' ? /^[a-z]+(-[a-z]+)*$/ : /^([1-9][0-9]*|[A-Z])(\.[1-9][0-9]*)*$/,
    );
  });

  it.each(rows)('%s is described in one phrase', (_name, { description }) => {
    expect(description).toMatch(/^\p{Lu}.*[^.]$/u);
  });

  it.each(Object.entries(signingAlgorithms))('%s names the document that defines the algorithm', (_name, row) => {
    expect(row.source.document).toMatch(/^rfc\d{4}$/);
    expect(row.source.section).toMatch(/^\d+(\.\d+)*$/);
  });

  it('are all listed references but those that only prose cites', () => {
    const cited = new Set(rows.map(([, { source }]) => source.document as string)); // compared with plain keys
    for (const { source } of Object.values(headers)) cited.add(source.document);
    expect(Object.keys(references).filter((id) => !cited.has(id))).toEqual([
      'rfc2119',
      'rfc3966',
      'rfc4647',
      'rfc6755',
      'rfc7517',
      'rfc8174',
      'rfc9068',
      'rfc9126',
      'rfc9700',
      'first-party-apps',
      'nist-800-63b',
      'origin-bound-sms',
    ]);
  });
});

describe('Registrations', () => {
  const located = ['OAuth Parameters', 'OAuth Extensions Error Registry'];

  it.each(rows)('%s fills in the template of its registry', (_name, { iana, source }) => {
    switch (iana.status) {
      case 'none':
        expect(iana.reason).not.toBe('');
        break;
      case 'registered':
        // Somebody else registered it, so somebody else defines it.
        expect(source.document).not.toBe('otp-flow');
        break;
      case 'requested':
        expect(iana.changeController).toBe('IETF');
        expect(iana.usageLocation !== undefined).toBe(located.includes(iana.registry));
        break;
    }
  });
});

describe('Delivery methods', () => {
  it.each(Object.entries(deliveryMethods))('%s has a life that is a limit in seconds', (_name, { life }) => {
    expect(limits[life].unit).toBe('seconds');
  });

  it('are named by their keys, as character sets are', () => {
    for (const [key, { name }] of Object.entries({ ...deliveryMethods, ...codeCharsets })) expect(name).toBe(key);
  });

  it('speak codes from sets without doubled characters', () => {
    for (const { characters } of Object.values(codeCharsets)) {
      expect(new Set(characters).size).toBe(characters.length);
    }
  });
});
