import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KioskClient } from '../../../server/kiosk/client-authentication.ts';
import { otpDeliveryRequest } from '../../../server/kiosk/otp-client.ts';
import { transportTo } from '../../../server/kiosk/transport.ts';
import { connectUtility } from '../../../server/kiosk/utility.ts';
import { hourlyUsage } from './hourly-usage.ts';
import { countingRandomness, kioskClient, movableClock, publicKey } from './kiosk-parts.ts';
import { accessToken, authSession, passcode, refusal, type StubUtility, startStubUtility } from './stub-utility.ts';

const subject = { format: 'postal_address', street_address: '12 Sunny Lane', postal_code: '90001' } as const;
const formType = /^application\/x-www-form-urlencoded(;charset=UTF-8)?$/;

let stub: StubUtility;
beforeEach(async () => {
  stub = await startStubUtility();
});
afterEach(() => stub.close());

const clock = movableClock();
const connect = (changes: { issuer?: string; usageUrl?: string; client?: KioskClient; timeoutSeconds?: number } = {}) =>
  connectUtility({
    issuer: stub.issuer,
    usageUrl: stub.usageUrl,
    client: kioskClient,
    clock,
    randomness: countingRandomness(),
    ...changes,
  });

describe('the requests of the kiosk', () => {
  it('name the resource owner by subject identifier, and ask for hourly usage', async () => {
    const utility = await connect();
    const answer = await utility.identify(subject);
    expect(answer).toMatchObject({
      type: 'session.received',
      issuer: 'expected',
      response: { auth_session: authSession },
    });
    const request = stub.received.find(({ endpoint }) => endpoint === 'otpAuthorization');
    expect(request?.headers['content-type']).toMatch(formType);
    const { client_assertion: _, ...form } = request?.form ?? {};
    expect(form).toEqual({
      sub_id: '{"format":"postal_address","street_address":"12 Sunny Lane","postal_code":"90001"}',
      scope: 'usage:read',
      ui_locales: 'en',
      client_id: 'lighting-aisle-kiosk',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
  });

  it('have the passcode sent by a delivery option', async () => {
    const utility = await connect();
    const answer = await utility.deliver(authSession, 'second');
    expect(answer).toMatchObject({ type: 'code.announced', response: { binding_message: 'amber otter' } });
    const request = stub.received.find(({ endpoint }) => endpoint === 'otpDelivery');
    expect(request?.headers['content-type']).toMatch(formType);
    expect(request?.form).toMatchObject({ auth_session: authSession, delivery_option: 'second' });
  });

  it('redeem the passcode with the grant type of OTP-flow', async () => {
    const utility = await connect();
    expect(await utility.redeem(authSession, passcode)).toMatchObject({
      type: 'token.received',
      response: { access_token: accessToken },
    });
    expect(stub.received.find(({ endpoint }) => endpoint === 'token')?.form).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:otp',
      auth_session: authSession,
      user_code: passcode,
    });
  });

  it('fetch hourly usage with the token in the Authorization header only', async () => {
    const utility = await connect();
    expect(await utility.fetchUsage(accessToken)).toEqual({ type: 'usage.received', intervals: hourlyUsage });
    const request = stub.received.find(({ endpoint }) => endpoint === 'usage');
    expect(request?.query).toEqual({ resolution: 'hour' });
    expect(request?.headers.authorization).toBe(`Bearer ${accessToken}`);
    // a granted token is not lost because discovery fails
    expect(stub.count('metadata')).toBe(0);
  });

  it('authenticate the kiosk with a fresh assertion each, made for the issuer and by the kiosk’s clock', async () => {
    const utility = await connect();
    await utility.identify(subject);
    await utility.deliver(authSession, 'first');
    await utility.redeem(authSession, passcode);
    const assertions = stub.received.flatMap(({ form }) => form.client_assertion ?? []);
    expect(assertions).toHaveLength(3);
    const identifiers = await Promise.all(
      assertions.map(async (assertion) => {
        const { payload, protectedHeader } = await jwtVerify(assertion, publicKey, {
          issuer: 'lighting-aisle-kiosk',
          subject: 'lighting-aisle-kiosk',
          audience: stub.issuer,
          currentDate: new Date(clock.now()),
        });
        expect(protectedHeader).toEqual({ alg: 'ES256' });
        expect(payload.iat).toBe(clock.now() / 1000);
        expect(payload.exp).toBe(clock.now() / 1000 + 60);
        return payload.jti;
      }),
    );
    expect(new Set(identifiers).size).toBe(3);
  });

  it('are signed under the algorithm and key identifier of the registration', async () => {
    for (const alg of ['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'] as const) {
      const pair = await generateKeyPair(alg, { extractable: true });
      const privateKey = { ...(await exportJWK(pair.privateKey)), kid: 'kiosk-2025' };
      const utility = await connect({ client: { clientId: 'a kiosk', privateKey, alg } });
      await utility.deliver(authSession, 'first');
      const assertion = stub.received.at(-1)?.form.client_assertion ?? '';
      const { protectedHeader } = await jwtVerify(assertion, pair.publicKey, { currentDate: new Date(clock.now()) });
      expect(protectedHeader).toEqual({ alg, kid: 'kiosk-2025' });
    }
  });

  it('need a private key', async () => {
    const publicJwk = await exportJWK(publicKey);
    await expect(connect({ client: { ...kioskClient, privateKey: publicJwk } })).rejects.toThrow(TypeError);
    const secret = { kty: 'oct', k: 'c2VjcmV0' };
    await expect(connect({ client: { ...kioskClient, privateKey: secret } })).rejects.toThrow(TypeError);
  });
});

