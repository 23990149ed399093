/**
 * `npm run diff -- OLD NEW`: what changed in the protocol between two versions, git revisions or folders, and whom it
 * breaks. A difference of texts hides that; here machines, messages and requirements are compared as what they mean.
 */
import { fileURLToPath } from 'node:url';
import { diffReport } from './diff/report.ts';
import { readVersion } from './diff/version.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const [before, after] = process.argv.slice(2);
if (before === undefined || after === undefined) {
  console.error('Say which two versions: npm run diff -- OLD NEW, each a revision or a folder.');
  process.exit(2);
}
console.log(diffReport(await readVersion(before, repository), await readVersion(after, repository)));
