/**
 * `npm run packet`: what a document shepherd and the directorates ask about the draft, answered, and each answer with
 * what stands behind it. Ends with 1 when a check speaks against an answer, so that no packet is handed on that is not
 * true.
 */
import { fileURLToPath } from 'node:url';
import { readGenerated, recordingsIn } from './check/check.ts';
import { formatFinding } from './check/finding.ts';
import { front } from './draft/front.ts';
import { tracesIn } from './emit/trace/read.ts';
import { inspect } from './packet/inspection.ts';
import { evidenceWords, isRefuted } from './packet/statement.ts';
import { statements } from './packet/statements.ts';

const generated = fileURLToPath(new URL('../generated/', import.meta.url));
const files = await readGenerated(generated);
const all = statements(await inspect({ recordings: recordingsIn(files), traces: tracesIn(files) }));
console.log(`# Reviewer packet for ${front.docName}\n`);
for (const statement of all) {
  console.log(`## ${statement.question}\n\n${statement.answer}\n\n*${evidenceWords(statement)}*\n`);
}
const refuted = all.filter(isRefuted);
for (const { evidence } of refuted) {
  if (evidence.kind === 'checks') for (const finding of evidence.findings) console.error(formatFinding(finding));
}
process.exit(refuted.length === 0 ? 0 : 1);
