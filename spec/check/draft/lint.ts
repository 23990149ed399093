/**
 * The lint of the draft: what idnits does not look at. It reads the Markdown as an author could have typed it, and holds
 * it against the model and the recordings. Rows are those of the checklist in the research.
 */
import type { Recording } from '../../emit/recording.ts';
import { compareFindings, type Finding } from '../finding.ts';
import { blockContents, blockFrames, figures } from './code-blocks.ts';
import { readDocument } from './document.ts';
import { examples } from './examples.ts';
import { definedIsRegistered, ianaRows, usageLocations } from './iana.ts';
import type { LintRule } from './lint-finding.ts';
import { contradictedNumbers, reservedOnly, shownNames, unknownNames } from './names.ts';
import { checklists, guessing, mitigations, parameterRules, personal, transitions } from './reviews.ts';
import { bcp14, keywords, pointers, references, requirementSentences, sections } from './structure.ts';

/** Rules by row of the checklist. */
export const lintRules: Readonly<Record<string, readonly LintRule[]>> = {
  F1: [sections],
  F2: [bcp14],
  F3: [keywords],
  F4: [pointers],
  F5: [references],
  F6: [figures],
  E1: [blockFrames],
  'E2, E3': [blockContents],
  E6: [contradictedNumbers],
  E7: [unknownNames, shownNames],
  H3: [parameterRules],
  H4: [reservedOnly],
  'I1, I2': [ianaRows, usageLocations, definedIsRegistered],
  R1: [requirementSentences],
  R2: [transitions],
  S1: [checklists],
  S2: [mitigations, guessing],
  P1: [personal],
};

/**
 * Findings about a draft in Markdown.
 *
 * @param file its path, for the findings
 */
export async function lintDraft(file: string, markdown: string, recordings: readonly Recording[]): Promise<Finding[]> {
  const document = readDocument(file, markdown);
  const plain = Object.values(lintRules).flatMap((rules) => rules.flatMap((rule) => rule(document)));
  return [...plain, ...(await examples(document, recordings))].sort(compareFindings);
}
