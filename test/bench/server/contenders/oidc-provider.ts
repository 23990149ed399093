/**
 * The device grant (RFC 8628) of oidc-provider with its adapter in memory: the nearest thing that people run today. A
 * cycle has three requests too: the device asks, somebody approves, the device fetches its token. The approval is what
 * the pages of such a server come down to, without the pages: they would cost it more.
 */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { announce, benchClient } from './entry.ts';

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const resource = 'https://utility.example/usage';
const issuer = 'https://utility.example';

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: benchClient.id,
      client_secret: benchClient.secret,
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
  cookies: { keys: ['not used by the device grant'] },
  findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
  features: {
    devInteractions: { enabled: false },
    deviceFlow: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'usage:read',
        audience: resource,
        accessTokenTTL: 3600,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
  ttl: { DeviceCode: 900, Grant: 900, AccessToken: 3600 },
});

provider.use(async (context, next) => {
  if (context.path !== '/approve') return next();
  const chunks: Buffer[] = [];
  for await (const chunk of context.req) chunks.push(chunk as Buffer); // a request gives buffers
  const userCode = new URLSearchParams(Buffer.concat(chunks).toString()).get('user_code') ?? '';
  const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll('-', ''));
  if (code === undefined) {
    context.status = 400;
    return;
  }
  const grant = new provider.Grant({ accountId: 'heather', clientId: code.clientId });
  grant.addResourceScope(resource, 'usage:read');
  Object.assign(code, {
    accountId: 'heather',
    authTime: Math.floor(Date.now() / 1000),
    scope: 'usage:read',
    resource,
    grantId: await grant.save(),
  });
  await code.save();
  context.body = {};
});

const server = createServer(provider.callback());
server.listen(0, '127.0.0.1', () => announce(server));
