/**
 * The messages of OTP-flow as a client sends and reads them: a request function and a processing function each, on top of
 * `oauth4webapi`, which does what OAuth clients have in common. All of them throw what `failureOf` understands.
 */
import {
  type AuthorizationServer,
  allowInsecureRequests,
  type Client,
  type ClientAuth,
  checkProtocol,
  customFetch,
  genericTokenEndpointRequest,
  type JsonValue,
  processGenericTokenEndpointResponse,
  protectedResourceRequest,
  ResponseBodyError,
} from 'oauth4webapi';
import type {
  AccessTokenRequest,
  AccessTokenResponse,
  ClientAuthentication,
  OtpAuthorizationRequest,
  OtpDeliveryRequest,
  UsageRequest,
} from '../../model/messages/index.ts';
import { accessTokenType, endpoints, grantType, headers, mediaTypes } from '../../model/vocabulary/index.ts';
import type { DeliveryAnswer, IdentificationAnswer, TokenAnswer, UsageAnswer } from './answers.ts';
import { methodNamed } from './delivery-method.ts';
import { NoAnswer } from './no-answer.ts';
import { isObject, isOtpAuthorizationResponse, isOtpDeliveryResponse, isUsageResponse } from './response-shapes.ts';
import type { Transport } from './transport.ts';

/** The two sides of an exchange. */
export interface Parties {
  /** Its metadata. */
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly authentication: ClientAuth;
  readonly transport: Transport;
}

type Unauthenticated<Request> = Omit<Request, keyof ClientAuthentication>;

/** Names the resource owner and what is asked for. */
export const otpAuthorizationRequest = (
  parties: Parties,
  parameters: Unauthenticated<OtpAuthorizationRequest>,
): Promise<Response> => formRequest(parties, endpoints.otpAuthorization.name, parameters);

/** Reads the delivery options of which the method is known. A response without the expected issuer is worth nothing else. */
export async function processOtpAuthorizationResponse(
  server: AuthorizationServer,
  response: Response,
): Promise<Exclude<IdentificationAnswer, { type: 'error.received' | 'answer.missing' }>> {
  const body = await processBody(response);
  if (!isObject(body)) throw new NoAnswer('no OTP authorization response');
  if (body.iss !== server.issuer) return { type: 'session.received', issuer: 'other' };
  if (!isOtpAuthorizationResponse(body)) throw new NoAnswer('no OTP authorization response');
  const options = body.delivery_options.filter(({ method }) => methodNamed(method) !== undefined);
  if (options.length === 0) throw new NoAnswer('no delivery option of a known method');
  return { type: 'session.received', issuer: 'expected', response: { ...body, delivery_options: options } };
}

/** Asks for the passcode to be sent, or to be sent again. */
export const otpDeliveryRequest = (
  parties: Parties,
  parameters: Unauthenticated<OtpDeliveryRequest>,
): Promise<Response> => formRequest(parties, endpoints.otpDelivery.name, parameters);

export async function processOtpDeliveryResponse(
  response: Response,
): Promise<Extract<DeliveryAnswer, { type: 'code.announced' }>> {
  const body = await processBody(response);
  if (!isOtpDeliveryResponse(body)) throw new NoAnswer('no OTP delivery response');
  return { type: 'code.announced', response: body };
}

/**
 * Redeems the passcode.
 *
 * @see RFC 6749 §4.5
 */
export const accessTokenRequest = (
  { server, client, authentication, transport }: Parties,
  parameters: Omit<Unauthenticated<AccessTokenRequest>, 'grant_type'>,
): Promise<Response> =>
  genericTokenEndpointRequest(server, client, authentication, grantType.name, { ...parameters }, transport);

/** @see RFC 6749 §5.1 */
export async function processAccessTokenResponse(
  { server, client }: Parties,
  response: Response,
): Promise<Extract<TokenAnswer, { type: 'token.received' }>> {
  const body = await processGenericTokenEndpointResponse(server, client, response);
  if (body.token_type !== accessTokenType.name.toLowerCase()) throw new NoAnswer('no bearer token');
  return { type: 'token.received', response: body as AccessTokenResponse }; // the members that are used were checked
}

/**
 * Fetches usage with an access token.
 *
 * @see RFC 6750 §2.1
 */
export function usageRequest(
  url: URL,
  accessToken: string,
  parameters: UsageRequest,
  transport: Transport,
): Promise<Response> {
  const target = new URL(url);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  const accept = new Headers({ accept: mediaTypes.json });
  return protectedResourceRequest(accessToken, 'GET', target, accept, null, transport);
}

/** Reads usage of the resolution that was asked for. */
export async function processUsageResponse(
  { resolution }: UsageRequest,
  response: Response,
): Promise<Extract<UsageAnswer, { type: 'usage.received' }>> {
  const body = await processBody(response);
  if (!isUsageResponse(body) || body.resolution !== resolution) throw new NoAnswer('no usage response');
  return { type: 'usage.received', intervals: body.intervals };
}

async function formRequest(
  { server, client, authentication, transport }: Parties,
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> {
  const url = endpointUrl(server[endpoint]);
  checkProtocol(url, !transport[allowInsecureRequests]);
  const body = new URLSearchParams(parameters);
  const fields = new Headers({ accept: mediaTypes.json, [headers.contentType.name]: mediaTypes.form });
  await authentication(server, client, body, fields);
  return transport[customFetch](url.href, {
    method: 'POST',
    headers: fields,
    body,
    redirect: 'manual',
    signal: transport.signal(),
  });
}

function endpointUrl(value: JsonValue | undefined): URL {
  if (typeof value !== 'string' || !URL.canParse(value)) throw new NoAnswer('the metadata lacks an endpoint');
  return new URL(value);
}

/** The JSON body of a successful response; what else it is becomes an error of the kinds that `oauth4webapi` throws. */
async function processBody(response: Response): Promise<JsonValue> {
  const body = await jsonBody(response);
  if (response.status === 200 && body !== undefined) return body;
  const isClientError = response.status >= 400 && response.status < 500;
  if (!isClientError || !isObject(body) || typeof body.error !== 'string') throw new NoAnswer('not conform');
  throw new ResponseBodyError('error response', { cause: { ...body, error: body.error }, response });
}

async function jsonBody(response: Response): Promise<JsonValue | undefined> {
  const [mediaType] = (response.headers.get(headers.contentType.name) ?? '').split(';');
  if (mediaType?.trim().toLowerCase() !== mediaTypes.json) return undefined;
  return response.json().catch(() => undefined);
}
