/** @hey-api/openapi-ts with the fetch client that it generates along. */
import { createClient } from './generated/client/index.ts';
import {
  type AccessTokenRequest,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
  readUsage,
  requestAccessToken,
  requestOtpAuthorization,
  requestOtpDelivery,
} from './generated/index.ts';
import { type Connection, errorCode, type Reply, retryAfter } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const client = createClient({ baseUrl: server });
  const headers = { authorization };
  return {
    identify: async (body: OtpAuthorizationRequest) =>
      replied(await requestOtpAuthorization({ client, headers, body })),
    deliver: async (body: OtpDeliveryRequest) => replied(await requestOtpDelivery({ client, headers, body })),
    token: async (body: AccessTokenRequest) => replied(await requestAccessToken({ client, headers, body })),
    usage: async (accessToken: string, resolution?: 'month') =>
      replied(await readUsage({ client, auth: accessToken, query: { resolution } })),
  };
}

interface Answered<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response?: Response | undefined;
}

function replied<Data>({ data, error, response }: Answered<Data>): Reply<Data> {
  if (response === undefined) throw new Error(`no answer: ${JSON.stringify(error)}`);
  const { status } = response;
  return data === undefined
    ? { status, error: errorCode(error), ...retryAfter(response.headers.get('Retry-After')) }
    : { status, success: data };
}
