/** Servers that let requests in that have to be turned away, or turn away what has to be let in. */
import { type Mutant, mutantsOf, row } from './mutant.ts';
import { assertions, basic, clients, headerOf, read, storing, urlencoded, withBody } from './request-edits.ts';
import { answering, forms, reading, readingForm } from './wire-edits.ts';

const knownParameters = new Set([
  ...['sub_id', 'scope', 'authorization_details', 'resource', 'ui_locales', 'auth_session', 'delivery_option'],
  ...['refresh_token', 'token', 'token_type_hint'],
  ...['grant_type', 'user_code', 'client_id', 'client_assertion', 'client_assertion_type'],
]);

const refusal = (error: string) => ({ body: JSON.stringify({ error, error_description: 'Refused' }), status: 400 });

export const requestMutants: readonly Mutant[] = mutantsOf('request', {
  'json-taken': row(
    'takes JSON for a form',
    ['request/form-encoded'],
    reading(forms, (request) => {
      if (!request.headers['content-type']?.startsWith('application/json')) return;
      const members = JSON.parse(request.body.toString()) as Record<string, string>; // sent by a tester
      withBody(request, new URLSearchParams(members).toString());
    }),
  ),
  'any-type-taken': row(
    'takes a form of any content type',
    ['request/form-encoded'],
    reading(forms, (request) => {
      request.headers['content-type'] = urlencoded;
    }),
  ),
  'repeated-taken': row(
    'takes the last of repeated parameters',
    ['request/no-repeated-parameters'],
    reading(forms, (request) => {
      const last = new Map(
        request.body
          .toString()
          .split('&')
          .map((pair) => [pair.split('=')[0], pair]),
      );
      request.body = Buffer.from([...last.values()].join('&'));
      delete request.headers['content-length'];
    }),
  ),
  'query-taken': row(
    'takes parameters from the URI',
    ['transaction/unlogged'],
    reading(forms, (request) => {
      const [path = '', query = ''] = request.url.split('?');
      if (query === '') return;
      request.url = path;
      withBody(request, [request.body.toString(), query].filter((part) => part !== '').join('&'));
    }),
  ),
  'get-taken': row(
    'takes GET where only POST may be',
    ['request/method'],
    reading(forms, (request) => {
      if (request.method !== 'GET') return;
      request.method = 'POST';
      withBody(request, request.url.split('?')[1] ?? '');
    }),
  ),
  'unknown-refused': row(
    'refuses parameters that it does not know',
    ['request/unknown-ignored'],
    answering(forms, (answer, request) => {
      const names = [...new URLSearchParams(request.body.toString()).keys()];
      if (answer.status < 400 && names.some((name) => !knownParameters.has(name)))
        Object.assign(answer, refusal('invalid_request'));
    }),
  ),
  'empty-refused': row(
    'refuses parameters without a value',
    ['request/empty-is-absent'],
    answering(forms, (answer, request) => {
      if (answer.status < 400 && /=(?:&|$)/.test(request.body.toString()))
        Object.assign(answer, refusal('invalid_request'));
    }),
  ),
  'encoding-repaired': row(
    'repairs what is not well-formed',
    ['request/encoding-strict'],
    reading(forms, (request) => {
      const repaired = request.body.toString('latin1').replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
      request.body = Buffer.from(repaired, 'latin1');
      delete request.headers['content-length'];
    }),
  ),
  'missing-taken': row(
    'takes a delivery request without an option for one with the first',
    ['request/parameters-present'],
    readingForm(['delivery'], (form) => {
      if (!form.get('delivery_option')) form.set('delivery_option', 'sms');
    }),
  ),
  'malformed-taken': row(
    'cuts off parameters that are too long',
    ['request/parameters-well-formed'],
    readingForm(forms, (form) => {
      for (const name of ['user_code', 'delivery_option', 'auth_session', 'ui_locales']) {
        const value = form.get(name);
        if (value !== null && value.length > 64) form.set(name, value.slice(0, 43));
        if (name === 'ui_locales' && value !== null && !/^[\w -]+$/.test(value)) form.set(name, 'en');
      }
    }),
  ),
  'nobody-let-in': row(
    'lets requests in without credentials',
    ['request/client-authenticated'],
    reading(forms, (request) => {
      const hasNone = request.headers.authorization === undefined && !request.body.includes('client_assertion');
      if (hasNone) request.headers.authorization = basic('energy-auditor');
    }),
  ),
  'any-secret': row(
    'takes any secret of a client',
    ['request/client-authenticated'],
    reading(forms, (request) => {
      const given = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
      if (given.includes(':')) request.headers.authorization = basic(given.split(':')[0] ?? '');
    }),
  ),
  'two-methods-taken': row(
    'takes two authentication methods at once',
    ['request/one-authentication-method'],
    readingForm(forms, (form) => {
      const clientId = read(form.get('client_assertion') ?? '').sub;
      if (clientId === undefined) for (const name of ['client_assertion', 'client_assertion_type']) form.delete(name);
    }),
  ),
  'assertion-again': row(
    'takes a client assertion twice',
    ['request/assertion-once'],
    storing((store, writes) => {
      const others = writes.filter(({ kind }) => kind !== 'seen');
      return others.length === 0 ? Promise.resolve(true) : store.commit(others);
    }),
  ),
  'assertion-of-any-audience': row(
    'takes client assertions that are meant for others',
    ['request/assertion-audience'],
    assertions((assertion) => read(assertion).aud !== undefined, ['aud']),
  ),
  'assertion-expired': row(
    'takes client assertions that have expired',
    ['request/client-authenticated'],
    assertions((assertion) => Number(read(assertion).exp) > 0, ['exp', 'iat', 'nbf']),
  ),
  'assertion-unsigned': row(
    'takes client assertions without a signature',
    ['request/client-authenticated'],
    assertions((assertion) => headerOf(assertion).alg === 'none', []),
  ),
  'assertion-of-any-key': row(
    'takes client assertions whoever signed them',
    ['request/client-authenticated'],
    assertions((assertion) => read(assertion).sub !== undefined, []),
  ),
  'any-client-granted': row(
    'lets clients of other grants in',
    ['request/client-registered-for-grant'],
    clients((client) => ({ ...client, mayUseOtp: true })),
  ),
  'any-scope-of-client': row(
    'lets clients ask for more than they are registered for',
    ['otp-authorization-request/scope'],
    clients((client) => ({ ...client, scopes: ['usageRead', 'usageSummary'] })),
  ),
  'unknown-scope-taken': row(
    'takes scopes that it does not know for the usual one',
    ['otp-authorization-request/scope'],
    readingForm(['identification'], (form) => {
      if (!/^usage:(?:read|summary)/.test(form.get('scope') ?? '')) form.set('scope', 'usage:read');
    }),
  ),
  'sub-id-text': row(
    'takes any text for a subject',
    ['otp-authorization-request/sub-id-json'],
    readingForm(['identification'], (form) => {
      const text = form.get('sub_id') ?? '';
      if (!text.startsWith('{')) form.set('sub_id', '{"format":"account_number","account_number":"0"}');
    }),
  ),
  'sub-id-format-taken': row(
    'takes formats of subjects that it does not support for nobody',
    ['otp-authorization-request/sub-id-format'],
    readingForm(['identification'], (form) => {
      const known = ['phone_number', 'email', 'account', 'account_number', 'postal_address', 'meter_number'];
      const found = /"format"\s*:\s*"(\w+)"/.exec(form.get('sub_id') ?? '')?.[1];
      if (found !== undefined && !known.includes(found))
        form.set('sub_id', '{"format":"account_number","account_number":"0"}');
    }),
  ),
  'details-ignored': row(
    'ignores authorization details that it does not know',
    ['otp-authorization-request/authorization-details'],
    readingForm(['identification'], (form) => form.delete('authorization_details')),
  ),
  'resource-ignored': row(
    'ignores a resource for which it issues no tokens',
    ['otp-authorization-request/resource'],
    readingForm(['identification'], (form) => form.delete('resource')),
  ),
  'grant-type-guessed': row(
    'takes a request without a grant type for one with this',
    ['access-token-request/grant-type'],
    readingForm(['redemption'], (form) => {
      form.set('grant_type', 'urn:ietf:params:oauth:grant-type:otp');
    }),
  ),
  'code-as-written': row(
    'takes spaces and hyphens for parts of the passcode',
    ['access-token-request/code-normalized'],
    readingForm(['redemption'], (form) => {
      if (/[\s-]/.test(form.get('user_code') ?? '')) form.set('user_code', 'wrong');
    }),
  ),
});
