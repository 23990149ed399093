import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClientFile, openClientDirectory } from '../../../server/clients/client-file.ts';
import { readClients } from '../../../server/clients/client-rows.ts';
import { hashClientSecret } from '../../../server/clients/client-secret.ts';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicJwk = pair.publicKey.export({ format: 'jwk' });
const privateJwk = pair.privateKey.export({ format: 'jwk' });
const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' });

const kiosk = (changes: Record<string, unknown> = {}) => ({
  clientId: 'lighting-aisle-kiosk',
  displayName: 'Bright Audit',
  autofillDomain: 'kiosk.example',
  authentication: { method: 'privateKeyJwt', jwks: { keys: [publicJwk] } },
  scopes: ['usageRead', 'usageSummary'],
  mayUseOtp: true,
  ...changes,
});
const withKeys = (...keys: unknown[]) => kiosk({ authentication: { method: 'privateKeyJwt', jwks: { keys } } });
const office = {
  clientId: 'office',
  displayName: 'Büro & Söhne',
  authentication: { method: 'clientSecretBasic', secretSha256: hashClientSecret('secret') },
  scopes: ['usageSummary'],
  mayUseOtp: false,
};

const findingsOf = (...rows: unknown[]) => readClients(JSON.stringify(rows)).findings;

describe('the client file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'client-file-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the clients of a JSON array, each found by its identifier', async () => {
    const file = join(folder, 'clients.json');
    writeFileSync(file, JSON.stringify([kiosk(), office]));
    const loaded = await loadClientFile(file);
    expect(loaded).toEqual({ outcome: 'loaded', clients: [kiosk(), office] });
    const directory = openClientDirectory(loaded.outcome === 'loaded' ? loaded.clients : []);
    expect(await directory.find('office')).toEqual(office);
    expect(await directory.find('nobody')).toBeUndefined();
    expect(await directory.find('constructor')).toBeUndefined();
  });

  it('is broken when it cannot be read or is no JSON array, and is not quoted', async () => {
    const file = join(folder, 'broken.json');
    expect(await loadClientFile(file)).toEqual({
      outcome: 'broken',
      findings: [`The client file ${file} cannot be read`],
    });
    writeFileSync(file, '[{"secret":"tell-tale"');
    expect(await loadClientFile(file)).toEqual({ outcome: 'broken', findings: ['The client file is not JSON'] });
    expect(readClients('{}').findings).toEqual(['The client file is not a JSON array of clients']);
  });

  it('says of each client what is wrong with it, all at once', () => {
    expect(findingsOf(kiosk(), { ...office, scopes: [], mayUseOtp: 'yes' }, 7)).toEqual([
      'Client 2 (office) needs scopes, a list of some of usageRead, usageSummary',
      'Client 2 (office) needs mayUseOtp, true or false',
      'Client 3 is not a JSON object',
    ]);
    expect(findingsOf({})).toHaveLength(5);
  });

  const mistakes: Record<string, [row: unknown, finding: string]> = {
    'an empty identifier': [kiosk({ clientId: '' }), 'needs clientId'],
    'an identifier with a control character': [kiosk({ clientId: 'a\nb' }), 'needs clientId'],
    'a display name of two lines': [kiosk({ displayName: 'Bright\nAudit' }), 'needs displayName'],
    'a display name that is too long': [kiosk({ displayName: 'x'.repeat(61) }), 'needs displayName'],
    'a URL for a domain': [kiosk({ autofillDomain: 'https://kiosk.example' }), 'needs autofillDomain'],
    'an unknown scope': [kiosk({ scopes: ['usage:read'] }), 'needs scopes'],
    'a misspelt member': [kiosk({ autofilDomain: 'kiosk.example' }), 'has a member "autofilDomain"'],
    'no way to authenticate': [kiosk({ authentication: undefined }), 'needs authentication, an object'],
    'an unknown way to authenticate': [kiosk({ authentication: { method: 'none' } }), 'needs authentication.method'],
    'a secret in clear': [
      kiosk({ authentication: { method: 'clientSecretBasic', secretSha256: 'secret' } }),
      'needs authentication.secretSha256',
    ],
    'no keys': [withKeys(), 'needs authentication.jwks'],
    'a private key': [withKeys(privateJwk), 'has a key 1 that is not public'],
    'a shared key': [withKeys(publicJwk, { kty: 'oct', k: 'AAAA' }), 'has a key 2 that is not public'],
    'a key of another curve': [withKeys({ ...publicJwk, crv: 'P-384' }), 'not supported'],
    'a key for another algorithm': [withKeys({ ...publicJwk, alg: 'RS256' }), 'not supported'],
    'a key for encryption': [withKeys({ ...publicJwk, use: 'enc' }), 'whose use is not sig'],
    'a key whose kid is no text': [withKeys({ ...publicJwk, kid: 7 }), 'whose kid is no text'],
    'a key off its curve': [withKeys({ ...publicJwk, x: publicJwk.y }), 'that cannot be read'],
    'a short RSA key': [withKeys(rsa(1024)), 'with fewer than 2048 bits'],
    'a key that is text': [withKeys('-----BEGIN PUBLIC KEY-----'), 'that is not a JWK'],
    'two keys of one name': [withKeys({ ...publicJwk, kid: 'a' }, { ...rsa(2048), kid: 'a' }), 'the same kid'],
  };
  for (const [mistake, [row, finding]] of Object.entries(mistakes)) {
    it(`is broken by a client with ${mistake}`, () => {
      const findings = findingsOf(row);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain(finding);
      expect(findings[0]).not.toContain(String(privateJwk.d));
    });
  }

  it('is broken by two clients with the same identifier', () => {
    expect(findingsOf(office, office)).toEqual(['Client 2 (office) has the identifier of a client before it']);
    expect(() => openClientDirectory([office, office] as never)).toThrow(TypeError);
  });
});
