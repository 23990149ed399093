import { beforeAll, describe, expect, it } from 'vitest';
import { type MessageName, messages } from '../../../model/messages/index.ts';
import { compileSchemas, expectValid, type ValidatorPair } from '../../../spec/check/validators.ts';
import { emitJsonSchemas, type JsonSchema, messageSchemas, schemaId } from '../../../spec/emit/json-schema.ts';

// Object.keys forgets the type of the keys.
const names = Object.keys(messages) as MessageName[];

/** Every schema inside a schema, itself included, with a JSON pointer to it. */
function subschemas(schema: JsonSchema, pointer = '#'): [string, JsonSchema][] {
  const children: [string, JsonSchema][] = [
    ...inside(schema.properties, `${pointer}/properties`),
    ...inside(schema.$defs, `${pointer}/$defs`),
    ...(schema.anyOf ?? []).map((member, index): [string, JsonSchema] => [`${pointer}/anyOf/${index}`, member]),
    ...(schema.items === undefined ? [] : [[`${pointer}/items`, schema.items] satisfies [string, JsonSchema]]),
  ];
  return [[pointer, schema], ...children.flatMap(([place, child]) => subschemas(child, place))];
}

const inside = (map: Readonly<Record<string, JsonSchema>> | undefined, pointer: string) =>
  Object.entries(map ?? {}).map(([key, value]): [string, JsonSchema] => [`${pointer}/${key}`, value]);

const all = () =>
  names.flatMap((name) => subschemas(messageSchemas()[name]).map(([place, schema]) => ({ name, place, schema })));

function property(message: MessageName, key: string): JsonSchema {
  const found = messageSchemas()[message].properties?.[key];
  if (found === undefined) throw new Error(`${message} has no member ${key}`);
  return found;
}

describe('The schema of a message', () => {
  it('is a file of its own, in JSON Schema 2020-12, that names what wrote it', () => {
    const artifacts = emitJsonSchemas();
    expect(artifacts.map(({ path }) => path)).toEqual(
      names.map((name) => `schemas/${messages[name].file}.schema.json`),
    );
    for (const [index, { content }] of artifacts.entries()) {
      const file = messages[names[index] ?? 'errorResponse'].file;
      expect(JSON.parse(content)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `https://otp-flow.example/schemas/${file}.schema.json`,
        $comment: expect.stringContaining('spec/emit/json-schema.ts'),
      });
      expect(content).not.toMatch(/draft-07|"definitions"|"asType"|import\(/);
    }
  });

  it('is the same text however often it is emitted', () => {
    expect(emitJsonSchemas()).toEqual(emitJsonSchemas());
  });

  it('requires what the protocol requires, in the order of the type', () => {
    const required = (name: MessageName) => messageSchemas()[name].required;
    expect(required('otpAuthorizationRequest')).toEqual(['sub_id', 'scope']);
    expect(required('otpAuthorizationResponse')).toEqual(['auth_session', 'expires_in', 'delivery_options', 'iss']);
    expect(required('otpDeliveryRequest')).toEqual(['auth_session', 'delivery_option']);
    expect(required('accessTokenRequest')).toEqual(['grant_type']);
    expect(required('errorResponse')).toEqual(['error']);
    expect(required('usageRequest')).toBeUndefined();
  });

  it('lets unknown members pass, because receivers ignore them, except in a Subject Identifier', () => {
    const { $defs = {} } = messageSchemas().subjectIdentifier;
    expect(Object.values($defs).map(({ additionalProperties }) => additionalProperties)).toEqual(Array(6).fill(false));
    const inside = new Set<unknown>(Object.values($defs));
    expect(all().filter(({ schema }) => 'additionalProperties' in schema && !inside.has(schema))).toEqual([]);
  });

  it('counts seconds and characters in integers, and energy in numbers', () => {
    expect(property('otpAuthorizationResponse', 'expires_in')).toMatchObject({ type: 'integer', minimum: 1 });
    expect(property('otpDeliveryResponse', 'interval').type).toBe('integer');
    expect(property('otpDeliveryResponse', 'code_length')).toMatchObject({ type: 'integer', minimum: 6, maximum: 16 });
    expect(property('accessTokenResponse', 'expires_in').type).toBe('integer');
    expect(messageSchemas().usageResponse.$defs?.UsageInterval?.properties?.kilowatt_hours?.type).toBe('number');
  });

  it('keeps patterns as the type states them, backslashes included', () => {
    expect(property('accessTokenRequest', 'user_code').pattern).toBe(String.raw`^[\x20-\x7E]+$`);
    expect(property('errorResponse', 'error').pattern).toBe(String.raw`^[\x20\x21\x23-\x5B\x5D-\x7E]+$`);
    expect(property('accessTokenRequest', 'client_assertion').pattern).toBe(
      String.raw`^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$`,
    );
  });

  it('describes every object in single-line sentences', () => {
    for (const { name, place, schema } of all()) {
      if (schema.type === 'object') expect(schema.description, `${name} ${place}`).toMatch(/\.$/);
      if (schema.description !== undefined) expect(schema.description, `${name} ${place}`).not.toMatch(/\n| {2}/);
    }
    expect(property('otpAuthorizationRequest', 'client_assertion').description).toContain('authorization server, and');
  });

  it('refers to nothing but its own definitions, and uses each of them', () => {
    for (const name of names) {
      const parts = subschemas(messageSchemas()[name]);
      const referred = parts.flatMap(([, { $ref }]) => ($ref === undefined ? [] : [$ref]));
      const defined = Object.keys(messageSchemas()[name].$defs ?? {}).map((key) => `#/$defs/${key}`);
      expect([...new Set(referred)].sort(), name).toEqual(defined.sort());
    }
  });

  it('offers a Subject Identifier in each of its formats, told apart by a constant', () => {
    const { anyOf = [], $defs = {} } = messageSchemas().subjectIdentifier;
    expect(anyOf.map(({ $ref }) => $ref)).toEqual(Object.keys($defs).map((key) => `#/$defs/${key}`));
    expect(Object.values($defs).map(({ properties }) => properties?.format?.const)).toEqual([
      'phone_number',
      'email',
      'account',
      'account_number',
      'postal_address',
      'meter_number',
    ]);
  });

  it('says of a form parameter that holds JSON what the JSON is', () => {
    expect(property('otpAuthorizationRequest', 'sub_id')).toMatchObject({
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { $ref: schemaId('subjectIdentifier') },
    });
    expect(property('otpAuthorizationRequest', 'authorization_details').contentMediaType).toBe('application/json');
    expect(property('otpAuthorizationRequest', 'scope').contentMediaType).toBeUndefined();
  });
});

