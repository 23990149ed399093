/** The generated routes in their own scope, where bodies are forms and every mistake gets the machine's answer. */
import { METHODS } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import {
  type EarlyViolation,
  type ExchangeHandlers,
  type ExchangeName,
  routes,
  routeTable,
  send,
} from '../../generated/server/routes.ts';
import { headers, mediaTypes, outcomes } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { Unavailable } from '../dependencies.ts';
import { handlersOf } from '../exchange/handlers.ts';
import { type DecodedForm, decodeForm } from './form.ts';
import { schemaCompiler } from './schemas.ts';

/** The endpoints of the authorization server and the usage resource. */
export const protocol: FastifyPluginAsync<{ readonly server: AuthorizationServer }> = async (app, { server }) => {
  const handlers = handlersOf(server);
  const ajv = schemaCompiler();
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema));
  app.removeAllContentTypeParsers();
  const bodyLimit = server.settings.policy.limits.requestBytes;
  app.addContentTypeParser(
    mediaTypes.form,
    { parseAs: 'buffer', bodyLimit },
    (_request, body, done) => done(null, decodeForm(body as Buffer)), // `parseAs: 'buffer'`
  );
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, _body, done) => done(null, undefined));
  app.addHook('preValidation', async (request) => {
    const form = request.body as DecodedForm | undefined | null; // from the parsers above; null without a body
    if (form !== undefined && form !== null) request.form = form;
    request.body = form?.outcome === 'decoded' ? Object.fromEntries(form.parameters) : {};
  });
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { exchange } = request.routeOptions.config;
    const isRequestFault = error.statusCode !== undefined && error.statusCode < 500;
    if (exchange === undefined || !isRequestFault) {
      server.ports.log.note('request.failed', {
        exchange: exchange ?? 'none',
        reason: error.name,
        detail: error.message,
      });
      if (error instanceof Unavailable) reply.header(headers.retryAfter.name, '1');
      const { status } = error instanceof Unavailable ? outcomes.unavailable : { status: 500 };
      return reply.code(status).header(headers.cacheControl.name, 'no-store').send();
    }
    return send(reply, await handlers[exchange](request, earlyViolation(exchange, request, error)));
  });
  await app.register(routes, { handlers });
  answerOtherMethods(app, handlers);
};

/** What a request did wrong that the framework stopped: a wrong method goes before what is wrong with its body. */
function earlyViolation(
  exchange: ExchangeName,
  request: FastifyRequest,
  error: FastifyError,
): EarlyViolation | undefined {
  if (request.method !== routeTable[exchange].method) return 'methodNotAllowed';
  return error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'bodyTooLarge' : undefined;
}

/** Methods that HTTP knows and the generated routes do not are told which one is taken, like the others. */
function answerOtherMethods(app: FastifyInstance, handlers: ExchangeHandlers): void {
  const methods = METHODS.filter((method) => method !== 'CONNECT'); // asks for a tunnel, and for nothing at a path
  for (const method of methods) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  for (const exchange of Object.keys(routeTable) as ExchangeName[]) {
    // its own keys
    const { url } = routeTable[exchange];
    const others = methods.filter((method) => !app.hasRoute({ method, url }));
    if (others.length === 0) continue; // it shares its endpoint with an exchange before it
    app.route({
      method: others,
      url,
      config: { exchange },
      handler: async (request, reply) => send(reply, await handlers[exchange](request, 'methodNotAllowed')),
    });
  }
}
