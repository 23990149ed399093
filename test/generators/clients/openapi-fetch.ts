/** openapi-typescript with openapi-fetch, told that forms are forms. */
import createClient from 'openapi-fetch';
import type { components, paths } from './generated/api.ts';
import { type Connection, type Reply, retryAfter } from './port.ts';

type Schemas = components['schemas'];

export function connect({ server, authorization }: Connection) {
  const client = createClient<paths>({
    baseUrl: server,
    headers: { authorization },
  });
  // The library sends JSON unless the header field says otherwise.
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return {
    identify: async (body: Schemas['OtpAuthorizationRequest']) =>
      replied(await client.POST('/otp-authorization', { body, headers })),
    deliver: async (body: Schemas['OtpDeliveryRequest']) =>
      replied(await client.POST('/otp-delivery', { body, headers })),
    token: async (body: Schemas['AccessTokenRequest']) => replied(await client.POST('/token', { body, headers })),
    usage: async (accessToken: string, resolution?: 'month') =>
      replied(
        await client.GET('/usage', {
          params: { query: { resolution } },
          headers: { authorization: `Bearer ${accessToken}` },
        }),
      ),
  };
}

interface Answered<Data> {
  readonly data?: Data | undefined;
  readonly error?: { readonly error: string } | undefined;
  readonly response: Response;
}

function replied<Data>({ data, error, response }: Answered<Data>): Reply<Data> {
  return data === undefined
    ? { status: response.status, error: error?.error, ...retryAfter(response.headers.get('Retry-After')) }
    : { status: response.status, success: data };
}
