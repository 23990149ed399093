/** The draft looked at by every rule there is, so that statements can say what was found. */

import { readDocument } from '../check/draft/document.ts';
import { examples } from '../check/draft/examples.ts';
import { formsAgree } from '../check/draft/forms-agree.ts';
import { idnits } from '../check/draft/idnits.ts';
import { lintRules } from '../check/draft/lint.ts';
import { rfcxml } from '../check/draft/rfcxml.ts';
import { draftSources } from '../check/draft/sources.ts';
import { textForm } from '../check/draft/text-form.ts';
import type { Finding } from '../check/finding.ts';
import { draftPath, emitDraft } from '../emit/draft/index.ts';
import type { Evidence } from '../emit/draft/splice-context.ts';

/** Findings by the name of what was run: rows of the checklist, and tools. */
export type Inspection = ReadonlyMap<string, readonly Finding[]>;

/** Runs everything over the draft as it would be written now. */
export async function inspect(evidence: Evidence): Promise<Inspection> {
  const [md = '', xml = '', html = '', txt = ''] = (['md', 'xml', 'html', 'txt'] as const).map(
    (form) => emitDraft(evidence).find(({ path }) => path === draftPath(form))?.content ?? '',
  );
  const document = readDocument(draftPath('md'), md);
  return new Map<string, readonly Finding[]>([
    ...Object.entries(lintRules).map(
      ([row, rules]) => [`lint ${row}`, rules.flatMap((rule) => rule(document))] as const,
    ),
    ['lint E4, E5, H1, H2', await examples(document, evidence.recordings)],
    ['sources', draftSources(evidence)],
    ['rfcxml', rfcxml(draftPath('xml'), xml)],
    ['forms agree', [...formsAgree({ md, xml, html }, draftPath), ...textForm(draftPath('txt'), txt, html)]],
    ['idnits --offline, submission mode', await idnits(draftPath('xml'), xml)],
  ]);
}
