/** openapi-client-axios: a client that is built from the document while it runs, with generated types. */
import { type Document, OpenAPIClientAxios } from 'openapi-client-axios';
import { replied } from './axios-reply.ts';
import type { Client, Components } from './generated/api.d.ts';
import document from './openapi.json' with { type: 'json' };
import type { Connection } from './port.ts';

export function connect({ server, authorization }: Connection) {
  const api = new OpenAPIClientAxios({
    definition: document as unknown as Document, // its own type of a document is narrower than what it reads
    axiosConfigDefaults: { baseURL: server },
  });
  const client = api.initSync<Client>();
  // The library sends JSON unless the call says otherwise; defaults of the instance do not.
  const headers = { authorization, 'Content-Type': 'application/x-www-form-urlencoded' };
  return {
    identify: async (body: Components.Schemas.OtpAuthorizationRequest) => {
      const reply = await replied(client.requestOtpAuthorization(null, body, { headers }));
      if ('error' in reply) return reply;
      // Its types make a tuple of a list with bounds, whose later members may be undefined.
      const delivery_options = reply.success.delivery_options.filter((option) => option !== undefined);
      return { ...reply, success: { ...reply.success, delivery_options } };
    },
    deliver: (body: Components.Schemas.OtpDeliveryRequest) =>
      replied(client.requestOtpDelivery(null, body, { headers })),
    token: (body: Components.Schemas.AccessTokenRequest) => replied(client.requestAccessToken(null, body, { headers })),
    usage: (accessToken: string, resolution?: 'month') =>
      replied(
        client.readUsage(resolution === undefined ? null : { resolution }, undefined, {
          headers: { authorization: `Bearer ${accessToken}` },
        }),
      ),
  };
}
