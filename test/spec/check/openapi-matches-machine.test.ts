import { describe, expect, it } from 'vitest';
import { openApiMatchesMachine } from '../../../spec/check/openapi-matches-machine.ts';
import { emitOpenApi, openApiPath } from '../../../spec/emit/openapi-artifacts.ts';
import { madeUpRecordings } from '../support/made-up-recordings.ts';

const artifacts = emitOpenApi(madeUpRecordings());
const versions = ['3.1', '3.0'] as const;
type Version = (typeof versions)[number];

/** Any JSON object; the planted faults reach into it by path. */
type Node = { [name: string]: Node };

const textOf = (version: Version): string =>
  artifacts.find(({ path }) => path === openApiPath(version, 'json'))?.content ?? '';

/** Findings after one fault was planted, without those about missing descriptions. */
function findings(version: Version, plant: (document: Node) => void) {
  const document = JSON.parse(textOf(version)) as Node;
  plant(document);
  const path = openApiPath(version, 'json');
  return openApiMatchesMachine({ path, content: JSON.stringify(document) }).filter(
    ({ rule }) => rule !== 'openapi/undescribed',
  );
}

/** The node at a path; faults are planted in what exists. */
function at(document: Node, ...path: readonly string[]): Node {
  return path.reduce((node, name) => {
    const next = node[name];
    if (next === undefined) throw new Error(`nothing at ${path.join(' ')}`);
    return next;
  }, document);
}

/** Puts any JSON value where a node is expected. */
const put = (node: Node, name: string, value: unknown) => Object.assign(node, { [name]: value });

const token = ['paths', '/token', 'post'] as const;
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

