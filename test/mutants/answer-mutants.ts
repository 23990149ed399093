/** Servers that decide rightly and answer wrongly: status, header fields, members. */
import { afterOutage, cacheable, leaving, onStatus, renamed, status, without } from './answer-edits.ts';
import { type Mutant, mutantsOf, row } from './mutant.ts';
import { answering, forms, jsonOf, refusing, replying } from './wire-edits.ts';

export const answerMutants: readonly Mutant[] = mutantsOf('answer', {
  'wrong-code-401': row(
    'answers a wrong passcode with status 401',
    ['error-response/uniform', 'transaction/wrong-code-counted'],
    refusing('invalid_user_code', status(401)),
  ),
  'error-200': row(
    'answers errors with status 200',
    ['error-response/uniform'],
    refusing('invalid_grant', status(200)),
  ),
  'invalid-client-400': row(
    'answers failed authentication with status 400',
    ['error-response/www-authenticate'],
    refusing('invalid_client', status(400)),
  ),
  'no-challenge': row(
    'answers failed authentication without a challenge',
    ['error-response/www-authenticate'],
    answering(forms, onStatus(401, without('www-authenticate'))),
  ),
  'no-bearer-challenge': row(
    'has no challenge for requests without a token',
    ['error-response/bearer-challenge'],
    answering(['usage'], without('www-authenticate')),
  ),
  'bearer-without-realm': row(
    'challenges without its realm',
    ['error-response/bearer-challenge'],
    answering(
      ['usage'],
      onStatus(401, (answer) => {
        answer.headers['www-authenticate'] = 'Bearer';
      }),
    ),
  ),
  'slow-down-400': row(
    'answers slow_down with status 400',
    ['error-response/retry-after'],
    refusing('slow_down', status(400)),
  ),
  'no-retry-after': row(
    'does not say how long to wait',
    ['error-response/retry-after'],
    refusing('slow_down', without('retry-after')),
  ),
  'retry-after-words': row(
    'says in words how long to wait',
    ['error-response/retry-after'],
    refusing('slow_down', (answer) => {
      answer.headers['retry-after'] = 'soon';
    }),
  ),
  'retry-after-too-long': row(
    'asks for a longer wait than it keeps',
    ['error-response/retry-after'],
    refusing('slow_down', (answer) => {
      answer.headers['retry-after'] = String(Number(answer.headers['retry-after']) + 600);
    }),
  ),
  'too-large-400': row(
    'answers a body that is too large with status 400',
    ['request/size-bounded'],
    answering(forms, onStatus(413, status(400))),
  ),
  'method-400': row(
    'answers another method with status 400',
    ['request/method'],
    answering(forms, onStatus(405, status(400))),
  ),
  'no-allow': row(
    'does not say which method it takes',
    ['request/method'],
    answering(forms, onStatus(405, without('allow'))),
  ),
  'errors-cacheable': row(
    'lets caches keep errors',
    ['error-response/no-store'],
    answering(forms, (answer) => {
      if (answer.status >= 400) cacheable(answer);
    }),
  ),
  'session-cacheable': row(
    'lets caches keep the OTP authorization response',
    ['otp-authorization-response/no-store'],
    answering(['identification'], onStatus(200, cacheable)),
  ),
  'delivery-cacheable': row(
    'lets caches keep the OTP delivery response',
    ['otp-delivery-response/no-store'],
    answering(['delivery'], onStatus(200, without('cache-control'))),
  ),
  'token-cacheable': row(
    'lets caches keep the access token response',
    ['access-token-response/no-store'],
    answering(['redemption'], onStatus(200, cacheable)),
  ),
  'usage-cacheable': row(
    'lets caches keep usage',
    ['usage-response/no-store'],
    answering(['usage'], onStatus(200, cacheable)),
  ),
  'errors-as-text': row(
    'answers errors as text',
    ['error-response/uniform'],
    answering(forms, (answer) => {
      if (answer.status === 400) answer.headers['content-type'] = 'text/plain; charset=utf-8';
    }),
  ),
  'error-in-another-member': row(
    'calls the member of an error otherwise',
    ['error-response/uniform'],
    answering(forms, (answer) => {
      if (answer.status >= 400) answer.body = answer.body.replace('"error":', '"code":');
    }),
  ),
  'expired-as-grant': row(
    'answers invalid_grant for a transaction that has expired',
    ['transaction/transaction-expiry'],
    refusing('expired_token', renamed('invalid_grant')),
  ),
  'denied-as-session': row(
    'answers invalid_session after a denial',
    ['transaction/denial-ends'],
    refusing('access_denied', renamed('invalid_session'), ['delivery']),
  ),
  'session-as-grant': row(
    'answers invalid_grant for a session that it does not know where a passcode is asked for',
    ['otp-delivery-request/session-known'],
    refusing('invalid_session', renamed('invalid_grant')),
  ),
  'grant-as-session': row(
    'answers invalid_session for a session that it does not know where a passcode is redeemed',
    ['access-token-request/session-known'],
    refusing('invalid_grant', renamed('invalid_session')),
  ),
  'format-as-request': row(
    'answers invalid_request for formats of subjects that it does not support',
    ['otp-authorization-request/sub-id-format'],
    refusing('unsupported_sub_id_format', renamed('invalid_request')),
  ),
  'grant-type-as-request': row(
    'answers invalid_request for another grant type',
    ['access-token-request/grant-type'],
    refusing('unsupported_grant_type', renamed('invalid_request')),
  ),
  'unauthorized-as-client': row(
    'answers invalid_client for clients of other grants',
    ['request/client-registered-for-grant'],
    refusing('unauthorized_client', renamed('invalid_client')),
  ),
  'parameter-not-named': row(
    'does not name the parameter that is malformed',
    ['request/parameters-well-formed'],
    refusing('invalid_request', (_answer, body) => {
      body.error_description = 'Something is wrong with a parameter';
    }),
  ),
  'issuer-of-another': row(
    'returns the issuer identifier of another server',
    ['otp-authorization-response/issuer'],
    replying('identification', (body) => {
      body.iss = 'https://other.example';
    }),
  ),
  'no-issuer': row(
    'returns no issuer identifier',
    ['otp-authorization-response/issuer'],
    replying('identification', leaving('iss')),
  ),
  'code-length-wrong': row(
    'announces another length than the passcode has',
    ['otp-delivery-response/code-properties'],
    replying('delivery', (body) => {
      body.code_length = Number(body.code_length) - 1;
    }),
  ),
  'code-charset-wrong': row(
    'announces other characters than the passcode has',
    ['otp-delivery-response/code-properties'],
    replying('delivery', (body) => {
      body.code_charset = 'base20';
    }),
  ),
  'binding-words-differ': row(
    'announces another binding message than it sends',
    ['code-message/binding-message'],
    replying('delivery', (body) => {
      body.binding_message = 'amber badger';
    }),
  ),
  'no-scope': row(
    'does not return the granted scope',
    ['access-token-response/says-scope'],
    replying('redemption', leaving('scope')),
  ),
  'scope-wider': row(
    'returns a wider scope than was asked for',
    ['access-token-response/scope-not-wider'],
    replying('redemption', (body) => {
      body.scope = 'usage:read usage:summary';
    }),
  ),
  'life-as-text': row(
    'writes the life of a token as text',
    ['access-token-response/short-life'],
    replying('redemption', (body) => {
      body.expires_in = String(body.expires_in);
    }),
  ),
  'outage-explained': row(
    'answers with an error code when its store is out of order',
    ['error-response/unavailable'],
    answering(forms, (answer) => {
      if (answer.status !== 503) return;
      answer.headers['content-type'] = 'application/json; charset=utf-8';
      answer.body = JSON.stringify({ error: 'temporarily_unavailable' });
    }),
  ),
  'outage-without-retry-after': row(
    'does not say when to come again when its store is out of order',
    ['error-response/unavailable'],
    answering(forms, (answer) => {
      if (answer.status === 503) delete answer.headers['retry-after'];
    }),
  ),
  'outage-as-failure': row(
    'answers 500 when its store is out of order',
    ['error-response/unavailable'],
    answering(forms, (answer) => {
      if (answer.status === 503) answer.status = 500;
    }),
  ),
  'outage-kept': row(
    'answers one more request with 503 when its store is in order again',
    ['error-response/unavailable'],
    afterOutage(),
  ),
  'delivery-without-interval': row(
    'does not say when a passcode may be asked for again',
    ['transaction/resend-interval'],
    replying('delivery', leaving('interval')),
  ),
  'usage-of-another-resolution': row(
    'has a challenge of its own for too small a scope',
    ['usage-request/scope'],
    answering(['usage'], (answer) => {
      if (jsonOf(answer).error === 'insufficient_scope') answer.status = 401;
    }),
  ),
});
