/** Signing keys that follow each other: no token is refused because of it, before, at, or after the change. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeyMaterial, newKeyMaterial, parseKeyMaterial } from '../../../server/keys/key-material.ts';
import { createKeyRing, openKeyRing } from '../../../server/keys/key-ring.ts';
import { withNextKey } from '../../../server/keys/key-schedule.ts';
import { rotateKeyFile } from '../../../server/keys/rotate.ts';
import { converse } from '../../support/conversation.ts';
import { fakeClock, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { seededRandomness } from '../../support/seeded-randomness.ts';
import { secretClient } from '../../support/test-clients.ts';

const hours = (count: number): number => seconds(3600) * count;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;

/** A server whose next key was just added, to be used in a day. */
async function rotating(times = 1) {
  const clock = fakeClock();
  let material: KeyMaterial = newKeyMaterial(seededRandomness('first'));
  const add = () => {
    material = withNextKey(
      material,
      newKeyMaterial(seededRandomness(`key ${clock.now()}`)).signingKey,
      clock.now(),
      86_400,
    );
    return material;
  };
  if (times > 0) add();
  const test = await openServer({ clock, keys: await createKeyRing(material, clock) });
  const kids = async () => {
    const { body } = await test.inject({ url: '/jwks' });
    return (body.keys as { kid: string }[]).map(({ kid }) => kid); // as served
  };
  const signed = () =>
    test.server.ports.keys.signAccessToken({
      issuer: test.issuer,
      audience: `${test.issuer}/usage`,
      subject: 'somebody',
      clientId: 'energy-auditor',
      tokenId: 'one',
      scope: 'usage:read',
      issuedAt: clock.now(),
      expiresAt: clock.now() + hours(1),
    });
  const token = async () => (await converse(test).granted()).token;
  const isGood = async (one: string) => {
    const usage = await converse(test).usage(one);
    const told = await test.post('/introspect', { token: one }, secretClient('usage-service'));
    return [usage.status, told.body.active];
  };
  return { clock, test, kids, token, signed, isGood, material: () => material, add };
}

describe('A key that follows another', () => {
  it('metadata/keys: is published before it signs, and the one before it until its last token has ended', async () => {
    const { clock, kids, token, isGood } = await rotating();
    const [old, next, ...others] = await kids();
    expect([old === next, others]).toEqual([false, []]);
    const before = await token();
    expect(kidOf(before)).toBe(old);
    clock.advance(hours(24) - seconds(1));
    const last = await token();
    expect(kidOf(last)).toBe(old);
    clock.advance(seconds(1));
    const first = await token();
    expect(kidOf(first)).toBe(next);
    expect(await isGood(last)).toEqual([200, true]);
    expect(await isGood(first)).toEqual([200, true]);
    expect(await kids()).toEqual([old, next]);
    clock.advance(seconds(3598));
    expect(await isGood(last)).toEqual([200, true]);
    clock.advance(hours(24));
    expect(await kids()).toEqual([next]);
  });

  it('never signs a token that a resource server with keys of five minutes ago cannot verify', async () => {
    const { clock, kids, signed } = await rotating();
    for (let quarter = 0; quarter < 4 * 50; quarter += 1) {
      const cached = await kids();
      clock.advance(seconds(300));
      expect(cached).toContain(kidOf(await signed()));
      clock.advance(seconds(600));
    }
  });

  it('is one only while the key before it waits', async () => {
    const { clock, add, material } = await rotating();
    expect(add).toThrow(/waiting/);
    clock.advance(hours(24));
    add();
    expect(material().laterSigningKeys).toHaveLength(2);
    clock.advance(hours(47));
    add(); // the first one has ended by now, and is taken out
    expect(material().laterSigningKeys).toHaveLength(2);
  });
});

describe('The file of keys', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rotation-'));
    file = join(folder, 'keys.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the next key and stays readable by its owner only; a server that runs takes it when it reads it again', async () => {
    const clock = fakeClock();
    const ring = await openKeyRing(file, clock);
    const [old] = ring.publicKeys().keys;
    const sealed = await ring.seal('text');
    const usedFrom = await rotateKeyFile(file, 7200, clock.now(), seededRandomness('next'));
    expect(usedFrom).toBe(new Date(clock.now() + hours(2)).toISOString());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ring.publicKeys().keys).toEqual([old]);
    await ring.reload();
    expect(ring.publicKeys().keys).toHaveLength(2);
    expect(ring.publicKeys().keys[0]).toEqual(old);
    expect(await ring.unseal(sealed)).toBe('text');
    await expect(rotateKeyFile(file, 7200, clock.now(), seededRandomness('third'))).rejects.toThrow(
      /stays as it is: another key is waiting already/,
    );
  });

  it('keeps a server going as it was when it is broken, and says so', async () => {
    const ring = await openKeyRing(file, fakeClock());
    const before = ring.publicKeys();
    writeFileSync(file, '{');
    await expect(ring.reload()).rejects.toThrow(/broken: it is not JSON/);
    expect(ring.publicKeys()).toEqual(before);
  });

  it.each<[string, (material: KeyMaterial) => object]>([
    ['laterSigningKeys is not a list', () => ({ laterSigningKeys: {} })],
    ['a signingKey that is not a JWK', () => ({ laterSigningKeys: [{ usedFrom: '2027-01-31T12:00:00Z' }] })],
    [
      'a usedFrom that is not an instant',
      ({ signingKey }) => ({ laterSigningKeys: [{ signingKey, usedFrom: 'soon' }] }),
    ],
    [
      'not in the order in which the keys are used',
      ({ signingKey }) => ({
        laterSigningKeys: ['2027-01-31T12:00:00Z', '2027-01-30T12:00:00Z'].map((usedFrom) => ({
          signingKey,
          usedFrom,
        })),
      }),
    ],
  ])('is refused with %s', (words, change) => {
    const material = newKeyMaterial(seededRandomness('file'));
    expect(() => parseKeyMaterial(JSON.stringify({ ...material, ...change(material) }))).toThrow(words);
  });

  it('is rotated by a command, which says when the next key signs', async () => {
    await openKeyRing(file);
    const run = promisify(execFile);
    const { PATH = '' } = process.env;
    const options = { env: { PATH, OTP_FLOW_DATA: folder } };
    const command = ['--import', 'tsx', 'server/keys/cli.ts'];
    const { stdout } = await run(process.execPath, [...command, '2'], options);
    const { laterSigningKeys } = parseKeyMaterial(readFileSync(file, 'utf8'));
    expect(laterSigningKeys).toHaveLength(1);
    expect(stdout).toContain(laterSigningKeys?.[0]?.usedFrom);
    await expect(run(process.execPath, [...command, '0'], options)).rejects.toThrow(/one at least/);
  }, 60_000);
});
