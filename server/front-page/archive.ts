/** A ZIP archive of text files: the same bytes for the same files, whoever makes it and whenever. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchivedFile {
  /** Path in the archive, with `/` between folders. */
  readonly path: string;
  readonly content: Buffer;
}

/** 1 January 1980, midnight, the first moment that the format knows: an archive of generated files has no other. */
const dosDate = 0x21;
const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
const deflated = 8;

/** The archive, its files in the order in which they are given. */
export function archive(files: readonly ArchivedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of files) {
    const [name, data] = [Buffer.from(path), deflateRawSync(content, { level: 9 })];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(version, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(deflated, 4);
    about.writeUInt16LE(dosDate, 8);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), about, name, data);
    const entry = Buffer.alloc(14); // no comment, first disk, no attributes, and where the file begins
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, entry, name);
    offset += 4 + about.length + name.length + data.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
