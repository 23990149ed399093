import { generateKeyPairSync } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientAssertionAlgs, jwtBearerAssertionType, parameters } from '../../../model/vocabulary/index.ts';
import { systemRandomness } from '../../../server/chance/randomness.ts';
import { type AssertionRules, authenticateClient } from '../../../server/clients/client-authentication.ts';
import { openClientDirectory } from '../../../server/clients/client-file.ts';
import { hashClientSecret } from '../../../server/clients/client-secret.ts';
import { newKeyMaterial } from '../../../server/keys/key-material.ts';
import { createKeyRing } from '../../../server/keys/key-ring.ts';
import type { ClientRegistration, KeyRing, Store } from '../../../server/ports.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';

const issuer = 'https://utility.example';
const tokenEndpoint = 'https://utility.example/token';
const nowSeconds = 1_795_596_664;
const secret = 's3cret: with+all%of "it"é';

const registration = (clientId: string, authentication: ClientRegistration['authentication']): ClientRegistration => ({
  clientId,
  displayName: 'Bright Audit',
  authentication,
  scopes: ['usageRead'],
  mayUseOtp: true,
});

/** By algorithm, what the kiosk signs with. */
const signers = new Map<string, { readonly key: CryptoKey; readonly kid: string }>();
let kiosk: ClientRegistration;
let twoKeys: ClientRegistration;
let office: ClientRegistration;
let keys: KeyRing;
let store: Store;
let now: number;
let rules: AssertionRules;

beforeAll(async () => {
  keys = await createKeyRing(newKeyMaterial(systemRandomness));
  const jwks = [];
  for (const alg of ['ES256', 'EdDSA', 'RS256']) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const kid = `key for ${alg}`;
    jwks.push({ ...(await exportJWK(publicKey)), kid });
    signers.set(alg, { key: privateKey, kid });
    if (alg === 'EdDSA') signers.set('Ed25519', { key: privateKey, kid });
    if (alg === 'RS256') {
      const key = (await importJWK(await exportJWK(privateKey), 'PS256')) as CryptoKey; // an RSA key is no bytes
      signers.set('PS256', { key, kid });
    }
  }
  kiosk = registration('lighting-aisle-kiosk', { method: 'privateKeyJwt', jwks: { keys: jwks } });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const { kid: _, ...es256 } = jwks[0] ?? { kid: '' };
  twoKeys = registration('two-keys', { method: 'privateKeyJwt', jwks: { keys: [{ ...other }, es256] } });
  office = registration('office: app+1', { method: 'clientSecretBasic', secretSha256: hashClientSecret(secret) });
});

beforeEach(() => {
  store = createMemoryStore();
  now = nowSeconds * 1000;
  rules = {
    clients: openClientDirectory([kiosk, twoKeys, office]),
    issuer,
    endpointUrls: [tokenEndpoint],
    clock: { now: () => now },
    store,
    keys,
    assertionLifeSeconds: 300,
    signingAlgs: clientAssertionAlgs,
  };
});

/** A flawless assertion of the kiosk, with what a test changes; undefined takes a claim out. */
const claims = (changes: Record<string, unknown> = {}): JWTPayload => ({
  iss: kiosk.clientId,
  sub: kiosk.clientId,
  aud: issuer,
  exp: nowSeconds + 60,
  iat: nowSeconds,
  jti: 'once',
  ...changes,
});

const sign = (payload: JWTPayload, alg = 'ES256', header: Record<string, unknown> = {}) => {
  const { key, kid } = signers.get(alg) ?? { key: new Uint8Array(32), kid: '' };
  const crit = Object.fromEntries(Object.keys(header).map((name) => [name, true]));
  return new SignJWT(payload).setProtectedHeader({ alg, kid, ...header }).sign(key, 'crit' in header ? { crit } : {});
};

const form = (assertion: string, more: Record<string, string> = {}) =>
  new Map(
    Object.entries({
      [parameters.clientAssertionType.name]: jwtBearerAssertionType.name,
      [parameters.clientAssertion.name]: assertion,
      ...more,
    }),
  );

const byAssertion = async (assertion: string | Promise<string>, more?: Record<string, string>) =>
  authenticateClient({ parameters: form(await assertion, more) }, rules);
const byHeader = (authorizationHeader: string, more: Record<string, string> = {}) =>
  authenticateClient({ authorizationHeader, parameters: new Map(Object.entries(more)) }, rules);

