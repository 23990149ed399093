/** Resources that hand usage out where they may not. */
import { type Mutant, mutantsOf, row } from './mutant.ts';
import { read } from './request-edits.ts';
import { answering, jsonOf } from './wire-edits.ts';

export const resourceMutants: readonly Mutant[] = mutantsOf('request', {
  'usage-without-token': row(
    'hands usage out without an access token',
    ['usage-request/token-required'],
    answering(['usage'], (answer, request) => {
      if (request.headers.authorization === undefined) Object.assign(answer, usage());
    }),
  ),
  'usage-with-any-token': row(
    'hands usage out for any access token',
    ['usage-request/token-valid'],
    answering(['usage'], (answer) => {
      if (jsonOf(answer).error === 'invalid_token') Object.assign(answer, usage());
    }),
  ),
  'usage-beyond-scope': row(
    'hands usage out beyond the granted scope',
    ['usage-request/scope'],
    answering(['usage'], (answer) => {
      if (answer.status === 403) Object.assign(answer, usage());
    }),
  ),
  'usage-with-altered-token': row(
    'hands usage out without looking at the signature of the token',
    ['usage-request/token-valid'],
    answering(['usage'], (answer, request) => {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      if (jsonOf(answer).error === 'invalid_token' && Number(read(token).exp) > Date.now() / 1000)
        Object.assign(answer, usage());
    }),
  ),
});

const usage = () => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: '{"resolution":"hour","intervals":[{"start":"2026-01-01T00:00:00Z","kilowatt_hours":1}]}',
});
