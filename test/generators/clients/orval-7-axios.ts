/** orval 7 with axios, which many keep because it runs on Node 20. */
import { replied } from './axios-reply.ts';
import {
  type AccessTokenRequest,
  getOTPFlow,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
} from './generated/api.ts';
import type { Connection } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const api = getOTPFlow();
  const options = { baseURL: server, headers: { authorization } };
  return {
    identify: (body: OtpAuthorizationRequest) => replied(api.requestOtpAuthorization(body, options)),
    deliver: (body: OtpDeliveryRequest) => replied(api.requestOtpDelivery(body, options)),
    token: (body: AccessTokenRequest) => replied(api.requestAccessToken(body, options)),
    usage: (accessToken: string, resolution?: 'month') =>
      replied(api.readUsage({ resolution }, { baseURL: server, headers: { authorization: `Bearer ${accessToken}` } })),
  };
}
