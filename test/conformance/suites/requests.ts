/** What a request has to be, beyond the cases of the front door: forms, credentials, and what has to be tolerated. */
import { accepted, inShort, refused } from '../answers.ts';
import { type Case, caseOf, profileOf } from '../case.ts';
import { asserting, type Client, withSecret } from '../clients.ts';
import { type FormExchange, formExchanges } from '../discovery.ts';
import { holds, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor, senderOf } from '../world.ts';
import { baseForm, telling } from './front-door.ts';

const one = caseOf('http');

/** The answer to a right form about nothing: what the endpoint says when its front door lets a request through. */
const throughDoor: Readonly<Record<FormExchange, string>> = {
  identification: '200',
  delivery: '400 invalid_session',
  redemption: '400 invalid_grant',
  refresh: '400 invalid_grant',
  revocation: '200',
  introspection: '200',
};

/** Bodies that only look like forms. */
const unreadable = {
  'lone-percent': 'filler=%',
  'half-escape': 'filler=%4',
  'no-utf-8': 'filler=%ff%fe',
  overlong: 'filler=%c0%af',
} as const;

/** Parameters that no server may be confused by. */
const tolerated = {
  'unknown-parameter': { no_such_parameter: 'x' },
  'empty-parameter': { ui_locales: '' },
  'prototype-parameter': { __proto__x: 'x', constructor: 'x', hasOwnProperty: 'x' },
} as const;

export const requestCases = (): Case[] => [
  ...formExchanges.flatMap(endpointCases),
  one(
    'identification/media-type-parameter',
    'The media type of a form may have a parameter, in any case',
    ['request/form-encoded'],
    async (stage) => {
      const request = await stage.formRequest('identification', stage.identification());
      const headers = { ...request.headers, 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8' };
      const answer = await stage.ask('The media type has a parameter', { ...request, headers });
      accepted('a form whose media type has a parameter', answer, 'otp-authorization-response');
    },
  ),
  one(
    'identification/empty-needed-parameter',
    'A parameter that is needed and empty is missing',
    ['request/empty-is-absent', 'request/parameters-present'],
    async (stage) => {
      const answer = await stage.identify({ form: { sub_id: '' } });
      refused('a request without a subject', answer, { status: 400, error: 'invalid_request' });
      const unscoped = await stage.identify({ form: { scope: '' } });
      refused('a request without a scope', unscoped, { status: 400, error: 'invalid_scope' });
    },
  ),
  one('identification/within-size', 'A body within the bound is read', ['request/size-bounded'], async (stage) => {
    const answer = await stage.identify({ form: { filler: 'a'.repeat(4_000) } });
    accepted('a body of a few thousand characters', answer, 'otp-authorization-response');
  }),
  one(
    'busy-client',
    'A client that has used up its quota is told to come again later',
    ['error-response/retry-after', 'client/start-quota'],
    async (stage) => {
      const answer = await stage.identify({ client: clientFor(stage.world, 'busy') });
      refused('a client whose quota is used up', answer, { status: 429, error: 'slow_down', headers: ['Retry-After'] });
    },
  ),
  ...assertionCases(),
];

/** What the front door of an endpoint has to see, or not to mind, in every form. */
function endpointCases(endpoint: FormExchange): Case[] {
  const one = caseOf('http', profileOf(endpoint));
  return [
    ...Object.entries(unreadable).map(([name, body]) =>
      one(
        `${endpoint}/unreadable-${name}`,
        `${endpoint}: a body that is no well-formed form in UTF-8 is refused (${name})`,
        ['request/encoding-strict'],
        async (stage) => {
          const request = await stage.formRequest(endpoint, baseForm(stage, endpoint));
          const answer = await stage.ask('The body is no form', {
            ...request,
            body: `${String(request.body)}&${body}`,
          });
          refused('a body that cannot be decoded', answer, { status: 400, error: 'invalid_request' });
        },
      ),
    ),
    ...Object.entries(tolerated).map(([name, form]) =>
      one(
        `${endpoint}/${name}`,
        `${endpoint}: a parameter that is ${name === 'empty-parameter' ? 'empty' : 'unknown'} changes nothing (${name})`,
        ['request/unknown-ignored', 'request/empty-is-absent'],
        async (stage) => {
          const answer = await stage.post('A parameter more', endpoint, { ...baseForm(stage, endpoint), ...form });
          same('it has to be answered as without it', inShort(answer), throughDoor[endpoint]);
        },
      ),
    ),
    one(
      `${endpoint}/repeated-unknown`,
      `${endpoint}: a parameter that nobody knows may not be repeated either`,
      ['request/no-repeated-parameters'],
      async (stage) => {
        const request = await stage.formRequest(endpoint, baseForm(stage, endpoint));
        const body = `${String(request.body)}&no_such_parameter=a&no_such_parameter=b`;
        const answer = await stage.ask('A parameter is repeated', { ...request, body });
        refused('a repeated parameter', answer, { status: 400, error: 'invalid_request' });
      },
    ),
    one(
      `${endpoint}/names-parameter`,
      `${endpoint}: the answer to a parameter that is not of its form names it`,
      ['request/parameters-well-formed'],
      async (stage) => {
        const [name = '', value = ''] = Object.entries(telling[endpoint].malformed)[0] ?? [];
        const answer = await stage.post('A parameter is malformed', endpoint, {
          ...baseForm(stage, endpoint),
          [name]: value,
        });
        refused('a parameter that is not of its form', answer, { status: 400, error: 'invalid_request' });
        const words = String(answer.body.error_description ?? '');
        holds('error_description has to name the parameter', words.includes(name), {
          expected: `a description with ${name}`,
          received: words,
        });
      },
    ),
    one(
      `${endpoint}/wrong-secret`,
      `${endpoint}: a client with a wrong secret, and one that nobody registered, are refused alike`,
      ['request/client-authenticated', 'error-response/www-authenticate'],
      async (stage) => {
        const { id } = senderOf(stage.world, endpoint);
        const imposters: Client[] = [
          withSecret(id, 'wrong-secret'),
          withSecret('nobody-registered-this', 'wrong-secret'),
        ];
        const said: string[] = [];
        for (const imposter of imposters) {
          const answer = await stage.post('An imposter asks', endpoint, baseForm(stage, endpoint), imposter);
          refused('a client that cannot authenticate', answer, {
            status: 401,
            error: 'invalid_client',
            headers: ['WWW-Authenticate'],
          });
          said.push(answer.text);
        }
        same('nobody may learn which clients there are', said[1], said[0]);
      },
    ),
    one(
      `${endpoint}/query-parameters`,
      `${endpoint}: parameters in the URI are not taken`,
      ['transaction/unlogged', 'request/form-encoded'],
      async (stage) => {
        const request = await stage.formRequest(endpoint, {});
        const query = new URLSearchParams(
          Object.entries(baseForm(stage, endpoint)).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value]],
          ),
        );
        const credentials = String(request.body);
        const answer = await stage.ask('The parameters are in the URI', {
          ...request,
          url: `${request.url}?${query}`,
          body: credentials,
        });
        holds(
          'a request whose parameters are in the URI has to be refused as malformed',
          /^400 (invalid_request|invalid_scope)$/.test(inShort(answer)),
          {
            expected: '400 invalid_request',
            received: inShort(answer),
          },
        );
      },
    ),
  ];
}