describe('discovery', () => {
  it('does not lead from an issuer with TLS to an endpoint without', async () => {
    const server = { issuer: 'https://utility.example', otp_delivery_endpoint: stub.issuer };
    const parties = {
      server,
      client: { client_id: kioskClient.clientId },
      authentication: () => {},
      transport: transportTo(new URL(server.issuer), 1),
    };
    const sending = otpDeliveryRequest(parties, { auth_session: authSession, delivery_option: 'first' });
    await expect(sending).rejects.toThrow(expect.objectContaining({ code: 'OAUTH_HTTP_REQUEST_FORBIDDEN' }));
    expect(stub.received).toEqual([]);
  });

  it('happens once, and again when the metadata has got old', async () => {
    const utility = await connect();
    expect(stub.count('metadata')).toBe(0);
    await Promise.all([utility.identify(subject), utility.identify(subject)]);
    await utility.deliver(authSession, 'first');
    expect(stub.count('metadata')).toBe(1);
    clock.pass(600);
    await utility.deliver(authSession, 'first');
    expect(stub.count('metadata')).toBe(2);
  });

  it('is tried again after it failed', async () => {
    stub.script('metadata', { status: 503, body: 'closed' });
    const utility = await connect();
    expect(await utility.identify(subject)).toMatchObject({ type: 'answer.missing' });
    expect(await utility.identify(subject)).toMatchObject({ type: 'session.received' });
  });

  it('does not believe metadata of another issuer, or metadata without an endpoint', async () => {
    const utility = await connect();
    stub.script(
      'metadata',
      { change: { issuer: 'https://other.example' } },
      { change: { otp_authorization_endpoint: undefined } },
    );
    expect(await utility.identify(subject)).toMatchObject({ type: 'answer.missing' });
    expect(await utility.identify(subject)).toEqual({
      type: 'answer.missing',
      reason: 'the metadata lacks an endpoint',
    });
    expect(stub.count('otpAuthorization')).toBe(0);
  });
});

