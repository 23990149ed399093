/** A statement that a reviewer can rely on: what is claimed, and what makes it true. */
import type { Finding } from '../check/finding.ts';

export interface Statement {
  /** What the shepherd's template or a directorate asks. */
  readonly question: string;
  /** The answer, as a sentence or a table in Markdown. */
  readonly answer: string;
  /** What stands behind it. */
  readonly evidence: Evidence;
}

export type Evidence =
  /** Rules that were run just now; the statement holds when they found nothing. */
  | { readonly kind: 'checks'; readonly rules: readonly string[]; readonly findings: readonly Finding[] }
  /** Follows from the model, of which it is made. */
  | { readonly kind: 'model'; readonly from: string }
  /** Nothing here can tell. */
  | { readonly kind: 'human'; readonly why: string };

/** Whether anything speaks against a statement. */
export const isRefuted = ({ evidence }: Statement): boolean =>
  evidence.kind === 'checks' && evidence.findings.length > 0;

/** What stands behind a statement, in a line of Markdown. */
export function evidenceWords({ evidence }: Statement): string {
  switch (evidence.kind) {
    case 'checks': {
      const rules = evidence.rules.map((rule) => `\`${rule}\``).join(', ');
      const verdict = evidence.findings.length === 0 ? 'nothing found' : `${evidence.findings.length} findings`;
      return `Checked now by ${rules}: ${verdict}.`;
    }
    case 'model':
      return `Follows from ${evidence.from}.`;
    case 'human':
      return `For a human: ${evidence.why}`;
  }
}
