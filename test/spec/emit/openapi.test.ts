import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintOpenApi } from '../../../spec/check/openapi-lint.ts';
import type { Artifact } from '../../../spec/emit/artifact.ts';
import { openApi30 } from '../../../spec/emit/openapi-30.ts';
import { openApi31 } from '../../../spec/emit/openapi-31.ts';
import { emitOpenApi, openApiPath } from '../../../spec/emit/openapi-artifacts.ts';
import { madeUpRecordings } from '../support/made-up-recordings.ts';

let artifacts: Artifact[];
let newer: ReturnType<typeof openApi31>;
let older: ReturnType<typeof openApi30>;

beforeAll(() => {
  const recordings = madeUpRecordings();
  artifacts = emitOpenApi(recordings);
  newer = openApi31(recordings);
  older = openApi30(recordings);
});

describe('the documents', () => {
  it('are four: two versions, each in JSON and in YAML', () => {
    expect(artifacts.map(({ path }) => path)).toEqual([
      'openapi/otp-flow.openapi-3.1.json',
      'openapi/otp-flow.openapi-3.1.yaml',
      'openapi/otp-flow.openapi-3.0.json',
      'openapi/otp-flow.openapi-3.0.yaml',
    ]);
  });

  it('give Redocly, Spectral and the meta-schemas nothing to object to', async () => {
    expect(await lintOpenApi(artifacts)).toEqual([]);
  }, 60_000);

  it('give the linters nothing to object to before anything was recorded', async () => {
    expect(await lintOpenApi(emitOpenApi([]).filter(({ path }) => path.endsWith('.json')))).toEqual([]);
  }, 60_000);

  it.each(['3.0', '3.1'] as const)('say in YAML what they say in JSON, without anchors: OpenAPI %s', (version) => {
    const text = (format: 'json' | 'yaml') =>
      artifacts.find(({ path }) => path === openApiPath(version, format))?.content ?? '';
    expect(parse(text('yaml'))).toEqual(JSON.parse(text('json')));
    expect(text('yaml')).not.toMatch(/: [&*][a-z]/);
  });

  it('are the same bytes for the same recordings', () => {
    expect(emitOpenApi(madeUpRecordings())).toEqual(artifacts);
  });
});

describe('what client generators need', () => {
  const text = () => artifacts.map(({ content }) => content).join('\n');

  it('requests are flat objects: no oneOf and no discriminator anywhere', () => {
    expect(text()).not.toMatch(/oneOf|discriminator/);
    expect(newer.components?.schemas?.AccessTokenRequest).toMatchObject({
      type: 'object',
      // what else is needed depends on the grant type, which a flat object cannot say
      required: ['grant_type'],
    });
  });

  it.each(['3.0', '3.1'])('an error code that was added later can still be read: OpenAPI %s', (version) => {
    const schemas = (version === '3.0' ? older : newer).components?.schemas;
    const error = Object.entries(schemas ?? {}).find(([name]) => name === 'ErrorResponse')?.[1];
    expect(error).toMatchObject({ properties: { error: { type: 'string' } } });
    expect(JSON.stringify(error)).not.toMatch(/"enum"|"const"/);
  });

  it('operations are named by what they ask for', () => {
    const names = Object.values(newer.paths ?? {}).map((item) => (item.post ?? item.get)?.operationId);
    expect(names).toEqual([
      'requestOtpAuthorization',
      'requestOtpDelivery',
      'requestAccessToken',
      'requestRevocation',
      'requestIntrospection',
      'readMetadata',
      'readKeys',
      'readUsage',
    ]);
  });

  it('a client may authenticate by the Authorization header field or by an assertion in the form', () => {
    expect(newer.paths?.['/token']?.post?.security).toEqual([{ clientSecretBasic: [] }, {}]);
    expect(newer.components?.schemas?.AccessTokenRequest).toMatchObject({
      properties: { client_assertion_type: { type: 'string' }, client_assertion: { type: 'string' } },
    });
    expect(newer['x-client-authentication'].methods).toMatchObject([
      { name: 'private_key_jwt', recommended: true },
      { name: 'client_secret_basic', recommended: false },
    ]);
  });
});