describe('answers', () => {
  it('otp-client/compare-issuer: a session of another issuer, or of none, is told from the expected one', async () => {
    const utility = await connect();
    for (const iss of ['https://other.example', undefined, `${stub.issuer}/`]) {
      stub.script('otpAuthorization', { change: { iss } });
      expect(await utility.identify(subject)).toEqual({ type: 'session.received', issuer: 'other' });
    }
  });

  it('offer only what can be delivered by a method that the kiosk knows', async () => {
    const options = [
      { id: 'a', method: 'pigeon' },
      { id: 'b', method: 'voice' },
    ];
    stub.script(
      'otpAuthorization',
      { change: { delivery_options: options } },
      { change: { delivery_options: options.slice(0, 1) } },
    );
    const utility = await connect();
    expect(await utility.identify(subject)).toMatchObject({
      response: { delivery_options: [{ id: 'b', method: 'voice' }] },
    });
    expect(await utility.identify(subject)).toMatchObject({ type: 'answer.missing' });
  });

  it('keep an error apart from those that mean something else, whatever the status', async () => {
    const utility = await connect();
    const told = {
      slow_down: 'slowDown',
      invalid_session: 'invalidSession',
      expired_token: 'expiredToken',
      access_denied: 'accessDenied',
      delivery_limit_exceeded: 'deliveryLimitExceeded',
      invalid_user_code: 'invalidUserCode',
      invalid_grant: 'invalidGrant',
      invalid_request: 'other',
      slowDown: 'other',
      never_heard_of: 'other',
    };
    for (const [wireName, error] of Object.entries(told)) {
      for (const status of [400, 429]) {
        stub.script('otpDelivery', refusal(wireName, {}, status));
        stub.script('token', refusal(wireName, {}, status));
        expect(await utility.deliver(authSession, 'first')).toMatchObject({ type: 'error.received', error });
        expect(await utility.redeem(authSession, passcode)).toMatchObject({ type: 'error.received', error });
      }
    }
  });

  it('tell the operator the names of errors that the protocol has, and of no others', async () => {
    const utility = await connect();
    stub.script('otpDelivery', refusal('invalid_scope'), refusal('free text from outside'));
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ errorName: 'invalidScope' });
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ errorName: 'unknown' });
  });

  it('carry the wait that Retry-After asks for', async () => {
    const utility = await connect();
    stub.script('otpDelivery', refusal('slow_down', { 'retry-after': '17' }, 429));
    stub.script('token', refusal('slow_down', { 'retry-after': '18' }, 429), refusal('slow_down', {}, 429));
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ retryAfterSeconds: 17 });
    expect(await utility.redeem(authSession, passcode)).toMatchObject({ retryAfterSeconds: 18 });
    expect(await utility.redeem(authSession, passcode)).toMatchObject({ retryAfterSeconds: undefined });
  });

  it('are refusals when they challenge the kiosk to authenticate', async () => {
    const utility = await connect();
    const challenge = { 'www-authenticate': 'Basic realm="otp-flow"' };
    stub.script('otpDelivery', refusal('invalid_client', challenge, 401));
    stub.script('token', refusal('invalid_client', challenge, 401));
    stub.script('usage', { status: 401, body: '', headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ error: 'other', errorName: 'invalidClient' });
    expect(await utility.redeem(authSession, passcode)).toMatchObject({ type: 'error.received', error: 'other' });
    expect(await utility.fetchUsage(accessToken)).toMatchObject({ error: 'other', errorName: 'invalidToken' });
  });

  it('are missing when they are no message of the protocol', async () => {
    const utility = await connect();
    const strange = [
      { status: 500, body: { error: 'slow_down' } },
      { status: 302, body: '', headers: { location: '/elsewhere' } },
      { status: 201 },
      { status: 400, body: { error: 7 } },
      { status: 403, body: '<h1>Forbidden</h1>', headers: { 'content-type': 'text/html' } },
      { body: '{"auth_session":', headers: { 'content-type': 'application/json' } },
      { headers: { 'content-type': 'text/plain' }, body: '{}' },
      { body: [] },
      { body: {} },
    ];
    stub.script('otpDelivery', ...strange);
    stub.script('token', ...strange);
    stub.script('usage', ...strange);
    for (const _ of strange) {
      expect(await utility.deliver(authSession, 'first')).toMatchObject({ type: 'answer.missing' });
      expect(await utility.redeem(authSession, passcode)).toMatchObject({ type: 'answer.missing' });
      expect(await utility.fetchUsage(accessToken)).toMatchObject({ type: 'answer.missing' });
    }
  });

  it('are missing when they do not say that they are JSON', async () => {
    const utility = await connect();
    const plain = { 'content-type': 'text/plain' };
    const announcement = {
      expires_in: 600,
      interval: 30,
      code_length: 8,
      code_charset: 'numeric',
      binding_message: 'a b',
    };
    const answers = [announcement, { error: 'slow_down' }].map((body) => JSON.stringify(body));
    stub.script('otpDelivery', { body: answers[0], headers: plain }, { status: 400, body: answers[1], headers: plain });
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ type: 'answer.missing' });
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ type: 'answer.missing' });
  });

  it('are missing when what the kiosk goes on with is not of its form', async () => {
    const utility = await connect();
    const wrongSessions = [
      { auth_session: '' },
      { expires_in: '900' },
      { expires_in: -1 },
      { delivery_options: undefined },
      { delivery_options: [] },
      { delivery_options: [{ id: 'a' }] },
      { delivery_options: [{ id: 1, method: 'sms' }] },
      { delivery_options: [{ id: 'a', method: 'sms', hint: 7 }] },
    ];
    for (const change of wrongSessions) {
      stub.script('otpAuthorization', { change });
      expect(await utility.identify(subject), JSON.stringify(change)).toMatchObject({ type: 'answer.missing' });
    }
    const wrongAnnouncements = [
      { expires_in: null },
      { interval: undefined },
      { code_length: 0 },
      { code_length: 7.5 },
      { code_length: 65 },
      { code_charset: '' },
      { binding_message: undefined },
    ];
    for (const change of wrongAnnouncements) {
      stub.script('otpDelivery', { change });
      expect(await utility.deliver(authSession, 'first'), JSON.stringify(change)).toMatchObject({
        type: 'answer.missing',
      });
    }
    for (const change of [
      { access_token: '' },
      { token_type: undefined },
      { token_type: 'DPoP' },
      { token_type: 'mac' },
    ]) {
      stub.script('token', { change });
      expect(await utility.redeem(authSession, passcode), JSON.stringify(change)).toMatchObject({
        type: 'answer.missing',
      });
    }
    const wrongUsage = [
      { resolution: 'month' },
      { intervals: [] },
      { intervals: [{ start: 'yesterday', kilowatt_hours: 1 }] },
      { intervals: [{ start: '2025-11-01T00:00:00Z', kilowatt_hours: -1 }] },
      { intervals: [{ start: '2025-11-01T00:00:00Z' }] },
    ];
    for (const change of wrongUsage) {
      stub.script('usage', { change });
      expect(await utility.fetchUsage(accessToken), JSON.stringify(change)).toMatchObject({ type: 'answer.missing' });
    }
  });

  it('are missing when the connection breaks or nobody listens', async () => {
    const utility = await connect();
    stub.script('otpDelivery', { comes: 'hang up' });
    expect(await utility.deliver(authSession, 'first')).toEqual({ type: 'answer.missing', reason: 'no connection' });
    await stub.close();
    expect(await utility.redeem(authSession, passcode)).toEqual({ type: 'answer.missing', reason: 'no connection' });
    expect(await (await connect()).identify(subject)).toEqual({ type: 'answer.missing', reason: 'no connection' });
  });

  it('are missing when they do not come in time, from any endpoint', async () => {
    const utility = await connect({ timeoutSeconds: 0.1 });
    for (const endpoint of ['metadata', 'otpAuthorization', 'otpDelivery', 'token', 'usage'] as const) {
      stub.script(endpoint, { comes: 'never' });
    }
    const late = { type: 'answer.missing', reason: 'no answer in time' };
    expect(await utility.identify(subject)).toEqual(late);
    expect(await utility.identify(subject)).toEqual(late);
    expect(stub.count('otpAuthorization')).toBe(1);
    expect(await utility.deliver(authSession, 'first')).toEqual(late);
    expect(await utility.redeem(authSession, passcode)).toEqual(late);
    expect(await utility.fetchUsage(accessToken)).toEqual(late);
  });

  it('are missing when they begin in time and do not end', async () => {
    const utility = await connect({ timeoutSeconds: 0.1 });
    for (const endpoint of ['metadata', 'otpDelivery', 'token', 'usage'] as const) {
      stub.script(endpoint, { comes: 'in part' });
    }
    expect(await utility.identify(subject)).toMatchObject({ type: 'answer.missing' });
    expect(await utility.deliver(authSession, 'first')).toMatchObject({ type: 'answer.missing' });
    expect(await utility.redeem(authSession, passcode)).toMatchObject({ type: 'answer.missing' });
    expect(await utility.fetchUsage(accessToken)).toMatchObject({ type: 'answer.missing' });
  });

  it('are asked for without encryption on loopback only', async () => {
    const outside = await connect({ issuer: 'http://utility.example', usageUrl: 'http://utility.example/usage' });
    const forbidden = { type: 'answer.missing', reason: 'OAUTH_HTTP_REQUEST_FORBIDDEN' };
    expect(await outside.identify(subject)).toEqual(forbidden);
    expect(await outside.fetchUsage(accessToken)).toEqual(forbidden);
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '[::1]']) {
      const local = await connect({ issuer: `http://${host}:1`, timeoutSeconds: 1 });
      expect(await local.identify(subject)).not.toEqual(forbidden);
    }
    for (const host of ['localhost.example', '127.0.0.1.example', '128.0.0.1']) {
      const lookalike = await connect({ issuer: `http://${host}`, timeoutSeconds: 1 });
      expect(await lookalike.identify(subject)).toEqual(forbidden);
    }
  });
});
