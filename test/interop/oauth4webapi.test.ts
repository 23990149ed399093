/**
 * A client that somebody else wrote, and that is stricter than most, takes the whole way over HTTP. What it does not know,
 * the two endpoints of the grant, it authenticates at all the same.
 */
import { importJWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newestCode } from '../support/conversation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { openServer } from '../support/open-server.ts';
import { prover, signProof, thumbprintOf } from '../support/proofs.ts';
import { openTamperingProxy, type Passing } from '../support/tampering-proxy.ts';
import { signingPrivateJwk } from '../support/test-clients.ts';
import type { TestServer } from '../support/test-server.ts';

const grant = 'urn:ietf:params:oauth:grant-type:otp';
const heather = '{"format":"postal_address","street_address":"12 Sunny Lane","postal_code":"90001"}';
const insecure = { [oauth.allowInsecureRequests]: true } as const;

interface Who {
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
}

const withSecret = (secret = 'sandbox-secret'): Who => ({
  client: { client_id: 'energy-auditor' },
  authentication: oauth.ClientSecretBasic(secret),
});

const withKey = async (): Promise<Who> => ({
  client: { client_id: 'signing-auditor' },
  authentication: oauth.PrivateKeyJwt((await importJWK(await signingPrivateJwk(), 'ES256')) as CryptoKey), // an EC key is never raw bytes
});

/** A server that listens. The client reads the clock of the machine, so the server has to show the same time. */
async function listening(): Promise<{ test: TestServer; as: oauth.AuthorizationServer }> {
  const test = await openServer({ clock: fakeClock(Date.now()) });
  await test.listen();
  return { test, as: await discovered(test.issuer) };
}

async function discovered(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  const response = await oauth.discoveryRequest(url, { algorithm: 'oauth2', ...insecure });
  return oauth.processDiscoveryResponse(url, response);
}

/** Posts to an endpoint that the client knows from the metadata only. */
async function posted(
  as: oauth.AuthorizationServer,
  { client, authentication }: Who,
  member: string,
  form: Record<string, string>,
) {
  const body = new URLSearchParams(form);
  const headers = new Headers();
  await authentication(as, client, body, headers);
  return fetch(String(as[member]), { method: 'POST', body, headers });
}

/** Starts a transaction and has a passcode sent. */
async function sent(
  test: TestServer,
  as: oauth.AuthorizationServer,
  who: Who,
): Promise<{ auth_session: string; user_code: string }> {
  const start = await posted(as, who, 'otp_authorization_endpoint', { sub_id: heather, scope: 'usage:read' });
  const { auth_session, iss } = (await start.json()) as { auth_session: string; iss: string }; // the answer of the grant
  expect(iss).toBe(as.issuer);
  await posted(as, who, 'otp_delivery_endpoint', { auth_session, delivery_option: 'sms' });
  return { auth_session, user_code: await newestCode(test) };
}

const redeemed = async (as: oauth.AuthorizationServer, { client, authentication }: Who, form: Record<string, string>) =>
  oauth.processGenericTokenEndpointResponse(
    as,
    client,
    await oauth.genericTokenEndpointRequest(as, client, authentication, grant, form, insecure),
  );

