/** What the server says about itself. @see RFC 8414 */
import { NotTestable } from './problem.ts';
import { sent, type WireAnswer, type WireRequest } from './wire.ts';

export const grantType = 'urn:ietf:params:oauth:grant-type:otp';

export const endpointMembers = {
  identification: 'otp_authorization_endpoint',
  delivery: 'otp_delivery_endpoint',
  redemption: 'token_endpoint',
} as const;

export type EndpointName = keyof typeof endpointMembers;

export interface Discovered {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly metadataUrl: string;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
  readonly jwksUri: string | undefined;
  readonly answer: WireAnswer;
  readonly request: WireRequest;
}

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
