/** orval 8 with axios: functions over an instance that the developer configures. */
import axios, { type AxiosResponse, isAxiosError } from 'axios';
import {
  type AccessTokenRequest,
  getOTPFlow,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
} from './generated/api.ts';
import { type Connection, type Reply, retryAfter } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const api = getOTPFlow(axios.create({ baseURL: server }));
  const headers = { authorization };
  return {
    identify: (body: OtpAuthorizationRequest) => replied(api.requestOtpAuthorization(body, { headers })),
    deliver: (body: OtpDeliveryRequest) => replied(api.requestOtpDelivery(body, { headers })),
    token: (body: AccessTokenRequest) => replied(api.requestAccessToken(body, { headers })),
    usage: (accessToken: string, resolution?: 'month') =>
      replied(api.readUsage({ resolution }, { headers: { authorization: `Bearer ${accessToken}` } })),
  };
}

async function replied<Data>(call: Promise<AxiosResponse<Data>>): Promise<Reply<Data>> {
  try {
    const { status, data } = await call;
    return { status, success: data };
  } catch (thrown) {
    if (!isAxiosError<{ error?: string }>(thrown) || thrown.response === undefined) throw thrown;
    const { status, data, headers } = thrown.response;
    return { status, error: data.error, ...retryAfter(headers['retry-after']) };
  }
}