describe('oauth4webapi', () => {
  it.each([
    ['client_secret_basic', async () => withSecret()],
    ['private_key_jwt', withKey],
  ])('goes from discovery to the usage data with %s', async (_method, whoIs) => {
    const { test, as } = await listening();
    const who = await whoIs();
    expect(as.grant_types_supported).toEqual([grant, 'refresh_token']);
    const token = await redeemed(as, who, await sent(test, as, who));
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'usage:read' });
    const url = new URL(`${test.issuer}/usage?resolution=month`);
    const usage = await oauth.protectedResourceRequest(token.access_token, 'GET', url, undefined, undefined, insecure);
    expect(usage.status).toBe(200);
    expect(await usage.json()).toMatchObject({ resolution: 'month' });
  });

  it.each([
    ['invalid_user_code', { user_code: '00000000' }],
    ['invalid_grant', { auth_session: 'unknown' }],
    ['invalid_request', { user_code: '' }],
  ])('understands the error %s', async (error, changes) => {
    const { test, as } = await listening();
    const who = withSecret();
    const form = { ...(await sent(test, as, who)), ...changes };
    const failure = await redeemed(as, who, form).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(oauth.ResponseBodyError);
    expect(failure).toMatchObject({ error, status: 400, code: oauth.RESPONSE_BODY_ERROR });
    expect((failure as oauth.ResponseBodyError).error_description).toMatch(/\w/);
  });

  it('refreshes, and is refused when it brings a refresh token twice', async () => {
    const { test, as } = await listening();
    const { client, authentication } = withSecret();
    const first = await redeemed(as, { client, authentication }, await sent(test, as, withSecret()));
    const refreshed = async (token = '') =>
      oauth.processRefreshTokenResponse(
        as,
        client,
        await oauth.refreshTokenGrantRequest(as, client, authentication, token, insecure),
      );
    const second = await refreshed(first.refresh_token);
    expect(second).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'usage:read' });
    const failure = await refreshed(first.refresh_token).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ error: 'invalid_grant', status: 400, code: oauth.RESPONSE_BODY_ERROR });
    await expect(refreshed(second.refresh_token)).rejects.toThrow(oauth.ResponseBodyError);
  });

  it('gives a token back, and what belongs to it is dead', async () => {
    const { test, as } = await listening();
    const { client, authentication } = withSecret();
    const { access_token, refresh_token = '' } = await redeemed(as, withSecret(), await sent(test, as, withSecret()));
    const answer = await oauth.revocationRequest(as, client, authentication, refresh_token, insecure);
    expect(await oauth.processRevocationResponse(answer)).toBeUndefined();
    const url = new URL(`${test.issuer}/usage`);
    await expect(
      oauth.protectedResourceRequest(access_token, 'GET', url, undefined, undefined, insecure),
    ).rejects.toThrow(oauth.WWWAuthenticateChallengeError);
  });

  it('asks about a token as a resource server, while it is good and afterwards', async () => {
    const { test, as } = await listening();
    const asking = { client_id: 'usage-service' };
    const credentials = oauth.ClientSecretBasic('sandbox-secret');
    const { access_token } = await redeemed(as, withSecret(), await sent(test, as, withSecret()));
    const asked = async (token: string) =>
      oauth.processIntrospectionResponse(
        as,
        asking,
        await oauth.introspectionRequest(as, asking, credentials, token, insecure),
      );
    expect(await asked(access_token)).toMatchObject({ active: true, client_id: 'energy-auditor', scope: 'usage:read' });
    const { client, authentication } = withSecret();
    await oauth.revocationRequest(as, client, authentication, access_token, insecure);
    expect(await asked(access_token)).toEqual({ active: false });
    expect(await asked('made-up')).toEqual({ active: false });
  });

  it('understands slow_down with its Retry-After', async () => {
    const { test, as } = await listening();
    const who = withSecret();
    const { auth_session } = await sent(test, as, who);
    const again = await posted(as, who, 'otp_delivery_endpoint', { auth_session, delivery_option: 'sms' });
    expect([again.status, again.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('understands the challenge to a client that is not authenticated', async () => {
    const { as } = await listening();
    const failure = await redeemed(as, withSecret('wrong'), { auth_session: 'x', user_code: '1' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
    expect(failure).toMatchObject({ status: 401, cause: [{ scheme: 'basic', parameters: { realm: 'otp-flow' } }] });
  });

  it.each([
    ['no such token', 'not-a-token', '', 401, { error: 'invalid_token' }],
    ['too little scope', undefined, '?resolution=hour', 403, { error: 'insufficient_scope', scope: 'usage:read' }],
  ])('understands the challenge of the resource: %s', async (_title, given, query, status, parameters) => {
    const { test, as } = await listening();
    const who = withSecret();
    const start = await posted(as, who, 'otp_authorization_endpoint', { sub_id: heather, scope: 'usage:summary' });
    const { auth_session } = (await start.json()) as { auth_session: string }; // the answer of the grant
    await posted(as, who, 'otp_delivery_endpoint', { auth_session, delivery_option: 'sms' });
    const token = await redeemed(as, who, { auth_session, user_code: await newestCode(test) });
    const url = new URL(`${test.issuer}/usage${query}`);
    const failure = await oauth
      .protectedResourceRequest(given ?? token.access_token, 'GET', url, undefined, undefined, insecure)
      .catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
    expect(failure).toMatchObject({
      status,
      cause: [{ scheme: 'bearer', parameters: { realm: 'usage', ...parameters } }],
    });
  });
});

describe('oauth4webapi with DPoP', () => {
  /** A kiosk that proves its key in every request; what asks for a nonce is asked again, as the library says it can be. */
  const proving = async (as: oauth.AuthorizationServer, who: Who) => {
    const handle = oauth.DPoP(who.client, await oauth.generateKeyPair('ES256', { extractable: false }));
    const options = { ...insecure, DPoP: handle };
    let retries = 0;
    const again = async <Value>(once: () => Promise<Value>): Promise<Value> =>
      once().catch((error: unknown) => {
        if (!oauth.isDPoPNonceError(error)) throw error;
        retries += 1;
        return once();
      });
    /** The endpoints of the grant are asked as a token endpoint is, with a grant type that they do not look at. */
    const asked = (member: string, form: Record<string, string>) =>
      again(async () => {
        const there = { ...as, token_endpoint: String(as[member]) };
        const response = await oauth.genericTokenEndpointRequest(
          there,
          who.client,
          who.authentication,
          grant,
          form,
          options,
        );
        const body = (await response.clone().json()) as Record<string, unknown>; // an answer of the grant
        if (body.error !== undefined) {
          await oauth.processGenericTokenEndpointResponse(as, who.client, response); // throws what it makes of it
        }
        return body;
      });
    return {
      asked,
      thumbprint: () => handle.calculateThumbprint(),
      retries: () => retries,
      redeem: (form: Record<string, string>) =>
        again(async () =>
          oauth.processGenericTokenEndpointResponse(
            as,
            who.client,
            await oauth.genericTokenEndpointRequest(as, who.client, who.authentication, grant, form, options),
          ),
        ),
      refresh: (token = '') =>
        again(async () =>
          oauth.processRefreshTokenResponse(
            as,
            who.client,
            await oauth.refreshTokenGrantRequest(as, who.client, who.authentication, token, options),
          ),
        ),
      usage: (token: string, url: string) =>
        oauth.protectedResourceRequest(token, 'GET', new URL(url), undefined, undefined, options),
    };
  };

  const started = async (test: TestServer, kiosk: Awaited<ReturnType<typeof proving>>) => {
    const asking = { sub_id: heather, scope: 'usage:read' };
    const { auth_session } = await kiosk.asked('otp_authorization_endpoint', asking);
    const session = String(auth_session);
    await kiosk.asked('otp_delivery_endpoint', { auth_session: session, delivery_option: 'sms' });
    return { auth_session: session, user_code: await newestCode(test) };
  };

  it('dpop-proof/from-start: plays the whole grant with a key, and learns the nonce from the first answer', async () => {
    const { test, as } = await listening();
    expect(as.dpop_signing_alg_values_supported).toContain('ES256');
    const kiosk = await proving(as, withSecret());
    const token = await kiosk.redeem(await started(test, kiosk));
    expect(kiosk.retries()).toBe(1);
    expect(token).toMatchObject({ token_type: 'dpop', expires_in: 3600, scope: 'usage:read' });
    expect((await kiosk.usage(token.access_token, `${test.issuer}/usage`)).status).toBe(200);
    const refreshed = await kiosk.refresh(token.refresh_token);
    expect(refreshed.token_type).toBe('dpop');
    expect((await kiosk.usage(refreshed.access_token, `${test.issuer}/usage`)).status).toBe(200);
  });

  it('understands that another key is refused, and that a bound token is no bearer token', async () => {
    const { test, as } = await listening();
    const [kiosk, thief] = [await proving(as, withSecret()), await proving(as, withSecret())];
    const form = await started(test, kiosk);
    const failure = await thief.redeem(form).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ error: 'invalid_dpop_proof', status: 400, code: oauth.RESPONSE_BODY_ERROR });
    const { access_token } = await kiosk.redeem(form);
    const url = new URL(`${test.issuer}/usage`);
    const refused = await oauth
      .protectedResourceRequest(access_token, 'GET', url, undefined, undefined, insecure)
      .catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
    expect(refused).toMatchObject({ status: 401, cause: [{ scheme: 'dpop', parameters: { error: 'invalid_token' } }] });
    await expect(thief.usage(access_token, url.href)).rejects.toThrow(oauth.WWWAuthenticateChallengeError);
  });

  it('accepts token and proof as a resource server, and neither without the other', async () => {
    const { test, as } = await listening();
    const [kiosk, thief] = [await prover(test), await prover(test)];
    const session = (await kiosk.post('/otp-authorization', { sub_id: heather, scope: 'usage:read' })).member(
      'auth_session',
    );
    await kiosk.post('/otp-delivery', { auth_session: session, delivery_option: 'sms' });
    const form = { grant_type: grant, auth_session: session, user_code: await newestCode(test) };
    const token = (await kiosk.post('/token', form)).member('access_token');
    const url = `${test.issuer}/usage`;
    const validated = async (authorization: string, dpop: string) =>
      oauth.validateJwtAccessToken(as, new Request(url, { headers: { authorization, dpop } }), url, insecure);
    const target = { method: 'GET', url, accessToken: token };
    const own = () => signProof(kiosk.keys, target, test.clock);
    expect(await validated(`DPoP ${token}`, await own())).toMatchObject({ cnf: { jkt: thumbprintOf(kiosk.keys) } });
    await expect(validated(`DPoP ${token}`, await signProof(thief.keys, target, test.clock))).rejects.toThrow();
    await expect(validated(`Bearer ${token}`, await own())).rejects.toThrow();
  });
});

describe('oauth4webapi as a resource server', () => {
  const presented = (test: TestServer, token: string) =>
    new Request(`${test.issuer}/usage`, { headers: { authorization: `Bearer ${token}` } });

  it('accepts the access token as a JWT of RFC 9068, for its audience', async () => {
    const { test, as } = await listening();
    const who = withSecret();
    const { access_token } = await redeemed(as, who, await sent(test, as, who));
    const claims = await oauth.validateJwtAccessToken(
      as,
      presented(test, access_token),
      `${test.issuer}/usage`,
      insecure,
    );
    expect(claims).toMatchObject({ iss: test.issuer, client_id: 'energy-auditor', scope: 'usage:read' });
  });

  it('refuses it for another audience, and refuses a client assertion in its place', async () => {
    const { test, as } = await listening();
    const who = withSecret();
    const { access_token } = await redeemed(as, who, await sent(test, as, who));
    await expect(
      oauth.validateJwtAccessToken(as, presented(test, access_token), 'https://other.example', insecure),
    ).rejects.toThrow(/aud/);
    await expect(
      oauth.validateJwtAccessToken(as, presented(test, await test.sign()), `${test.issuer}/usage`, insecure),
    ).rejects.toThrow();
  });
});

describe('oauth4webapi is not fooled', () => {
  const behindProxy = async (change: (answer: Passing, path: string) => void) => {
    const { test, as } = await listening();
    const proxy = await openTamperingProxy(test.issuer, change);
    onTestFinished(() => proxy.close());
    return { test, as, proxy };
  };

  it('by metadata of another issuer', async () => {
    const { proxy } = await behindProxy(() => {});
    const failure = await discovered(proxy.url).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: oauth.JSON_ATTRIBUTE_COMPARISON });
    const { proxy: forging } = await behindProxy((answer) => {
      answer.body = answer.body.replace(/"issuer":"[^"]*"/, '"issuer":"https://utility.example"');
    });
    await expect(discovered(forging.url)).rejects.toMatchObject({ code: oauth.JSON_ATTRIBUTE_COMPARISON });
  });

  it.each<[string, (answer: Passing) => void]>([
    ['no token', (answer) => (answer.body = answer.body.replace('access_token', 'token'))],
    ['no type', (answer) => (answer.body = answer.body.replace('token_type', 'type'))],
    ['a life that is no number', (answer) => (answer.body = answer.body.replace('3600', '{}'))],
    ['a scope that is no text', (answer) => (answer.body = answer.body.replace('"usage:read"', '["usage:read"]'))],
    ['a body that is no JSON', (answer) => (answer.body = answer.body.slice(1))],
    ['a body that is a list', (answer) => (answer.body = `[${answer.body}]`)],
    ['another status', (answer) => (answer.status = 201)],
  ])('by a token response with %s, while the same one untouched is accepted', async (_title, change) => {
    const { test, as, proxy } = await behindProxy((answer, path) => {
      if (path === '/token') change(answer);
    });
    const who = withSecret();
    const relayed = { ...as, token_endpoint: `${proxy.url}/token` };
    await expect(redeemed(relayed, who, await sent(test, as, who))).rejects.toThrow(oauth.OperationProcessingError);
    expect(await redeemed(as, who, await sent(test, as, who))).toMatchObject({ token_type: 'bearer' });
  });

  it('by an access token that was changed on its way', async () => {
    const { test, as } = await listening();
    const who = withSecret();
    const { access_token } = await redeemed(as, who, await sent(test, as, who));
    const [header, , signature] = access_token.split('.');
    const claims = Buffer.from('{"scope":"usage:read usage:summary"}').toString('base64url');
    const request = new Request(`${test.issuer}/usage`, {
      headers: { authorization: `Bearer ${header}.${claims}.${signature}` },
    });
    await expect(oauth.validateJwtAccessToken(as, request, `${test.issuer}/usage`, insecure)).rejects.toThrow();
    const url = new URL(`${test.issuer}/usage`);
    await expect(
      oauth.protectedResourceRequest(`${header}.${claims}.${signature}`, 'GET', url, undefined, undefined, insecure),
    ).rejects.toThrow(oauth.WWWAuthenticateChallengeError);
  });
});