/** How a client encodes its credentials (RFC 6749 §2.3.1). */
const basic = (clientId: string, clientSecret: string, scheme = 'Basic') => {
  const encode = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
  return `${scheme} ${Buffer.from(`${encode(clientId)}:${encode(clientSecret)}`).toString('base64')}`;
};

describe('a client that signs an assertion (RFC 7523 §3)', () => {
  it('is authenticated with each of the announced algorithms', async () => {
    expect(new Set(clientAssertionAlgs)).toEqual(new Set(signers.keys()));
    for (const alg of clientAssertionAlgs) {
      const outcome = await byAssertion(sign(claims({ jti: alg }), alg));
      expect(outcome, alg).toEqual({ outcome: 'authenticated', client: kiosk });
    }
  });

  it('may name the issuer or the endpoint as its only audience', async () => {
    for (const [index, aud] of [issuer, [issuer], tokenEndpoint, [tokenEndpoint]].entries()) {
      expect(await byAssertion(sign(claims({ aud, jti: `${index}` })))).toMatchObject({ outcome: 'authenticated' });
    }
  });

  it('may name itself in client_id too, but no other client', async () => {
    const clientId = parameters.clientId.name;
    const assertion = await sign(claims());
    expect(await byAssertion(assertion, { [clientId]: office.clientId })).toMatchObject({ reason: 'otherClientId' });
    expect(await byAssertion(assertion, { [clientId]: kiosk.clientId })).toMatchObject({ outcome: 'authenticated' });
  });

  it('may leave out iat, or be a little ahead of our clock', async () => {
    for (const iat of [undefined, nowSeconds + 10, nowSeconds - 1000]) {
      expect(await byAssertion(sign(claims({ iat, jti: `${iat}` })))).toMatchObject({ outcome: 'authenticated' });
    }
    expect(await byAssertion(sign(claims({ nbf: nowSeconds + 10 })))).toMatchObject({ outcome: 'authenticated' });
  });

  it('is authenticated without kid, whichever of its keys signed', async () => {
    const payload = claims({ iss: twoKeys.clientId, sub: twoKeys.clientId });
    expect(await byAssertion(sign(payload, 'ES256', { kid: undefined }))).toEqual({
      outcome: 'authenticated',
      client: twoKeys,
    });
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await new SignJWT({ ...payload, jti: 'other' })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(privateKey);
    expect(await byAssertion(forged)).toMatchObject({ reason: 'badAssertion' });
  });

  const flaws: Record<string, [changes: Record<string, unknown>, reason: string]> = {
    'of another issuer': [{ iss: 'two-keys' }, 'badAssertion'],
    'without an issuer': [{ iss: undefined }, 'badAssertion'],
    'without a subject': [{ sub: undefined }, 'unreadable'],
    'with a subject that is no text': [{ sub: 7 }, 'unreadable'],
    'of an unknown client': [{ iss: 'nobody', sub: 'nobody' }, 'unknownClient'],
    'of a client with a secret': [{ iss: 'office: app+1', sub: 'office: app+1' }, 'wrongMethod'],
    'of another client whose keys differ': [{ iss: 'two-keys', sub: 'two-keys' }, 'badAssertion'],
    'for another server': [{ aud: 'https://other.example' }, 'badAssertion'],
    'for this server with a slash more': [{ aud: `${issuer}/` }, 'badAssertion'],
    'for two servers': [{ aud: [issuer, 'https://other.example'] }, 'badAssertion'],
    'for nobody': [{ aud: [] }, 'badAssertion'],
    'without an audience': [{ aud: undefined }, 'badAssertion'],
    'whose audience is no text': [{ aud: { issuer } }, 'badAssertion'],
    'without an end': [{ exp: undefined }, 'badAssertion'],
    'whose end is no number': [{ exp: '9999999999' }, 'badAssertion'],
    'that ends now': [{ exp: nowSeconds }, 'expiredAssertion'],
    'that ended long ago': [{ exp: nowSeconds - 3600 }, 'expiredAssertion'],
    'that lives a second too long': [{ exp: nowSeconds + 301 }, 'badAssertion'],
    'that lives for ever': [{ exp: 1e300 }, 'badAssertion'],
    'from the future': [{ iat: nowSeconds + 11 }, 'badAssertion'],
    'that holds only later': [{ nbf: nowSeconds + 11 }, 'badAssertion'],
    'whose time is no number': [{ iat: 'now' }, 'badAssertion'],
    'without jti': [{ jti: undefined }, 'badAssertion'],
    'with an empty jti': [{ jti: '' }, 'badAssertion'],
    'whose jti is no text': [{ jti: 7 }, 'badAssertion'],
  };
  for (const [flaw, [changes, reason]] of Object.entries(flaws)) {
    it(`is refused with an assertion ${flaw}`, async () => {
      const outcome = await byAssertion(sign(claims(changes)));
      expect(outcome).toMatchObject({ outcome: 'unauthenticated', reason });
      // the flaw has not used up the identifier
      expect(await byAssertion(sign(claims()))).toMatchObject({ outcome: 'authenticated' });
    });
  }

  it('may let its assertion live as long as allowed, to the second', async () => {
    expect(await byAssertion(sign(claims({ exp: nowSeconds + 300 })))).toMatchObject({ outcome: 'authenticated' });
  });

  it('is refused when the signature is not by its key, or by no asymmetric key at all', async () => {
    const [header, payload, signature = ''] = (await sign(claims())).split('.');
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forgeries = {
      'changed signature': `${header}.${payload}.${flipped}`,
      'no signature': `${header}.${payload}.`,
      'no algorithm': `${none}.${payload}.`,
      'unknown kid': await sign(claims(), 'ES256', { kid: 'other' }),
      'novelty that has to be understood': await sign(claims(), 'ES256', { crit: ['novelty'], novelty: 1 }),
      'shared key': await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32)),
    };
    for (const [forgery, assertion] of Object.entries(forgeries)) {
      expect(await byAssertion(assertion), forgery).toMatchObject({ reason: 'badAssertion' });
    }
    rules = { ...rules, signingAlgs: ['EdDSA'] };
    expect(await byAssertion(sign(claims()))).toMatchObject({ reason: 'badAssertion' });
  });

  it('is refused with what is no JWT', async () => {
    for (const assertion of ['x', 'a.b', 'a.b.c', 'a.b.c.d', `${Buffer.from('{}').toString('base64url')}.e30.e30`]) {
      expect(await byAssertion(assertion), assertion).toMatchObject({ reason: 'unreadable' });
    }
  });

  it('uses up an assertion, once and for all clients with the same jti separately', async () => {
    const assertion = await sign(claims());
    expect(await byAssertion(assertion)).toMatchObject({ outcome: 'authenticated' });
    expect(await byAssertion(assertion)).toMatchObject({ outcome: 'unauthenticated', reason: 'replayedAssertion' });
    expect(await byAssertion(sign(claims({ exp: nowSeconds + 61 })))).toMatchObject({ reason: 'replayedAssertion' });
    const other = claims({ iss: twoKeys.clientId, sub: twoKeys.clientId });
    expect(await byAssertion(sign(other, 'ES256', { kid: undefined }))).toMatchObject({ outcome: 'authenticated' });
  });

  it('is authenticated by exactly one of sixteen uses of an assertion at the same time', async () => {
    const assertion = await sign(claims());
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => byAssertion(assertion)));
    const results = outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.outcome)).sort();
    expect(results).toEqual(['authenticated', ...Array(15).fill('replayedAssertion')]);
  });

  it('cannot use an assertion again after it was forgotten, since it has expired by then', async () => {
    const assertion = await sign(claims({ exp: nowSeconds + 60.5 }));
    await byAssertion(assertion);
    for (const seconds of [60, 61, 70, 71]) {
      now = (nowSeconds + seconds) * 1000;
      await store.purge(now);
      expect(await byAssertion(assertion), `${seconds} s`).toMatchObject({ outcome: 'unauthenticated' });
    }
    expect(await store.purge(now)).toBe(0);
    expect(await byAssertion(sign(claims({ exp: nowSeconds + 100 })))).toMatchObject({ outcome: 'authenticated' });
  });

  it('is not authenticated when the store cannot remember its assertion', async () => {
    await store.close();
    await expect(byAssertion(sign(claims()))).rejects.toThrow('closed');
  });
});

