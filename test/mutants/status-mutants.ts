/** Servers that are wrong about giving tokens back, or about what they say of tokens. */
import { decodeJwt } from 'jose';
import { grant, type RequirementId, type TransitionDefinition } from '../../model/index.ts';
import { isDuty, leftOut, otherwise, reordered } from './machine-edits.ts';
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';
import { basic, clients, read, withBody } from './request-edits.ts';
import type { Wire, WireRequest } from './wire-door.ts';
import { answering, formOf, isAt, jsonOf, reading, replying, tokenForms } from './wire-edits.ts';

const wholeGrant: readonly RequirementId[] = ['revocation-request/whole-grant'];
const liveState: readonly RequirementId[] = ['introspection-response/live-state'];

const isJwt = (token: string): boolean => token.split('.').length === 3 && token.startsWith('eyJ');

const tokenOf = (request: WireRequest): string => formOf(request).get('token') ?? '';

/** Another token is given back than the one that came, or none. */
const givingBack = (other: (form: URLSearchParams) => string): Plant =>
  reading(['revocation'], (request) => {
    const form = formOf(request);
    const token = form.get('token');
    const replaced = token === null ? null : other(form);
    if (replaced === token || replaced === null) return;
    form.set('token', replaced);
    withBody(request, form.toString());
  });

const kindOf = (token: string): string => (isJwt(token) ? 'access_token' : 'refresh_token');

/** Another answer of a machine to one event, in the transitions that say this. */
const answeredIn = (event: string, said: string, outcome: string): Plant =>
  reordered(grant, ['active'], event, (list) =>
    list.map((one) => (one.description?.startsWith(said) ? otherwise(outcome)(one) : one)),
  );

const inState = (state: string, event: string, outcome: string): Plant =>
  reordered(grant, [state], event, (list) => list.map(otherwise(outcome)));

const revocations = (change: (list: readonly TransitionDefinition[]) => readonly TransitionDefinition[]): Plant =>
  reordered(grant, ['active'], 'revocation.requested', change);

/** Calls tokens active that the server calls inactive. */
const calledActive = (is: (token: string, now: number) => boolean): Plant => ({
  wire: ({ server }): Wire => ({
    answer(answer, request) {
      if (!isAt(request, 'introspection') || answer.status !== 200) return;
      if (jsonOf(answer).active === true || !is(tokenOf(request), server.ports.clock.now())) return;
      answer.body = JSON.stringify({ active: true, ...read(tokenOf(request)) });
    },
  }),
});

/** What is said about a good token is otherwise. */
const saying = (change: (body: Record<string, unknown>) => void): Plant =>
  replying('introspection', (body) => {
    if (body.active === true) change(body);
  });

/** Gives requests without credentials those of a client. */
const trusting = (place: 'revocation' | 'introspection', clientId: string): Plant =>
  reading([place], (request) => {
    if (formOf(request).has('client_assertion')) return;
    request.headers.authorization ??= basic(clientId);
  });

const opened = (token: string): Record<string, unknown> => {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
};

/** What many servers do: the access token that was given back is worthless, and its refresh token buys the next one. */
const oneTokenOnly = (): Plant => ({
  wire: (): Wire => {
    const dead = new Set<string>();
    return {
      request(request) {
        const token = isAt(request, 'usage')
          ? request.headers.authorization?.replace(/^Bearer /, '')
          : tokenOf(request);
        if (isAt(request, 'usage') && dead.has(token ?? '')) request.headers.authorization = 'Bearer made-up';
        if (!isAt(request, ...tokenForms) || token === undefined || !isJwt(token)) return;
        if (isAt(request, 'introspection') && !dead.has(token)) return;
        dead.add(token);
        const form = formOf(request);
        form.set('token', 'made-up');
        withBody(request, form.toString());
      },
    };
  },
});

