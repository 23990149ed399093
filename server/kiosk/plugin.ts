/** The kiosk as a Fastify plugin: its page, and the few requests that the page makes. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headers, mediaTypes } from '../../model/vocabulary/index.ts';
import { pageHeaders, servePages } from '../http/pages.ts';
import type { OperatorLog } from '../ports.ts';
import { sessionCookie, sessionIdIn } from './cookie.ts';
import { clientDuties } from './duties.ts';
import { kioskPageFiles } from './page/files.ts';
import type { Said } from './said.ts';
import { type Deed, openSession, type Session } from './session.ts';
import { sessionTable } from './session-table.ts';
import { connectUtility, type UtilityOptions } from './utility.ts';
import type { AddressBody, CodeBody, KioskView, MethodBody } from './view.ts';

export interface KioskOptions extends UtilityOptions {
  readonly log: OperatorLog;
}

interface DeedRow<Body> {
  /** Members of the body, all of them text. */
  readonly members: readonly (keyof Body & string)[];
  readonly read: (body: Body) => Said;
}

const deeds = {
  address: {
    members: ['streetAddress', 'postalCode'],
    read: (address) => ({ address }),
  } satisfies DeedRow<AddressBody>,
  method: { members: ['option'], read: ({ option }) => ({ option }) } satisfies DeedRow<MethodBody>,
  code: { members: ['code'], read: ({ code }) => ({ code }) } satisfies DeedRow<CodeBody>,
  resend: { members: [], read: () => ({}) } satisfies DeedRow<object>,
} as const satisfies Record<Exclude<Deed, 'restart'>, unknown>;

const bodyLimitBytes = 4096;

/**
 * Serves the kiosk under `/kiosk`. The authorization server is asked for nothing before a customer comes.
 *
 * @throws TypeError when a URL or the client's key cannot be used
 */
export async function kiosk(app: FastifyInstance, options: KioskOptions): Promise<void> {
  const { clock, randomness, log } = options;
  const duties = clientDuties({ utility: await connectUtility(options), clock, log });
  const sessions = sessionTable({ clock, randomness, newSession: () => openSession({ duties, clock }) });

  const renewed = (request: FastifyRequest, reply: FastifyReply): Session => {
    const { id, session } = sessions.renew(sessionIdIn(request.headers));
    reply.header('Set-Cookie', sessionCookie(id, request.protocol === 'https'));
    return session;
  };
  const sessionOf = (request: FastifyRequest, reply: FastifyReply): Session =>
    sessions.find(sessionIdIn(request.headers)) ?? renewed(request, reply);

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ ...pageHeaders, [headers.cacheControl.name]: 'no-store' });
  });
  acceptJsonOnly(app);
  answerErrorsCalmly(app, log);
  servePages(app, kioskPageFiles);

  app.get('/kiosk/view', async (request, reply): Promise<KioskView> => sessionOf(request, reply).view());

  for (const deed of Object.keys(deeds) as (keyof typeof deeds)[]) {
    // keys of the table itself
    const { members, read } = deeds[deed] as DeedRow<Record<string, string>>; // the schema makes the body what the row reads
    app.post<{ Body: Record<string, string> }>(
      `/kiosk/${deed}`,
      { schema: { body: schemaOf(members) }, bodyLimit: bodyLimitBytes },
      async (request, reply): Promise<KioskView> => sessionOf(request, reply).act(deed, read(request.body)),
    );
  }

  // Whoever comes next cannot be followed by the cookie of whoever was here before.
  app.post(
    '/kiosk/restart',
    { schema: { body: schemaOf([]) }, bodyLimit: bodyLimitBytes },
    async (request, reply): Promise<KioskView> => renewed(request, reply).act('restart', {}),
  );
}

const schemaOf = (members: readonly string[]) => ({
  type: 'object',
  required: members,
  properties: Object.fromEntries(members.map((member) => [member, { type: 'string' }])),
});

/** Pages of other sites can post forms and plain text unasked, but not JSON: browsers would ask first, and get no leave. */
function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(mediaTypes.json, { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
}

function answerErrorsCalmly(app: FastifyInstance, log: OperatorLog): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) log.note('kiosk.failed', { error: error.name, path: request.routeOptions.url ?? '' });
    reply.code(status);
    return { error: status === 500 ? 'The kiosk has a problem of its own.' : 'The kiosk cannot read this request.' };
  });
}
