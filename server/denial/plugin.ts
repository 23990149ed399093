/**
 * How denials come in: from the page that an email links to, and from the gateway that receives replies to messages and
 * key presses of calls. Both always answer the same, so that nobody can probe with them.
 */
import type { FastifyPluginAsync } from 'fastify';
import { denialReplies, mediaTypes } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { verifyWebhookSignature, webhookSignatureHeader } from '../delivery/webhook-signature.ts';
import { servePages } from '../http/pages.ts';
import { denyByContact, denyByToken } from './deny.ts';
import { denialPageFiles } from './page/files.ts';

export interface DenialOptions {
  readonly server: AuthorizationServer;
  /** Shared with the gateway that posts replies; without it replies are not taken. */
  readonly webhookSecret?: string;
}

const maxAgeSeconds = 300;

/** What a reply has to say to be a denial: one of the words of the model, and nothing else. */
export const isDenial = (reply: string): boolean =>
  (denialReplies as readonly string[]).includes(reply.trim().replace(/[.!]$/, '').toLowerCase()); // widened to compare any text

/** `POST /denial` with a denial token, `POST /denial/replies` from the gateway, and the page at `/denial`. */
export const denials: FastifyPluginAsync<DenialOptions> = async (app, { server, webhookSecret }) => {
  servePages(app, denialPageFiles);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(mediaTypes.json, { parseAs: 'buffer', bodyLimit: 4096 }, (_request, body, done) =>
    done(null, body),
  );

  app.post('/denial', async (request, reply) => {
    const denialToken = member(request.body, 'denialToken');
    if (denialToken !== undefined) await denyByToken(server, denialToken);
    return reply.code(204).send();
  });

  if (webhookSecret === undefined) return;
  app.post('/denial/replies', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0); // undefined without a body
    const header = request.headers[webhookSignatureHeader.toLowerCase()];
    const verification = verifyWebhookSignature({
      secret: webhookSecret,
      header: typeof header === 'string' ? header : undefined,
      body,
      nowAt: server.ports.clock.now(),
      maxAgeSeconds,
    });
    if (verification.outcome === 'invalid') {
      server.ports.log.note('reply.refused', { reason: verification.reason });
      return reply.code(401).send();
    }
    const from = member(body, 'from');
    if (from !== undefined && isDenial(member(body, 'text') ?? '')) await denyByContact(server, from);
    return reply.code(204).send();
  });
};

/** A text member of a JSON object in bytes; undefined when there is none. */
function member(body: unknown, name: string): string | undefined {
  try {
    const value: unknown = JSON.parse(String(body));
    const found =
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
    return typeof found === 'string' && found.length <= 512 ? found : undefined;
  } catch {
    return undefined;
  }
}