describe('a client that sends a secret (RFC 6749 §2.3.1)', () => {
  it('is authenticated, whatever characters identifier and secret have', async () => {
    expect(await byHeader(basic(office.clientId, secret))).toEqual({ outcome: 'authenticated', client: office });
    expect(await byHeader(basic(office.clientId, secret, 'bASIC'))).toMatchObject({ outcome: 'authenticated' });
  });

  it('may name itself in client_id too, but no other client', async () => {
    const named = (clientId: string) =>
      byHeader(basic(office.clientId, secret), { [parameters.clientId.name]: clientId });
    expect(await named(office.clientId)).toMatchObject({ outcome: 'authenticated' });
    expect(await named(kiosk.clientId)).toMatchObject({ outcome: 'unauthenticated', reason: 'otherClientId' });
  });

  it('is refused with a wrong secret, an unknown identifier, or a registration for another method', async () => {
    expect(await byHeader(basic(office.clientId, `${secret}!`))).toMatchObject({ reason: 'badSecret' });
    expect(await byHeader(basic(office.clientId, ''))).toMatchObject({ reason: 'badSecret' });
    expect(await byHeader(basic(office.clientId, hashClientSecret(secret)))).toMatchObject({ reason: 'badSecret' });
    expect(await byHeader(basic('nobody', secret))).toMatchObject({ reason: 'unknownClient' });
    expect(await byHeader(basic(kiosk.clientId, secret))).toMatchObject({ reason: 'wrongMethod' });
  });

  it('is refused when the credentials cannot be decoded', async () => {
    const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
    const notUtf8 = base64(Uint8Array.from([0xff, 0x3a, 0x61]));
    for (const bad of [
      '',
      '====',
      'a',
      '$$$$',
      base64('no colon'),
      base64(':secret'),
      base64('a%:b'),
      base64('a:%ff'),
      notUtf8,
    ]) {
      expect(await byHeader(`Basic ${bad}`), bad).toMatchObject({ outcome: 'unauthenticated', reason: 'unreadable' });
    }
  });

  it('is refused when the header has another scheme', async () => {
    for (const header of ['Bearer abc', 'Basicx YTpi', '', ' ', 'Digest username="a"']) {
      expect(await byHeader(header), header).toMatchObject({ reason: 'unsupportedMethod' });
    }
  });

  it('is refused when the secret is in the body', async () => {
    const body = new Map([
      [parameters.clientId.name, office.clientId],
      ['client_secret', secret],
    ]);
    const outcome = await authenticateClient({ parameters: body }, rules);
    expect(outcome).toMatchObject({ outcome: 'unauthenticated', reason: 'unsupportedMethod' });
  });
});

