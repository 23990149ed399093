/**
 * The limit of any such server on this platform: Fastify with the same routes and schemas, the client's secret compared,
 * answers of the same form, one ES256 signature for each token, and nothing else. It remembers nothing.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import Fastify, { type FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { type ExchangeHandlers, routes } from '../../../../generated/server/routes.ts';
import { mediaTypes } from '../../../../model/index.ts';
import { type DecodedForm, decodeForm } from '../../../../server/http/form.ts';
import { schemaCompiler } from '../../../../server/http/schemas.ts';
import { announce, benchClient } from './entry.ts';

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const key = await importJWK(await exportJWK(privateKey), 'ES256');
const secret = createHash('sha256').update(benchClient.secret).digest();
const headers = { 'Cache-Control': 'no-store' };

function authenticate({ headers: { authorization = '' } }: FastifyRequest): void {
  const [, given = ''] = Buffer.from(authorization.slice('Basic '.length), 'base64').toString().split(':');
  if (!timingSafeEqual(createHash('sha256').update(given).digest(), secret)) throw new Error('another client');
}

const fresh = (): string => randomBytes(32).toString('base64url');
const refused = async (): Promise<never> => {
  throw new Error('the limit knows three requests only');
};

const handlers: ExchangeHandlers = {
  identification: async (request) => {
    authenticate(request);
    return {
      outcome: 'sessionIssued',
      status: 200,
      headers,
      body: {
        auth_session: fresh(),
        expires_in: 900,
        delivery_options: [
          { id: 'sms', method: 'sms' },
          { id: 'email', method: 'email' },
        ],
        iss: 'https://utility.example',
      },
    };
  },
  delivery: async (request) => {
    authenticate(request);
    return {
      outcome: 'codeSent',
      status: 200,
      headers,
      body: {
        expires_in: 600,
        interval: 30,
        code_length: 8,
        code_charset: 'numeric',
        binding_message: 'amber-fox',
      },
    };
  },
  redemption: async (request) => {
    authenticate(request);
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ client_id: benchClient.id, scope: 'usage:read' })
      .setProtectedHeader({ typ: 'at+jwt', alg: 'ES256', kid: 'limit' })
      .setIssuer('https://utility.example')
      .setAudience('https://utility.example/usage')
      .setSubject(fresh())
      .setJti(fresh())
      .setIssuedAt(now)
      .setExpirationTime(now + 3600)
      .sign(key);
    return {
      outcome: 'tokenIssued',
      status: 200,
      headers,
      body: { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: 'usage:read' },
    };
  },
  refresh: refused,
  revocation: refused,
  introspection: refused,
  metadata: refused,
  keys: refused,
  usage: refused,
};

const app = Fastify({ logger: false });
const ajv = schemaCompiler();
app.setValidatorCompiler(({ schema }) => ajv.compile(schema));
app.removeAllContentTypeParsers();
app.addContentTypeParser(
  mediaTypes.form,
  { parseAs: 'buffer' },
  (_request, body, done) => done(null, decodeForm(body as Buffer)), // `parseAs: 'buffer'`
);
app.addHook('preValidation', async (request) => {
  const form = request.body as DecodedForm; // from the parser above
  request.body = form.outcome === 'decoded' ? Object.fromEntries(form.parameters) : {};
});
await app.register(routes, { handlers });
await app.listen({ host: '127.0.0.1', port: 0 });
announce(app.server);
