/** openapi-zod-client: a Zodios client that checks requests and answers against schemas while it runs. */
import { isAxiosError } from 'axios';
import type { z } from 'zod';
import { createApiClient, type schemas } from './generated/api.ts';
import { type Connection, type Reply, retryAfter } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const client = createApiClient(server);
  const headers = { authorization };
  return {
    identify: (body: z.input<typeof schemas.OtpAuthorizationRequest>) =>
      replied(client.requestOtpAuthorization(body, { headers })),
    deliver: (body: z.input<typeof schemas.OtpDeliveryRequest>) =>
      replied(client.requestOtpDelivery(body, { headers })),
    token: (body: z.input<typeof schemas.AccessTokenRequest>) => replied(client.requestAccessToken(body, { headers })),
    usage: (accessToken: string, resolution?: 'month') =>
      replied(client.readUsage({ queries: { resolution }, headers: { authorization: `Bearer ${accessToken}` } })),
  };
}

async function replied<Data>(call: Promise<Data>): Promise<Reply<Data>> {
  try {
    return { status: 200, success: await call };
  } catch (thrown) {
    if (!isAxiosError<{ error?: string }>(thrown) || thrown.response === undefined) throw thrown;
    const { status, data, headers } = thrown.response;
    return { status, error: data.error, ...retryAfter(headers['retry-after']) };
  }
}
