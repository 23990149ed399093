/** What the server adds to the generated site: short addresses, one archive, and the HTTP interface to try out. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archive } from '../../server/front-page/archive.ts';
import { openServer } from '../support/open-server.ts';

const get = async (url: string) => {
  const { http } = await openServer();
  const response = await http.inject({ method: 'GET', url });
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload };
};
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const manifest = async () =>
  JSON.parse(await readFile(new URL('../../generated/manifest.json', import.meta.url), 'utf8')) as {
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  }; // written by our own emitter

/** Reads an archive by its directory, as programs do. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [crc, packed, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const nameLength = zip.readUInt16LE(at + 28);
    const start = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    expect(zip.toString('utf8', start + 30, start + 30 + nameLength)).toBe(name);
    const content = inflateRawSync(zip.subarray(start + 30 + nameLength, start + 30 + nameLength + packed));
    expect([content.length, crc32(content)], name).toEqual([size, crc]);
    entries.set(name, content);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return entries;
}

describe('The site', () => {
  it.each([
    ['/site', '/downloads/site/index.html'],
    ['/site/', '/downloads/site/index.html'],
    ['/downloads/', '/downloads/site/index.html'],
    ['/site/visualizer.html', '/downloads/site/visualizer.html'],
    ['/site/api/', '/downloads/site/api/'],
  ])('%s leads to where its links to the other files hold', async (url, to) => {
    expect(await get(url)).toMatchObject({ status: 302, headers: { location: to } });
    expect((await get(to)).status).toBe(200);
  });

  it('leads nowhere else', async () => {
    for (const url of ['/site//evil.example', '/site/%2e%2e/package.json', '/site/https:%2f%2fevil.example']) {
      expect((await get(url)).status, url).toBe(404);
    }
  });

  it('has the manifest, and each file as the manifest says', async () => {
    const { files } = await manifest();
    expect((await get('/downloads/manifest.json')).status).toBe(200);
    for (const { path, sha256 } of files.filter(({ path: one }) => one.startsWith('site/'))) {
      expect(hashOf((await get(`/downloads/${path}`)).bytes), path).toBe(sha256);
    }
  });
});

describe('The archive', () => {
  it('holds every file as the manifest says, and is the same each time', async () => {
    const [one, other] = [await get('/downloads/site/otp-flow.zip'), await get('/downloads/site/otp-flow.zip')];
    expect(one.headers['content-type']).toBe('application/zip');
    expect(hashOf(one.bytes)).toBe(hashOf(other.bytes));
    const entries = entriesOf(one.bytes);
    const { files } = await manifest();
    expect([...entries.keys()].sort()).toEqual(
      [...files.map(({ path }) => `otp-flow/${path}`), 'otp-flow/manifest.json'].sort(),
    );
    for (const { path, sha256 } of files)
      expect(hashOf(entries.get(`otp-flow/${path}`) ?? Buffer.of()), path).toBe(sha256);
  });

  it('with one wrong byte is found out', () => {
    const zip = archive([{ path: 'a.txt', content: Buffer.from('ä\n'.repeat(50)) }]);
    expect(entriesOf(zip).get('a.txt')?.toString()).toBe('ä\n'.repeat(50));
    zip.writeUInt8(zip.readUInt8(38) ^ 1, 38);
    expect(() => entriesOf(zip)).toThrow();
  });
});