describe('a request', () => {
  it('without credentials is of no client, even when it names one', async () => {
    for (const body of [new Map(), new Map([[parameters.clientId.name, kiosk.clientId]])]) {
      expect(await authenticateClient({ parameters: body }, rules)).toMatchObject({ reason: 'missing' });
    }
  });

  it('may use one method only, even when both would convince (RFC 6749 §2.3)', async () => {
    const assertion = await sign(claims());
    const authorizationHeader = basic(office.clientId, secret);
    const both = await authenticateClient({ authorizationHeader, parameters: form(assertion) }, rules);
    expect(both).toEqual({ outcome: 'ambiguous' });
    expect(await byHeader(authorizationHeader, { client_secret: secret })).toEqual({ outcome: 'ambiguous' });
    expect(await byAssertion(assertion, { client_secret: secret })).toEqual({ outcome: 'ambiguous' });
    expect(await byAssertion(assertion)).toMatchObject({ outcome: 'authenticated' });
  });

  it('is malformed with half an assertion, and refused with one of another type', async () => {
    const type = parameters.clientAssertionType.name;
    const value = parameters.clientAssertion.name;
    const outcomeOf = (body: Record<string, string>) =>
      authenticateClient({ parameters: new Map(Object.entries(body)) }, rules);
    expect(await outcomeOf({ [type]: jwtBearerAssertionType.name })).toEqual({
      outcome: 'malformed',
      missing: 'clientAssertion',
    });
    const assertion = await sign(claims());
    expect(await outcomeOf({ [value]: assertion })).toEqual({ outcome: 'malformed', missing: 'clientAssertionType' });
    expect(await outcomeOf({ [value]: assertion, [type]: 'urn:other' })).toMatchObject({ reason: 'unsupportedMethod' });
  });

  it('never finds its own words in the detail for operators', async () => {
    const marker = 'tell-tale';
    const outcomes = await Promise.all([
      byHeader(basic(marker, marker)),
      byHeader(`${marker} ${marker}`),
      byHeader(basic(office.clientId, marker)),
      byHeader(basic(office.clientId, secret), { [parameters.clientId.name]: marker }),
      byAssertion(marker),
      byAssertion(sign(claims({ sub: marker }))),
      byAssertion(sign(claims({ iss: marker }))),
      byAssertion(sign(claims({ aud: marker }))),
      byAssertion(sign(claims({ exp: marker }))),
      byAssertion(sign(claims(), 'ES256', { kid: marker })),
      byAssertion(sign(claims(), 'ES256', { crit: [marker], [marker]: marker })),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.outcome).toBe('unauthenticated');
      expect(JSON.stringify(outcome)).not.toContain(marker);
    }
  });
});
