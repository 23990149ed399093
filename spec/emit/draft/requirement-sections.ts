/** Where the draft states each requirement, for programs that point into the text, such as verdicts on a server. */
import { canonicalJson } from '../artifact.ts';
import { numbering } from './numbering.ts';
import { allSections, type Draft } from './tree.ts';

/** By requirement: `Section 5.1` or `Appendix A`, the title of the section, and its anchor. */
export type RequirementSections = Readonly<
  Record<string, { readonly section: string; readonly title: string; readonly anchor: string }>
>;

/** `draft/requirement-sections.json`, from the draft as it was built. */
export function requirementSections(draft: Draft): string {
  const numbers = numbering(draft);
  const found = allSections([...draft.middle, ...draft.back]).flatMap(({ anchor, title, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'definitions'
        ? block.items.flatMap(({ requirement }) =>
            requirement === undefined
              ? []
              : [[requirement, { section: numbers.get(anchor)?.name ?? title, title, anchor }] as const],
          )
        : [],
    ),
  );
  return canonicalJson(Object.fromEntries(found) satisfies RequirementSections);
}
