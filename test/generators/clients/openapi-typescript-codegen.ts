/** openapi-typescript-codegen over fetch: static methods, and one exception for everything that is not 2xx. */
import {
  type AccessTokenRequest,
  ApiError,
  OneTimePasscodeService,
  OpenAPI,
  type OtpAuthorizationRequest,
  type OtpDeliveryRequest,
  ProtectedResourceService,
} from './generated/index.ts';
import type { Connection, Reply } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const as = <Data>(credentials: string, call: () => Promise<Data>) => {
    OpenAPI.BASE = server;
    OpenAPI.HEADERS = { Authorization: credentials };
    return replied(call());
  };
  return {
    identify: (body: OtpAuthorizationRequest) =>
      as(authorization, () => OneTimePasscodeService.requestOtpAuthorization(body)),
    deliver: (body: OtpDeliveryRequest) => as(authorization, () => OneTimePasscodeService.requestOtpDelivery(body)),
    token: (body: AccessTokenRequest) => as(authorization, () => OneTimePasscodeService.requestAccessToken(body)),
    usage: (accessToken: string, resolution?: 'month') =>
      as(`Bearer ${accessToken}`, () => ProtectedResourceService.readUsage(resolution)),
  };
}

async function replied<Data>(call: Promise<Data>): Promise<Reply<Data>> {
  try {
    return { status: 200, success: await call };
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    return { status: thrown.status, error: thrown.body?.error }; // header fields are dropped by the generated client
  }
}
