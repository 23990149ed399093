/** openapi-zod-client: a Zodios client that checks requests and answers against schemas while it runs. */
import type { z } from 'zod';
import { refused } from './axios-reply.ts';
import { createApiClient, type schemas } from './generated/api.ts';
import type { Connection, Reply } from './port.ts';

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
    return refused(thrown);
  }
}