describe('an operation', () => {
  it('lists the statuses that the machines reach and no others', () => {
    expect(Object.keys(newer.paths?.['/otp-delivery']?.post?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '405',
      '413',
      '429',
      '503',
    ]);
    expect(Object.keys(newer.paths?.['/usage']?.get?.responses ?? {})).toEqual(['200', '400', '401', '403', '405']);
  });

  it('declares the header fields of each answer', () => {
    const responses = newer.paths?.['/token']?.post?.responses;
    expect(responses?.['429'].headers).toMatchObject({
      'Retry-After': { required: true, schema: { type: 'integer', minimum: 1 }, example: 30 },
      'Cache-Control': { required: true, example: 'no-store' },
    });
    expect(responses?.['401'].headers).toMatchObject({ 'WWW-Authenticate': { schema: { pattern: '^(Basic)' } } });
    expect(responses?.['405'].headers).toMatchObject({ Allow: { example: 'POST' } });
    expect(newer.paths?.['/usage']?.get?.responses?.['403'].headers).toMatchObject({
      'WWW-Authenticate': { schema: { pattern: '^(Bearer|DPoP)' } },
    });
  });

  it('tells which errors it answers with, and when', () => {
    expect(newer.paths?.['/token']?.post?.description).toContain(
      '| `expired_token` | 400 | The passcode or the whole transaction has expired. | The transaction has expired; start a new one.<br>The passcode has expired; ask for a new one, or start over when that is refused too. |',
    );
  });

  it('shows what was recorded, by outcome', () => {
    const { requestBody, responses } = newer.paths?.['/otp-delivery']?.post ?? {};
    expect(responses?.['200'].content['application/json'].examples).toMatchObject({
      codeSent: { value: { code_length: 8, binding_message: 'amber otter' } },
    });
    expect(Object.keys(responses?.['400'].content['application/json'].examples)).toContain('sendLimitReached');
    expect(requestBody).toMatchObject({
      content: {
        'application/x-www-form-urlencoded': { examples: { codeSent: { value: { delivery_option: 'sms' } } } },
      },
    });
  });

  it('shows no request that a rule of the front door turned away, since it may be malformed', () => {
    const body = newer.paths?.['/otp-authorization']?.post?.requestBody;
    expect(JSON.stringify(body)).toContain('"sessionIssued"');
    expect(JSON.stringify(body)).not.toContain('"requestMalformed"');
  });

  it('leads to the next one by links', () => {
    const links = (path: string) => newer.paths?.[path]?.post?.responses?.['200'].links;
    expect(links('/otp-authorization').requestOtpDelivery.requestBody).toEqual({
      auth_session: '$response.body#/auth_session',
      delivery_option: '$response.body#/delivery_options/0/id',
    });
    expect(links('/otp-delivery').requestAccessToken.requestBody.auth_session).toBe('$request.body#/auth_session');
    expect(Object.keys(links('/token'))).toEqual(['readUsage']);
  });

  it('names the requirements that it has to keep', () => {
    const ids = newer.paths?.['/token']?.post?.['x-requirements'];
    expect(ids).toContain('transaction/single-grant');
    expect(ids).toContain('client/wrong-code-quota');
    expect(ids).toContain('access-token-response/says-scope');
    expect(ids).not.toContain('otp-authorization-request/scope');
  });
});

describe('OpenAPI 3.0', () => {
  it('says what a string holds in extensions, and 3.1 in the keywords of JSON Schema', () => {
    expect(newer.components?.schemas?.OtpAuthorizationRequest).toMatchObject({
      properties: { sub_id: { contentSchema: { $ref: '#/components/schemas/SubjectIdentifier' } } },
    });
    expect(older.components?.schemas?.OtpAuthorizationRequest).toMatchObject({
      properties: { sub_id: { 'x-contentSchema': { title: 'SubjectIdentifier' } } },
    });
  });

  it('has none of the keywords that 3.0 does not know', () => {
    const keywords = JSON.stringify(older.components?.schemas);
    expect(keywords).not.toMatch(/"(const|examples|contentSchema|contentMediaType|\$id|\$schema|\$defs)":/);
  });
});
