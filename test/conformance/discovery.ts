/** What the server says about itself. @see RFC 8414 */
import { NotTestable, Skipped } from './problem.ts';
import { sent, type WireAnswer, type WireRequest } from './wire.ts';

export const grantType = 'urn:ietf:params:oauth:grant-type:otp';

export const endpointMembers = {
  identification: 'otp_authorization_endpoint',
  delivery: 'otp_delivery_endpoint',
  redemption: 'token_endpoint',
} as const;

export type EndpointName = keyof typeof endpointMembers;

/** What a server need not offer; the rest of the suite is played without. */
export const optionalMembers = { revocation: 'revocation_endpoint', introspection: 'introspection_endpoint' } as const;

export const refreshGrantType = 'refresh_token';

/** Everything that is asked for with a form, by what is asked. A refresh shares the endpoint of the redemption. */
export const formExchanges = [
  'identification',
  'delivery',
  'redemption',
  'refresh',
  'revocation',
  'introspection',
] as const;

export type FormExchange = (typeof formExchanges)[number];

export interface Discovered {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly metadataUrl: string;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
  readonly jwksUri: string | undefined;
  readonly answer: WireAnswer;
  readonly request: WireRequest;
}

/** The URL to which a form goes; undefined when the metadata does not offer what is asked. */
export function offeredUrl({ metadata, endpoints }: Discovered, exchange: FormExchange): string | undefined {
  switch (exchange) {
    case 'refresh':
      return listed(metadata.grant_types_supported).includes(refreshGrantType) ? endpoints.redemption : undefined;
    case 'revocation':
    case 'introspection': {
      const url = metadata[optionalMembers[exchange]];
      return isUrl(url) ? String(url) : undefined;
    }
    default:
      return endpoints[exchange];
  }
}

/** The URL to which a form goes. @throws Skipped when the metadata does not offer what is asked */
export function urlFor(discovered: Discovered, exchange: FormExchange): string {
  const url = offeredUrl(discovered, exchange);
  if (url !== undefined) return url;
  throw new Skipped(
    exchange === 'refresh'
      ? `the server does not offer it: grant_types_supported lists no ${refreshGrantType}`
      : `the server does not offer it: the metadata names no ${exchange}_endpoint`,
  );
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The URL of the metadata of an issuer: the well-known part stands before the path. @see RFC 8414 §3.1 */
export function metadataUrlOf(issuer: string): string {
  const url = new URL(issuer);
  const path = url.pathname === '/' ? '' : url.pathname.replace(/\/$/, '');
  return `${url.origin}/.well-known/oauth-authorization-server${path}`;
}

/** Fetches the metadata. @throws NotTestable when there is none, or when it names too little to test anything */
export async function discover(issuer: string, send: typeof fetch): Promise<Discovered> {
  const metadataUrl = metadataUrlOf(issuer);
  const request: WireRequest = { method: 'GET', url: metadataUrl, headers: { accept: 'application/json' } };
  const answer = await sent(send, request);
  if (answer.status !== 200 || !answer.isObject) {
    throw new NotTestable(
      `${metadataUrl} answered ${answer.status} and no JSON object: there is no metadata to start from`,
    );
  }
  const metadata = answer.body;
  const missing = Object.values(endpointMembers).filter((member) => !isUrl(metadata[member]));
  if (missing.length > 0) throw new NotTestable(`the metadata at ${metadataUrl} names no URL as ${missing.join(', ')}`);
  const [identification, delivery, redemption] = Object.values(endpointMembers).map((member) =>
    String(metadata[member]),
  );
  return {
    metadata,
    metadataUrl,
    endpoints: { identification: identification ?? '', delivery: delivery ?? '', redemption: redemption ?? '' },
    jwksUri: isUrl(metadata.jwks_uri) ? String(metadata.jwks_uri) : undefined,
    answer,
    request,
  };
}

const isUrl = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value);
