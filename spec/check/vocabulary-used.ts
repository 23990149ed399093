/**
 * The vocabulary and the messages know the same names: a member of a message that has no row is a name nobody asked IANA
 * for, and a row that nothing uses is a name that nobody will ever see, such as an error that no machine answers with.
 */
import {
  clientMetadata,
  deliveryMethods,
  endpoints,
  errors,
  exchanges,
  headers,
  type MessageName,
  metadataOf,
  parameters,
  type RequirementRow,
  requirements,
  resolutions,
  scopes,
  serverMetadata,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import { answersOf, exchangeNames } from '../emit/answers.ts';
import { type JsonSchema, messageSchemas } from '../emit/json-schema.ts';
import { compareFindings, type Finding } from './finding.ts';

/** Members that have no row, by the type they belong to, and why. */
const exempt: Readonly<Record<string, readonly string[]>> = {
  // RFC 7517 and RFC 7518 register them; OTP-flow says nothing about keys.
  JsonWebKeySet: ['keys'],
  JsonWebKey: ['kty', 'kid', 'alg', 'use', 'crv', 'x', 'y', 'n', 'e'],
  // Members of a resource of the deployment, which stands for any that a token can be for.
  UsageResponse: ['intervals'],
  UsageInterval: ['start', 'kilowatt_hours'],
};

/** Header fields of requests, and the one that every body has; outcomes do not list them. */
const headersOutsideOutcomes: readonly string[] = ['authorization', 'contentType', 'dpop'];

/** What is held against each other. Checks hand in spoilt parts to see whether they notice. */
export interface VocabularySources {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly parameters: Rows;
  readonly errors: Rows;
  readonly serverMetadata: Rows;
  readonly subjectIdentifierFormats: Readonly<
    Record<string, { readonly name: string; readonly members: readonly string[] }>
  >;
}

type Rows = Readonly<Record<string, { readonly name: string }>>;

export const vocabularySources = (): VocabularySources => ({
  schemas: messageSchemas(),
  parameters,
  errors,
  serverMetadata,
  subjectIdentifierFormats,
});

/** Findings for names that only one side knows. */
export function vocabularyUsed(sources: VocabularySources = vocabularySources()): Finding[] {
  const members = Object.entries(sources.schemas).flatMap(([message, schema]) => membersOf(message, schema));
  return [...withoutRow(members, sources), ...withoutUse(members, sources)].sort(compareFindings);
}

interface Member {
  readonly message: string;
  /** Name of the type that has the member. */
  readonly type: string;
  readonly name: string;
}

function membersOf(message: string, schema: JsonSchema): Member[] {
  const own = (type: string, { properties = {} }: JsonSchema) =>
    Object.keys(properties).map((name) => ({ message, type, name }));
  const definitions = Object.entries(schema.$defs ?? {});
  return [
    ...own(schema.title ?? message, schema),
    ...definitions.flatMap(([type, definition]) => own(type, definition)),
  ];
}

function withoutRow(members: readonly Member[], sources: VocabularySources): Finding[] {
  return members
    .filter(({ message, type, name }) => !knownNames(message, sources).has(name) && !exempt[type]?.includes(name))
    .map(({ type, name }) => ({
      rule: 'vocabulary/member-without-row',
      file: 'model/messages',
      element: `${type}.${name}`,
      expected: 'a row of the vocabulary, or an exemption with a reason',
      actual: 'neither',
      fix: 'add the row with its IANA fields, or take the member out of the message',
    }));
}

function knownNames(message: string, sources: VocabularySources): Set<string> {
  const rows = (table: Rows) => Object.values(table).map(({ name }) => name);
  switch (message) {
    case 'authorizationServerMetadata' satisfies MessageName:
      return new Set([...rows(sources.serverMetadata), ...rows(endpoints)]);
    case 'subjectIdentifier' satisfies MessageName:
      // `format` is the member that RFC 9493 §3 gives to every identifier.
      return new Set(['format', ...Object.values(sources.subjectIdentifierFormats).flatMap((row) => row.members)]);
    default:
      return new Set(rows(sources.parameters));
  }
}

/** Each table with the names that are in use. A table of deployment choices is used by being announced. */
function withoutUse(members: readonly Member[], sources: VocabularySources): Finding[] {
  const inMessages = new Set(members.map(({ name }) => name));
  const outcomeRows = exchangeNames.flatMap((exchange) => answersOf(exchange).map(({ row }) => row));
  const reachableErrors = new Set<string>(outcomeRows.flatMap(({ error }) => error ?? []));
  const usedHeaders = new Set<string>([...headersOutsideOutcomes, ...outcomeRows.flatMap((row) => row.headers)]);
  const usedEndpoints = new Set<string>(exchangeNames.map((exchange) => exchanges[exchange].endpoint));
  const usedScopes = new Set<string>(Object.values(resolutions).flatMap(({ sufficientScopes }) => sufficientScopes));
  const metadata: object = metadataOf('');
  const announced = new Set<unknown>(Object.values(metadata).flat());
  const formats = new Set<unknown>(formatsIn(sources.schemas));
  const sentences = Object.values<RequirementRow>(requirements).map(({ text }) => text);

  const unused = (
    table: string,
    rows: Rows,
    isUsed: (key: string, name: string) => boolean,
    where: string,
  ): Finding[] =>
    Object.entries(rows)
      .filter(([key, { name }]) => !isUsed(key, name))
      .map(([key, { name }]) => ({
        rule: 'vocabulary/row-unused',
        file: 'model/vocabulary',
        element: `${table}.${key}`,
        expected: where,
        actual: `${name} is not`,
        fix: 'delete the row, or use it',
      }));

  return [
    ...unused('parameters', sources.parameters, (_, name) => inMessages.has(name), 'a member of some message'),
    ...unused('errors', sources.errors, (key) => reachableErrors.has(key), 'an error of an outcome that is reachable'),
    ...unused('serverMetadata', sources.serverMetadata, (_, name) => name in metadata, 'a member of the metadata'),
    ...unused(
      'subjectIdentifierFormats',
      sources.subjectIdentifierFormats,
      (_, name) => formats.has(name),
      'a format in the schema of Subject Identifiers',
    ),
    ...unused('endpoints', endpoints, (key) => usedEndpoints.has(key), 'the endpoint of an exchange'),
    ...unused('headers', headers, (key) => usedHeaders.has(key), 'a header field of an outcome that is reachable'),
    ...unused('scopes', scopes, (key) => usedScopes.has(key), 'a scope that a resolution needs'),
    ...unused('deliveryMethods', served(), (_, name) => announced.has(name), 'announced in the metadata'),
    // A client is registered by its operator, so its metadata travel in no message; what is new about them is worded.
    ...unused(
      'clientMetadata',
      requested(),
      (_, name) => sentences.some((text) => text.includes(name)),
      'named in a requirement',
    ),
  ];
}

/** A method that is not served only seeds the registry. */
const served = (): Rows => Object.fromEntries(Object.entries(deliveryMethods).filter(([, row]) => row.served));

const requested = (): Rows =>
  Object.fromEntries(Object.entries(clientMetadata).filter(([, { iana }]) => iana.status === 'requested'));

const formatsIn = (schemas: Readonly<Record<string, JsonSchema>>): unknown[] =>
  Object.values(schemas.subjectIdentifier?.$defs ?? {}).map(({ properties }) => properties?.format?.const);