describe('By both validators', () => {
  let validators: ValidatorPair;
  const outcome = (name: MessageName, instance: unknown) =>
    validators.validateWithBoth(schemaId(name), instance).outcome;

  beforeAll(async () => {
    // Members get schemas of their own, which refer to the message's, so that their examples can be judged.
    const members = withExamples().map(({ name, place }) => memberSchema(name, place));
    validators = await compileSchemas([...Object.values(messageSchemas()), ...members]);
  });

  const withExamples = () => all().filter(({ schema }) => schema.examples !== undefined);
  const memberSchema = (name: MessageName, place: string) => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: memberId(name, place),
    $ref: `${schemaId(name)}${place}`,
  });
  const memberId = (name: MessageName, place: string) => `https://otp-flow.example/members/${name}${place.slice(1)}`;

  it('every example of a member is valid', () => {
    expect(withExamples().length).toBeGreaterThan(20);
    const findings = withExamples().flatMap(({ name, place, schema }) =>
      (schema.examples ?? []).flatMap((example) =>
        expectValid(validators, memberId(name, place), example, { file: messages[name].file, element: place }),
      ),
    );
    expect(findings).toEqual([]);
  });

  it('an example of a JSON text is valid against the schema of its content', () => {
    const [text] = property('otpAuthorizationRequest', 'sub_id').examples ?? [];
    expect(outcome('subjectIdentifier', JSON.parse(String(text)))).toBe('valid');
  });

  const session = 'n3Vx_0aQzT7mKpLw2RbYdE';
  const delivery = {
    expires_in: 600,
    interval: 30,
    code_length: 8,
    code_charset: 'numeric',
    binding_message: 'amber otter',
  };
  const authorization = {
    auth_session: session,
    expires_in: 900,
    delivery_options: [{ id: 'sms', method: 'sms' }],
    iss: 'https://utility.example',
  };

  it.each<[string, MessageName, unknown]>([
    ['an answer to a delivery request', 'otpDeliveryResponse', delivery],
    ['an answer with a member from the future', 'otpDeliveryResponse', { ...delivery, fax_number: 'none' }],
    ['an answer to an authorization request', 'otpAuthorizationResponse', authorization],
    ['an error that is not registered yet', 'errorResponse', { error: 'too_late' }],
    ['a request for the default resolution', 'usageRequest', {}],
    ['a phone number', 'subjectIdentifier', { format: 'phone_number', phone_number: '+12025550143' }],
    [
      'a reading',
      'usageResponse',
      { resolution: 'hour', intervals: [{ start: '2025-11-01T00:00:00Z', kilowatt_hours: 0.4 }] },
    ],
  ])('%s is valid', (_title, name, instance) => {
    expect(outcome(name, instance)).toBe('valid');
  });

  it.each<[string, MessageName, unknown]>([
    ['a life of half a second', 'otpDeliveryResponse', { ...delivery, expires_in: 0.5 }],
    ['a life in words', 'otpDeliveryResponse', { ...delivery, expires_in: '600' }],
    ['a code of five digits', 'otpDeliveryResponse', { ...delivery, code_length: 5 }],
    ['a binding message with markup', 'otpDeliveryResponse', { ...delivery, binding_message: '<b>otter</b>' }],
    ['a session of 21 characters', 'otpAuthorizationResponse', { ...authorization, auth_session: session.slice(1) }],
    ['no way of delivery', 'otpAuthorizationResponse', { ...authorization, delivery_options: [] }],
    [
      'a delivery option without an id',
      'otpAuthorizationResponse',
      { ...authorization, delivery_options: [{ method: 'sms' }] },
    ],
    ['an error with a quotation mark', 'errorResponse', { error: 'bad"quote' }],
    ['an error that is not there', 'errorResponse', { error_description: 'What is wrong?' }],
    ['a scope with two spaces', 'otpAuthorizationRequest', { sub_id: '{}', scope: 'usage:read  usage:summary' }],
    ['a code outside of ASCII', 'accessTokenRequest', { grant_type: 'x', auth_session: 'x', user_code: '٠٤٩' }],
    ['a phone number without its plus', 'subjectIdentifier', { format: 'phone_number', phone_number: '12025550143' }],
    ['a format with the members of another', 'subjectIdentifier', { format: 'email', phone_number: '+12025550143' }],
    ['a format nobody knows', 'subjectIdentifier', { format: 'shoe_size', shoe_size: 'large' }],
    ['a resolution between hour and month', 'usageRequest', { resolution: 'day' }],
    [
      'a reading at no time',
      'usageResponse',
      { resolution: 'hour', intervals: [{ start: 'noon', kilowatt_hours: 1 }] },
    ],
    ['a list in place of an object', 'accessTokenResponse', []],
  ])('%s is not', (_title, name, instance) => {
    expect(outcome(name, instance)).toBe('invalid');
  });
});
