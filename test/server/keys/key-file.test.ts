import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandomness } from '../../../server/chance/randomness.ts';
import { loadOrCreateKeyFile } from '../../../server/keys/key-file.ts';
import { newKeyMaterial } from '../../../server/keys/key-material.ts';
import { openKeyRing } from '../../../server/keys/key-ring.ts';

describe('the key file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'key-file-'));
    file = join(folder, 'keys', 'keys.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is created with its folder, for its owner only, and gives the same keys ever after', async () => {
    const first = await openKeyRing(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['keys.json']);
    const second = await openKeyRing(file);
    expect(second.publicKeys()).toEqual(first.publicKeys());
    expect(second.keyedHash('session', 'text')).toBe(first.keyedHash('session', 'text'));
    expect(await second.unseal(await first.seal('text'))).toBe('text');
  });

  it('is created once when several ask for it at the same time', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyRing(file)));
    expect(new Set(rings.map((ring) => ring.keyedHash('session', 'text'))).size).toBe(1);
    expect(new Set(rings.map((ring) => JSON.stringify(ring.publicKeys()))).size).toBe(1);
  });

  it('is left as it is when another process creates it first', async () => {
    const [ours, theirs] = [newKeyMaterial(systemRandomness), newKeyMaterial(systemRandomness)];
    const create = () => {
      mkdirSync(join(folder, 'keys'));
      writeFileSync(file, JSON.stringify(theirs));
      return ours;
    };
    expect(await loadOrCreateKeyFile(file, create)).toEqual(theirs);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(theirs);
  });

  it('is refused with its name and what is wrong, never quoted and never replaced', async () => {
    await openKeyRing(file);
    const whole = readFileSync(file, 'utf8');
    const material = newKeyMaterial(systemRandomness);
    const broken: Record<string, string> = {
      'it is not JSON': whole.slice(0, -10),
      'it is not a JSON object': '[]',
      'hashSecret is not 32 bytes': JSON.stringify({ ...material, hashSecret: material.hashSecret.slice(1) }),
      'sealingKey is not 32 bytes': JSON.stringify({ ...material, sealingKey: undefined }),
      'signingKey is not a JWK': JSON.stringify({ ...material, signingKey: 'text' }),
      'signingKey is not a whole private JWK': JSON.stringify({
        ...material,
        signingKey: { ...material.signingKey, d: undefined },
      }),
    };
    for (const [problem, text] of Object.entries(broken)) {
      writeFileSync(file, text);
      const error = await openKeyRing(file).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(String(error)).toContain(`The key file ${file} is broken: ${problem}`);
      for (const secret of [material.hashSecret, material.sealingKey, String(material.signingKey.d), '"hashSecret"']) {
        expect(String(error)).not.toContain(secret);
      }
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it('is refused when it cannot be read or created', async () => {
    await expect(openKeyRing(folder)).rejects.toThrow(/key file .* cannot be read/);
    writeFileSync(join(folder, 'keys'), '');
    await expect(openKeyRing(file)).rejects.toThrow(/key file .* cannot be (read|created)/);
  });
});
