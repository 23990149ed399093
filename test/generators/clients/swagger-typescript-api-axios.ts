/** swagger-typescript-api over axios. */
import { type AxiosResponse, isAxiosError } from 'axios';
import {
  type AccessTokenRequest,
  Api,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
} from './generated/api.ts';
import { type Connection, type Reply, retryAfter } from './port.ts';

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
