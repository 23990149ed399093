/**
 * The sandbox's inbox page: what the phones and mailboxes of the sandbox's customers would show. "This was not me" goes
 * the way it would go for them: a reply to a message, a key in a call, the link of an email.
 */
import type { FastifyPluginAsync } from 'fastify';
import { deliveryMethods } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import type { InboxGateway, InboxMessage } from '../delivery/inbox-gateway.ts';
import { denyByContact, denyByToken } from '../denial/deny.ts';
import { servePages } from '../http/pages.ts';
import { inboxPageFiles } from './page/files.ts';

export interface InboxOptions {
  readonly server: AuthorizationServer;
  readonly gateway: InboxGateway;
}

export const inbox: FastifyPluginAsync<InboxOptions> = async (app, { server, gateway }) => {
  servePages(app, inboxPageFiles);

  app.get('/inbox/messages', async (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({
      messages: gateway.list().map((message) => ({
        ...message,
        receivedAt: new Date(message.receivedAt).toISOString(),
        mayDeny: true,
      })),
    }),
  );

  app.post<{ Params: { id: string } }>('/inbox/messages/:id/denial', async (request, reply) => {
    const message = gateway.list().find(({ id }) => id === request.params.id);
    if (message === undefined) return reply.code(404).send();
    await denyAsCustomer(server, message);
    return reply.code(204).send();
  });
};

async function denyAsCustomer(server: AuthorizationServer, { method, contact, text }: InboxMessage): Promise<void> {
  if (deliveryMethods[method].contact === 'phone number') return denyByContact(server, contact);
  const [, denialToken] = /\/denial#([\w-]+)/.exec(text) ?? [];
  if (denialToken !== undefined) await denyByToken(server, denialToken);
}
