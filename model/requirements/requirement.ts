/** A normative sentence: the spine that ties model, draft, tests, verdicts and page together. */
export interface RequirementRow {
  /** BCP 14 level; the sentence contains it once. */
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY';
  readonly actor: 'authorization server' | 'client' | 'resource server';
  /** The sentence, fit for an RFC. */
  readonly text: string;
}
