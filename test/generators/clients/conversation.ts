/** The requests as a developer writes them with types that a generator made: this file has to compile with each of them. */
import { connect } from './client.ts';
import type { Connection, Conversation, Delivered, Granted, Identified, Read, Reply } from './port.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:otp';

/** A reply whose success is told in other words. */
export const mapped = <From, To>(reply: Reply<From>, map: (from: From) => To): Reply<To> =>
  'success' in reply ? { status: reply.status, success: map(reply.success) } : reply;

/** A conversation with a server, over a generated client. */
export function converse(connection: Connection): Conversation {
  const client = connect(connection);
  return {
    identify: async (subId: string, scope: string): Promise<Reply<Identified>> =>
      mapped(
        await client.identify({ sub_id: subId, scope, ui_locales: 'en-US en' }),
        ({ auth_session, iss, delivery_options, expires_in }) => ({
          session: auth_session,
          issuer: iss,
          optionIds: delivery_options.map(({ id }) => id),
          expiresInSeconds: expires_in,
        }),
      ),
    identifyWithUndefined: async (subId: string, scope: string): Promise<Reply<unknown>> =>
      client.identify({ sub_id: subId, scope, ui_locales: undefined, resource: undefined, client_id: undefined }),
    deliver: async (session: string, optionId: string): Promise<Reply<Delivered>> =>
      mapped(
        await client.deliver({ auth_session: session, delivery_option: optionId }),
        ({ binding_message, code_length, interval }) => ({
          bindingMessage: binding_message,
          codeLength: code_length,
          intervalSeconds: interval,
        }),
      ),
    redeem: async (session: string, code: string): Promise<Reply<Granted>> =>
      mapped(
        await client.token({
          grant_type: grantType,
          auth_session: session,
          user_code: code,
        }),
        granted,
      ),
    read: async (accessToken: string, resolution?: 'month'): Promise<Reply<Read>> =>
      mapped(await client.usage(accessToken, resolution), ({ resolution: said, intervals }) => ({
        resolution: said,
        kilowattHours: intervals.map(({ kilowatt_hours }) => kilowatt_hours),
      })),
  };
}

/** What a token response grants. */
export const granted = (body: {
  access_token: string;
  token_type: string;
  refresh_token?: string | undefined;
}): Granted => ({
  accessToken: body.access_token,
  tokenType: body.token_type,
  refreshToken: body.refresh_token,
});
