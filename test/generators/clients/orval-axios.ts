/** orval 8 with axios: functions over an instance that the developer configures. */
import axios from 'axios';
import { replied } from './axios-reply.ts';
import {
  type AccessTokenRequest,
  getOTPFlow,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
} from './generated/api.ts';
import type { Connection } from './port.ts';

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