function assertionCases(): Case[] {
  const refusedAssertion = async (stage: Stage, assertion: string): Promise<void> => {
    const { id } = clientFor(stage.world, 'signing');
    const client = { id, credentials: async () => asserting(assertion) };
    const answer = await stage.identify({ client });
    refused('the assertion', answer, { status: 401, error: 'invalid_client', headers: ['WWW-Authenticate'] });
  };
  const signed = async (stage: Stage, claims: Readonly<Record<string, unknown>>): Promise<string> =>
    (await clientFor(stage.world, 'signing').sign?.({ claims })) ?? '';
  const wrong: Readonly<Record<string, (now: number) => Readonly<Record<string, unknown>>>> = {
    'other-audience': () => ({ aud: 'https://other.example' }),
    'no-audience': () => ({ aud: undefined }),
    'other-issuer': () => ({ iss: 'somebody-else' }),
    'other-subject': () => ({ sub: 'somebody-else' }),
    expired: (now) => ({ iat: now - 600, exp: now - 300 }),
    'no-expiry': () => ({ exp: undefined }),
    'no-identifier': () => ({ jti: undefined }),
  };
  return [
    one(
      'assertion/accepted',
      'A client assertion authenticates its client',
      ['request/client-authenticated'],
      async (stage) => {
        const answer = await stage.identify({ client: clientFor(stage.world, 'signing') });
        accepted('an assertion with everything right', answer, 'otp-authorization-response');
      },
    ),
    one('assertion/once', 'A client assertion is good for one request', ['request/assertion-once'], async (stage) => {
      const assertion = await signed(stage, {});
      const { id } = clientFor(stage.world, 'signing');
      const client = { id, credentials: async () => asserting(assertion) };
      accepted('an assertion', await stage.identify({ client }), 'otp-authorization-response');
      await refusedAssertion(stage, assertion);
    }),
    ...Object.entries(wrong).map(([name, claims]) =>
      one(
        `assertion/${name}`,
        `A client assertion with a fault is refused (${name})`,
        name.endsWith('audience') ? ['request/assertion-audience'] : ['request/client-authenticated'],
        async (stage) => {
          clientFor(stage.world, 'signing');
          const now = Math.floor((await stage.world.time.now()) / 1000);
          await refusedAssertion(stage, await signed(stage, claims(now)));
        },
      ),
    ),
    one(
      'assertion/other-key',
      'A client assertion whose signature is of another key is refused',
      ['request/client-authenticated'],
      async (stage) => {
        const assertion = await signed(stage, {});
        const [head, body, signature = ''] = assertion.split('.');
        const turned = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
        await refusedAssertion(stage, `${head}.${body}.${turned}`);
      },
    ),
    one(
      'assertion/unsigned',
      'A client assertion without a signature is refused',
      ['request/client-authenticated'],
      async (stage) => {
        const assertion = await signed(stage, {});
        const head = Buffer.from('{"alg":"none"}').toString('base64url');
        await refusedAssertion(stage, `${head}.${assertion.split('.')[1]}.`);
      },
    ),
  ];
}
