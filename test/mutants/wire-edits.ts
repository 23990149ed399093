/** Short words for what mutants do to requests and answers. Written for one server, so shapes are trusted. */
import { type SandboxCustomer, sandboxCustomerRows } from '../../model/index.ts';
import type { Plant } from './mutant.ts';
import type { Wire, WireAnswer, WireRequest } from './wire-door.ts';

export type Body = Record<string, unknown>;

/** Where a request goes, by path. */
export const paths = {
  identification: '/otp-authorization',
  delivery: '/otp-delivery',
  redemption: '/token',
  revocation: '/revoke',
  introspection: '/introspect',
  usage: '/usage',
  keys: '/jwks',
  metadata: '/.well-known/oauth-authorization-server',
} as const;

export type Place = keyof typeof paths;

/** The three endpoints of the grant that take forms. */
export const forms: readonly Place[] = ['identification', 'delivery', 'redemption'];

/** The endpoints that take forms about tokens. */
export const tokenForms: readonly Place[] = ['revocation', 'introspection'];

export const isAt = ({ url }: WireRequest, ...places: readonly Place[]): boolean =>
  places.some((place) => url.split('?')[0] === paths[place]);

/** The body of an answer as JSON; an empty object when it is none. */
export function jsonOf({ body, headers }: WireAnswer): Body {
  if (!String(headers['content-type']).startsWith('application/json') || body === '') return {};
  return JSON.parse(body) as Body; // an object, from our own server
}

export const formOf = ({ body }: WireRequest): URLSearchParams => new URLSearchParams(body.toString());

/** The customer whose account number a request names. */
export function namedCustomer(request: WireRequest): SandboxCustomer | undefined {
  const subId = formOf(request).get('sub_id') ?? '';
  return sandboxCustomerRows.find(({ accountNumber }) => subId.includes(accountNumber));
}

/** Changes an answer of these endpoints. */
export const answering = (
  places: readonly Place[],
  change: (answer: WireAnswer, request: WireRequest) => void | Promise<void>,
): Plant => ({
  wire: (): Wire => ({ answer: (answer, request) => (isAt(request, ...places) ? change(answer, request) : undefined) }),
});

/** Changes members of successful answers of an endpoint. */
export const replying = (place: Place, change: (body: Body, request: WireRequest) => void): Plant =>
  answering([place], (answer, request) => {
    if (answer.status !== 200) return;
    const body = jsonOf(answer);
    change(body, request);
    answer.body = JSON.stringify(body);
  });

/** Changes answers with an error. */
export const refusing = (error: string, change: (answer: WireAnswer, body: Body) => void, places = forms): Plant =>
  answering(places, (answer) => {
    const body = jsonOf(answer);
    if (body.error !== error) return;
    change(answer, body);
    if (answer.headers['content-type']?.startsWith('application/json')) answer.body = JSON.stringify(body);
  });

/** Changes requests to these endpoints. */
export const reading = (places: readonly Place[], change: (request: WireRequest) => void | Promise<void>): Plant => ({
  wire: (): Wire => ({ request: (request) => (isAt(request, ...places) ? change(request) : undefined) }),
});

/** Changes the form of requests to these endpoints, where it is one. */
export const readingForm = (places: readonly Place[], change: (form: URLSearchParams) => void): Plant =>
  reading(places, (request) => {
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return;
    const text = request.body.toString();
    const isWhole = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(text);
    const form = new URLSearchParams(text);
    if (!isWhole || new Set(form.keys()).size !== [...form.keys()].length) return; // for the server to refuse
    change(form);
    request.body = Buffer.from(form.toString());
    delete request.headers['content-length'];
  });
