/**
 * Requests as the sandbox table writes them down: whole, so that any program can send them, but for what an earlier
 * answer has to supply. `{{2.access_token}}` stands for that member of the answer to the second request.
 */
import {
  deliveryMethods,
  type ExchangeName,
  type ExchangeRow,
  endpoints,
  exchanges,
  grantType,
  mediaTypes,
  parameters as p,
  refreshGrantType,
  resolutions,
  type SandboxCustomer,
  type SandboxRoute,
  type ScopeName,
  sandboxRoutes,
  scopes,
  subjectIdentifierFormats,
} from '../../../model/index.ts';

export interface SandboxRequest {
  /** What happens, in a few words. */
  readonly title: string;
  readonly method: 'GET' | 'POST';
  /** Under the issuer, with the query. */
  readonly path: string;
  /** Who sends it, with HTTP Basic authentication; nobody when absent. */
  readonly client?: string;
  /** Sent as a bearer token. */
  readonly accessToken?: string;
  /** What the DPoP header field holds. An access token beside it goes with the scheme DPoP. */
  readonly proof?: string | ProofToSign;
  /** Absent when there is no body. */
  readonly contentType?: string;
  /** Parameters of a form, each once. */
  readonly form?: Readonly<Record<string, string>>;
  /** A body to be sent as it stands. */
  readonly body?: string;
  /** A body of that many letters `a`. */
  readonly bodyBytes?: number;
  /** A body in JSON, for the routes of the sandbox. */
  readonly json?: Readonly<Record<string, string | number>>;
}

/**
 * A DPoP proof for whoever plays the table to sign: ES256, for the method and the URL of its request, with the hash of the
 * access token beside it, a `jti` of its own and the time; or the very proof of an earlier request.
 */
export type ProofToSign =
  | {
      /** Proofs with the same letter are signed by the same key, whichever that is. */
      readonly key: 'a' | 'b';
      /** The answer, counted from 1, whose DPoP-Nonce header field is the nonce; without, there is none. */
      readonly nonceOf?: number;
      /** Another path for `htu` than that of the request. */
      readonly path?: string;
      /** Leaves the hash of the access token out. */
      readonly withoutToken?: boolean;
    }
  | { readonly sameAs: number };

/** A member of an earlier answer, counted from 1. */
export const memberOf = (answer: number, member: string): string => `{{${answer}.${member}}}`;

/** The client of most rows. */
export const auditor = 'energy-auditor';

/** The client that asks about access tokens. */
export const resourceServer = 'usage-service';

/** A handle that was never given out, and a passcode that is never the right one. */
export const unknownSession = 'a-session-that-was-never-given-out';
export const wrongCode = 'wrong';

/** A token that was never issued. */
export const madeUpToken = 'made-up';

/** Names a customer, by the number on their bill. */
export const identifying = (
  customer: Pick<SandboxCustomer, 'accountNumber'>,
  scope: ScopeName,
): Readonly<Record<string, string>> => ({
  [p.subId.name]: JSON.stringify({
    format: subjectIdentifierFormats.accountNumber.name,
    [subjectIdentifierFormats.accountNumber.members[0]]: customer.accountNumber,
  }),
  [p.scope.name]: scopes[scope].name,
});

export const delivering = (
  session: string,
  option: string = deliveryMethods.sms.name,
): Readonly<Record<string, string>> => ({ [p.authSession.name]: session, [p.deliveryOption.name]: option });

export const redeeming = (session: string, code: string): Readonly<Record<string, string>> => ({
  [p.grantType.name]: grantType.name,
  [p.authSession.name]: session,
  [p.userCode.name]: code,
});

export const refreshing = (refreshToken: string, scope?: string): Readonly<Record<string, string>> => ({
  [p.grantType.name]: refreshGrantType.name,
  [p.refreshToken.name]: refreshToken,
  ...(scope === undefined ? {} : { [p.scope.name]: scope }),
});

/** A request of an exchange that has a form, by a client. */
export const formRequest = (
  title: string,
  exchange: ExchangeName,
  client: string,
  form: Readonly<Record<string, string>>,
): SandboxRequest => ({ title, ...lineOf(exchange), client, contentType: mediaTypes.form, form });

/** A request of an exchange that is only read. */
export const readRequest = (title: string, exchange: ExchangeName): SandboxRequest => ({ title, ...lineOf(exchange) });

export const usageRequest = (title: string, accessToken: string, resolution: string = resolutions.month.name) => ({
  ...readRequest(title, 'usage'),
  path: `${endpoints.usage.path}?${p.resolution.name}=${resolution}`,
  accessToken,
});

/** A request to the sandbox itself. */
export const sandboxRequest = (
  title: string,
  route: SandboxRoute,
  json: NonNullable<SandboxRequest['json']>,
): SandboxRequest => ({ title, method: 'POST', path: sandboxRoutes[route].path, contentType: mediaTypes.json, json });

/** Method and path of an exchange, as the reference server lays them out. */
export function lineOf(exchange: ExchangeName): Pick<SandboxRequest, 'method' | 'path'> {
  const row: ExchangeRow = exchanges[exchange];
  const { method, path } = endpoints[row.endpoint];
  return { method, path };
}
