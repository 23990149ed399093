/** swagger-typescript-api over axios. */
import type { AxiosResponse } from 'axios';
import { replied } from './axios-reply.ts';
import {
  type AccessTokenRequest,
  Api,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
} from './generated/api.ts';
import type { Connection } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const api = new Api<string>({
    baseURL: server,
    securityWorker: (credentials) => ({ headers: { Authorization: credentials ?? '' } }),
  });
  const as = <Data>(credentials: string, call: () => Promise<AxiosResponse<Data>>) => {
    api.setSecurityData(credentials);
    return replied(call());
  };
  return {
    identify: (body: OtpAuthorizationRequest) =>
      as(authorization, () => api.otpAuthorization.requestOtpAuthorization(body)),
    deliver: (body: OtpDeliveryRequest) => as(authorization, () => api.otpDelivery.requestOtpDelivery(body)),
    token: (body: AccessTokenRequest) => as(authorization, () => api.token.requestAccessToken(body)),
    usage: (accessToken: string, resolution?: 'month') =>
      as(`Bearer ${accessToken}`, () => api.usage.readUsage({ resolution })),
  };
}
