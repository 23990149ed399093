/**
 * The sandbox over HTTP, in JSON with members of its own. What is in the queue is handed over before a route answers, so
 * that nobody has to sleep.
 */
import { Ajv } from 'ajv';
import type { FastifyPluginAsync } from 'fastify';
import { type FaultKind, faultKinds, headers, sandboxRoutes } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import type { Outbox } from '../delivery/outbox.ts';
import { type MessageQuery, receivedMessages } from './messages.ts';
import type { Sandbox } from './sandbox.ts';

export interface SandboxApiOptions {
  readonly sandbox: Sandbox;
  readonly server: AuthorizationServer;
  readonly outbox: Pick<Outbox, 'run'>;
}

const longestWaitSeconds = 30;
/** A century: more than any life or window, and within what clocks hold for a while. */
const longestAdvanceSeconds = 3_155_760_000;
/** Into how many parts an advance is divided at most, between which messages are handed over. */
const advanceParts = 60;

const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const contact = { type: 'string', minLength: 1, maxLength: 254 };

/** `GET` and `POST` under the paths of the model. A body that is not as it should be is answered with 400 and why. */
export const sandboxApi: FastifyPluginAsync<SandboxApiOptions> = async (app, { sandbox, server, outbox }) => {
  // a misspelt member is a mistake here, not something to be left out in silence
  const strict = { body: new Ajv({ allErrors: true }), query: new Ajv({ allErrors: true, coerceTypes: true }) };
  app.setValidatorCompiler(({ schema, httpPart }) => strict[httpPart === 'body' ? 'body' : 'query'].compile(schema));
  const stopped = new AbortController();
  app.addHook('preClose', async () => stopped.abort());
  app.addHook('onRequest', async (_request, reply) => {
    reply.header(headers.cacheControl.name, 'no-store');
  });

  app.get(sandboxRoutes.clock.path, async () => ({ now: sandbox.clock.now() }));

  app.post<{ Body: { advanceSeconds: number } }>(
    sandboxRoutes.clock.path,
    {
      schema: {
        body: object({ advanceSeconds: { type: 'number', minimum: 0, maximum: longestAdvanceSeconds } }, [
          'advanceSeconds',
        ]),
      },
    },
    async ({ body }) => {
      const milliseconds = Math.round(body.advanceSeconds * 1000);
      const parts = Math.min(advanceParts, Math.max(1, Math.floor(milliseconds / 1000)));
      for (let part = 0; part < parts; part += 1) {
        const upTo = (count: number) => Math.round((milliseconds * count) / parts);
        sandbox.clock.advance(upTo(part + 1) - upTo(part));
        await outbox.run();
      }
      return { now: sandbox.clock.now() };
    },
  );

  app.get<{ Querystring: MessageQuery }>(
    sandboxRoutes.messages.path,
    {
      schema: {
        querystring: object({
          contact,
          afterId: { type: 'string', maxLength: 64 },
          waitSeconds: { type: 'number', minimum: 0, maximum: longestWaitSeconds },
        }),
      },
    },
    async ({ query }) => {
      await outbox.run();
      return { messages: await receivedMessages(sandbox.inbox, query, stopped.signal) };
    },
  );

  // the handle is a secret, so it comes in a body
  app.post<{ Body: { authSession: string } }>(
    sandboxRoutes.deliveries.path,
    { schema: { body: object({ authSession: { type: 'string', maxLength: 512 } }, ['authSession']) } },
    async ({ body }) => {
      await outbox.run();
      return { deliveries: sandbox.deliveries.list(server.ports.keys.keyedHash('session', body.authSession)) };
    },
  );

  app.post<{ Body: { contact: string; code: string | null } }>(
    sandboxRoutes.fixedCode.path,
    { schema: { body: object({ contact, code: { type: ['string', 'null'] } }, ['contact', 'code']) } },
    async ({ body }, reply) => {
      const problem = sandbox.fixedCodes.choose(body.contact, body.code);
      return problem === undefined ? reply.code(204).send() : reply.code(400).send({ message: problem });
    },
  );

  app.post<{ Body: Partial<Record<FaultKind, string>> & { times?: number } }>(
    sandboxRoutes.faults.path,
    {
      schema: {
        body: {
          ...object({
            ...Object.fromEntries(
              Object.entries(faultKinds).map(([kind, faults]) => [kind, { enum: Object.keys(faults) }]),
            ),
            times: { type: 'integer', minimum: 0, maximum: 1_000 },
          }),
          minProperties: 1,
        },
      },
    },
    async ({ body: { times = 1, ...wanted } }, reply) => {
      for (const [kind, fault] of Object.entries(wanted)) {
        sandbox.faults.plan(kind as FaultKind, fault as never, times); // the schema lets no others through
      }
      return reply.code(204).send();
    },
  );
};
