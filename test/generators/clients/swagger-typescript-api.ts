/** swagger-typescript-api over fetch: a class that throws what is not 2xx. */
import {
  type AccessTokenRequest,
  Api,
  type HttpResponse,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
} from './generated/api.ts';
import { type Connection, errorCode, type Reply, retryAfter } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const api = new Api<string>({
    baseUrl: server,
    securityWorker: (credentials) => ({ headers: { Authorization: credentials ?? '' } }),
  });
  const as = <Data>(credentials: string, call: () => Promise<HttpResponse<Data, unknown>>) => {
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

async function replied<Data>(call: Promise<HttpResponse<Data, unknown>>): Promise<Reply<Data>> {
  try {
    const { status, data } = await call;
    return { status, success: data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    const { status, headers, error } = thrown as HttpResponse<Data, unknown>; // what the class throws
    return { status, error: errorCode(error), ...retryAfter(headers.get('Retry-After')) };
  }
}