describe.each(versions)('OpenAPI %s', (version) => {
  it('says what the machines do, without a finding', () => {
    expect(findings(version, () => {})).toEqual([]);
  });

  it.each<[string, string, (document: Node) => void]>([
    ['an exchange without an operation', '#/paths/~1token/post', (d) => delete at(d, 'paths', '/token').post],
    [
      'an operation without an exchange',
      '#/paths/~1userinfo/post',
      (d) => put(at(d, 'paths'), '/userinfo', { post: at(d, ...token) }),
    ],
    [
      'an operation under another method',
      '#/paths/~1token/put',
      (d) => put(at(d, 'paths'), '/token', { put: at(d, ...token) }),
    ],
    [
      'a status that a request can get and the document lacks',
      '#/paths/~1token/post/responses/429',
      (d) => delete at(d, ...token, 'responses')['429'],
    ],
    [
      'a status that no request can get',
      '#/paths/~1token/post/responses/504',
      (d) => put(at(d, ...token, 'responses'), '504', { description: 'Busy.' }),
    ],
    [
      'an error that is answered and not described',
      '#/paths/~1token/post/description',
      (d) => {
        const operation = at(d, ...token);
        put(operation, 'description', String(operation.description).replace(/^\| `invalid_grant`.*\n/m, ''));
      },
    ],
    [
      'an error that is described and never answered',
      '#/paths/~1token/post/description',
      (d) => {
        const operation = at(d, ...token);
        put(operation, 'description', `${operation.description}| \`login_required\` | 400 | Log in. | Always. |\n`);
      },
    ],
    [
      'an error that a response does not name',
      '#/paths/~1token/post/responses/400/description',
      (d) => put(at(d, ...token, 'responses', '400'), 'description', 'Refused.'),
    ],
    [
      'an outcome that a response does not name',
      '#/paths/~1token/post/responses/400/x-outcomes',
      (d) => put(at(d, ...token, 'responses', '400'), 'x-outcomes', ['codeWrong']),
    ],
    [
      'a header field that is not declared',
      '#/paths/~1token/post/responses/429/headers/Retry-After',
      (d) => delete at(d, ...token, 'responses', '429', 'headers')['Retry-After'],
    ],
    [
      'a header field of another type',
      '#/paths/~1token/post/responses/429/headers/Retry-After/schema/type',
      (d) => put(at(d, ...token, 'responses', '429', 'headers', 'Retry-After', 'schema'), 'type', 'string'),
    ],
    [
      'a header field that is said to be optional',
      '#/paths/~1token/post/responses/401/headers/WWW-Authenticate/required',
      (d) => put(at(d, ...token, 'responses', '401', 'headers', 'WWW-Authenticate'), 'required', false),
    ],
    [
      'a response of another type',
      '#/paths/~1token/post/responses/200/content/application~1json/schema/$ref',
      (d) =>
        put(at(d, ...token, 'responses', '200', 'content', json), 'schema', {
          $ref: '#/components/schemas/OtpDeliveryResponse',
        }),
    ],
    [
      'a response in another media type',
      '#/paths/~1token/post/responses/200/content/text~1plain',
      (d) => put(at(d, ...token, 'responses', '200', 'content'), 'text/plain', {}),
    ],
    [
      'a request in another media type',
      `#/paths/~1token/post/requestBody/content/application~1json`,
      (d) => {
        const content = at(d, ...token, 'requestBody', 'content');
        put(content, json, content[form]);
      },
    ],
    [
      'a request whose body may be missing',
      '#/paths/~1token/post/requestBody/required',
      (d) => put(at(d, ...token, 'requestBody'), 'required', false),
    ],
    [
      'an operation that everybody may call',
      '#/paths/~1token/post/security/0',
      (d) => put(at(d, ...token), 'security', []),
    ],
    [
      'a resource that takes a password',
      '#/paths/~1usage/get/security/0',
      (d) => put(at(d, 'paths', '/usage', 'get'), 'security', [{ clientSecretBasic: [] }]),
    ],
    [
      'a query parameter that is required',
      '#/paths/~1usage/get/parameters/0/required',
      (d) => put(at(d, 'paths', '/usage', 'get', 'parameters', '0'), 'required', true),
    ],
    [
      'a query parameter with another value',
      '#/paths/~1usage/get/parameters/0/schema/enum/2',
      (d) => put(at(d, 'paths', '/usage', 'get', 'parameters', '0', 'schema'), 'enum', ['hour', 'month', 'year']),
    ],
    [
      'a member that the message does not have',
      '#/components/schemas/AccessTokenRequest/properties/otp',
      (d) => put(at(d, 'components', 'schemas', 'AccessTokenRequest', 'properties'), 'otp', { type: 'string' }),
    ],
    [
      'a member that is missing',
      '#/components/schemas/AccessTokenRequest/properties/user_code',
      (d) => delete at(d, 'components', 'schemas', 'AccessTokenRequest', 'properties').user_code,
    ],
    [
      'a member of another type',
      '#/components/schemas/OtpDeliveryResponse/properties/interval/type',
      (d) => put(at(d, 'components', 'schemas', 'OtpDeliveryResponse', 'properties', 'interval'), 'type', 'string'),
    ],
    [
      'a bound that was moved',
      '#/components/schemas/AccessTokenRequest/properties/user_code/maxLength',
      (d) => put(at(d, 'components', 'schemas', 'AccessTokenRequest', 'properties', 'user_code'), 'maxLength', 6),
    ],
    [
      'a required member that became optional',
      '#/components/schemas/OtpDeliveryRequest/required/1',
      (d) => put(at(d, 'components', 'schemas', 'OtpDeliveryRequest'), 'required', ['auth_session']),
    ],
    [
      'a closed list of errors',
      '#/components/schemas/ErrorResponse/properties/error/enum',
      (d) => put(at(d, 'components', 'schemas', 'ErrorResponse', 'properties', 'error'), 'enum', ['invalid_request']),
    ],
    [
      'what a string holds was changed',
      version === '3.1'
        ? '#/components/schemas/EmailSubject/properties/email/maxLength'
        : '#/components/schemas/OtpAuthorizationRequest/properties/sub_id/contentSchema/anyOf/1/properties/email/maxLength',
      (d) => {
        const email =
          version === '3.1'
            ? at(d, 'components', 'schemas', 'EmailSubject')
            : at(
                d,
                'components',
                'schemas',
                'OtpAuthorizationRequest',
                'properties',
                'sub_id',
                'x-contentSchema',
                'anyOf',
                '1',
              );
        put(at(email, 'properties', 'email'), 'maxLength', 10);
      },
    ],
    [
      'an example under the name of an outcome with another status',
      '#/paths/~1token/post/responses/400/content/application~1json/examples/clientTooBusy',
      (d) => {
        const examples = at(d, ...token, 'responses', '400', 'content', json, 'examples');
        put(examples, 'clientTooBusy', examples.codeWrong);
      },
    ],
    [
      'an example with the error of another outcome',
      '#/paths/~1token/post/responses/400/content/application~1json/examples/codeWrong/value/error',
      (d) =>
        put(
          at(d, ...token, 'responses', '400', 'content', json, 'examples', 'codeWrong', 'value'),
          'error',
          'invalid_grant',
        ),
    ],
    [
      'a requirement that does not exist',
      '#/paths/~1token/post/x-requirements',
      (d) => put(at(d, ...token), 'x-requirements', ['transaction/unheard-of']),
    ],
  ])('is held to it: %s', (_title, element, plant) => {
    const found = findings(version, plant);
    expect(found).toContainEqual(expect.objectContaining({ element, file: openApiPath(version, 'json') }));
    for (const { expected, actual, fix } of found) {
      expect(expected).not.toBe(actual);
      expect(fix).toContain('npm run generate');
    }
  });

  it('may not leave a member without a description', () => {
    const document = JSON.parse(textOf(version)) as Node;
    delete at(document, 'components', 'schemas', 'ErrorResponse', 'properties', 'error').description;
    delete at(document, 'paths', '/usage', 'get', 'parameters', '0').description;
    const undescribed = openApiMatchesMachine({ path: 'a.json', content: JSON.stringify(document) })
      .filter(({ rule }) => rule === 'openapi/undescribed')
      .map(({ element }) => element);
    expect(undescribed).toContain('#/components/schemas/ErrorResponse/properties/error');
    expect(undescribed).toContain('#/paths/~1usage/get/parameters/0');
  });
});

it.each(['{', '[]', 'null'])('What is no document is a finding: %s', (content) => {
  expect(openApiMatchesMachine({ path: 'a.json', content })).toEqual([
    expect.objectContaining({ rule: 'openapi/unreadable', file: 'a.json' }),
  ]);
});
