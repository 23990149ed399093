/**
 * Commits rows without end and prints the key of each commit once it has resolved, until it is killed: the other half
 * of the test that a resolved commit survives the death of its process.
 */
import { writeSync } from 'node:fs';
import { openLibsqlStore } from '../../../server/store/libsql-store.ts';
import { write } from './store-write.ts';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Usage: committing-child.ts <store file>');
const store = openLibsqlStore(path);
const standardOutput = 1;

async function commitForever(writer: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const key = `${writer}-${count}`;
    if (!(await store.commit([write(key, 0, count), write(`${key} twin`, 0, count)]))) throw new Error('conflict');
    // synchronous, so that no acknowledgement is lost in a buffer
    writeSync(standardOutput, `${key}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => commitForever(writer)));
