/** How the lint of the draft says what it found. */
import type { Finding } from '../finding.ts';
import type { DraftDocument } from './document.ts';

/** Makes findings about one document. */
export const findingIn =
  ({ file }: Pick<DraftDocument, 'file'>) =>
  (rule: string, line: number, expected: string, actual: string, fix: string): Finding => ({
    rule: `draft/${rule}`,
    file,
    element: `line ${line}`,
    expected,
    actual,
    fix,
  });

/** A rule of the lint. */
export type LintRule = (document: DraftDocument) => Finding[];