export const statusMutants: readonly Mutant[] = mutantsOf('status', {
  'revocation-ignored': row(
    'says that a token is given back and leaves it as it is',
    wholeGrant,
    revocations((list) => list.map(({ target: _target, ...one }) => leftOut(isDuty('revokeTokens'))(one))),
  ),
  'access-token-survives': row(
    'gives nothing back for an access token',
    wholeGrant,
    givingBack((form) => (isJwt(form.get('token') ?? '') ? 'made-up' : (form.get('token') ?? ''))),
  ),
  'hint-obeyed': row(
    'looks for a token only among those of the kind that it is called',
    wholeGrant,
    givingBack((form) => {
      const [token = '', hint = kindOf(token)] = [form.get('token') ?? '', form.get('token_type_hint') ?? undefined];
      return hint === kindOf(token) ? token : 'made-up';
    }),
  ),
  'strange-hint-refused': row(
    'refuses a kind of token that it does not know',
    wholeGrant,
    answering(['revocation'], (answer, request) => {
      if (!formOf(request).get('token_type_hint')?.startsWith('no')) return;
      answer.status = 400;
      answer.headers['content-type'] = 'application/json; charset=utf-8';
      answer.body = JSON.stringify({ error: 'unsupported_token_type' });
    }),
  ),
  'anybody-gives-back': row(
    'lets a client give back tokens of another one',
    ['revocation-request/own-tokens'],
    revocations((list) => list.filter((one) => one.meta.requirements[0] !== 'revocation-request/own-tokens')),
  ),
  'foreign-hidden': row(
    'says that a token of another client is given back',
    ['revocation-request/own-tokens'],
    answeredIn('revocation.requested', 'The token was issued to another client', 'tokenRevoked'),
  ),
  'unknown-refused': row(
    'refuses to have tokens given back that it does not know',
    ['revocation-request/unknown-token'],
    inState('absent', 'revocation.requested', 'tokenForeign'),
  ),
  'second-time-refused': row(
    'refuses to have a token given back twice',
    ['revocation-request/unknown-token'],
    inState('revoked', 'revocation.requested', 'tokenForeign'),
  ),
  'expired-refused': row(
    'refuses to have a token given back whose life is over',
    ['revocation-request/unknown-token'],
    {
      wire: ({ server }): Wire => ({
        answer(answer, request) {
          const { exp } = opened(tokenOf(request));
          if (!isAt(request, 'revocation') || Number(exp) * 1000 > server.ports.clock.now() || exp === undefined)
            return;
          answer.status = 400;
          answer.body = JSON.stringify({ error: 'invalid_grant' });
        },
      }),
    },
  ),
  'refresh-token-survives': row(
    'gives the one token back that it was shown, and not its grant',
    wholeGrant,
    oneTokenOnly(),
  ),
  'revocation-unauthenticated': row(
    'lets anybody give tokens back',
    ['request/client-authenticated'],
    trusting('revocation', 'energy-auditor'),
  ),
  'introspection-unauthenticated': row(
    'answers anybody about tokens',
    ['request/client-authenticated'],
    trusting('introspection', 'usage-service'),
  ),
  'every-client-asks': row(
    'tells every client about tokens',
    ['introspection-request/resource-servers-only'],
    clients((client) => ({ ...client, mayIntrospect: true })),
  ),
  'inactive-explained': row(
    'says of an inactive token what it was for',
    ['introspection-response/inactive-alone'],
    replying('introspection', (body, request) => {
      if (body.active === false) Object.assign(body, opened(tokenOf(request)));
    }),
  ),
  'why-inactive': row(
    'says why a token is not active',
    ['introspection-response/inactive-alone'],
    replying('introspection', (body, request) => {
      if (body.active === false) body.error = isJwt(tokenOf(request)) ? 'revoked' : 'unknown';
    }),
  ),
  'expired-active': row(
    'calls a token active whose life is over',
    liveState,
    calledActive((token, now) => Number(opened(token).exp) * 1000 <= now),
  ),
  'revoked-active': row(
    'calls a token active whose grant is over',
    liveState,
    inState('revoked', 'introspection.requested', 'tokenActive'),
  ),
  'unsigned-active': row(
    'calls a token active without looking at its signature',
    liveState,
    calledActive((token) => token.endsWith('.') && Object.keys(opened(token)).length > 0),
  ),
  'good-inactive': row(
    'calls refreshed tokens inactive',
    liveState,
    replying('introspection', (body) => {
      if (/\.0$/.test(String(body.jti)) || body.active !== true) return;
      for (const name of Object.keys(body)) delete body[name];
      body.active = false;
    }),
  ),
  'introspection-hint-obeyed': row(
    'knows no access token that is called a refresh token',
    liveState,
    answering(['introspection'], (answer, request) => {
      if (formOf(request).get('token_type_hint') === 'refresh_token') answer.body = '{"active":false}';
    }),
  ),
  'told-wider': row(
    'says that every token is for everything',
    ['introspection-response/live-state', 'access-token-response/scope-not-wider'],
    saying((body) => {
      body.scope = 'usage:read usage:summary';
    }),
  ),
  'told-other-client': row(
    'names another client than the token',
    liveState,
    saying((body) => {
      body.client_id = 'somebody-else';
    }),
  ),
  'told-longer': row(
    'names a later end than the token',
    liveState,
    saying((body) => {
      body.exp = Number(body.exp) + 3_600;
    }),
  ),
  'told-stored': row(
    'lets what it says about tokens be cached',
    ['introspection-response/live-state'],
    answering(['introspection'], ({ headers }) => {
      delete headers['cache-control'];
    }),
  ),
  'active-as-text': row(
    'says "true" in quotes',
    liveState,
    saying((body) => {
      body.active = 'true';
    }),
  ),
  'get-taken': row(
    'takes GET where tokens are given back and asked about',
    ['request/method'],
    reading(tokenForms, (request) => {
      if (request.method !== 'GET') return;
      request.method = 'POST';
      request.headers.authorization ??= basic('usage-service');
      withBody(request, 'token=made-up');
    }),
  ),
  'repeated-taken': row(
    'takes the first of repeated parameters where tokens are given back and asked about',
    ['request/no-repeated-parameters'],
    reading(tokenForms, (request) => {
      const form = formOf(request);
      withBody(request, new URLSearchParams(Object.fromEntries([...form].reverse())).toString());
    }),
  ),
  'size-unbounded': row(
    'reads any length where tokens are given back and asked about',
    ['request/size-bounded'],
    reading(tokenForms, (request) => {
      if (request.body.length < 9_000) return;
      const form = formOf(request);
      form.delete('filler');
      withBody(request, form.toString());
    }),
  ),
});
