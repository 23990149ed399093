/** oazapfts: functions whose result is a union over the status codes of the document. */
import {
  type AccessTokenRequest,
  defaults,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
  readUsage,
  requestAccessToken,
  requestOtpAuthorization,
  requestOtpDelivery,
} from './generated/api.ts';
import { type Connection, errorCode, type Reply, retryAfter } from './port.ts';

export function connect({ server, authorization }: Connection) {
  defaults.baseUrl = server;
  const headers = { authorization };
  return {
    identify: async (body: OtpAuthorizationRequest) => replied(await requestOtpAuthorization(body, {}, { headers })),
    deliver: async (body: OtpDeliveryRequest) => replied(await requestOtpDelivery(body, {}, { headers })),
    token: async (body: AccessTokenRequest) => replied(await requestAccessToken(body, {}, { headers })),
    usage: async (accessToken: string, resolution?: 'month') =>
      replied(await readUsage({ resolution }, { headers: { authorization: `Bearer ${accessToken}` } })),
  };
}

type Answered<Data> =
  | { readonly status: 200; readonly data: Data; readonly headers: Headers }
  | {
      readonly status: 400 | 401 | 403 | 405 | 413 | 429 | 503;
      readonly data?: unknown;
      readonly headers: Headers;
    };

function replied<Data>(answer: Answered<Data>): Reply<Data> {
  const { status } = answer;
  if (answer.status === 200) return { status, success: answer.data };
  return { status, error: errorCode(answer.data), ...retryAfter(answer.headers.get('Retry-After')) };
}
