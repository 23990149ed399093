/** The three forms of the draft have the same sections, tables, figures and requirements, by the same names. */
import { requirements } from '../../../model/index.ts';
import { requirementAnchor } from '../../emit/draft/block-splices.ts';
import type { Finding } from '../finding.ts';
import { readDocument } from './document.ts';

export interface Forms {
  readonly md: string;
  readonly xml: string;
  readonly html: string;
}

/** Findings for anchors that one form has and another has not. */
export function formsAgree(forms: Forms, pathOf: (form: keyof Forms) => string): Finding[] {
  const byId = new Map(Object.keys(requirements).map((id) => [id, requirementAnchor(id)]));
  const found: Readonly<Record<keyof Forms, ReadonlySet<string>>> = {
    md: new Set([...readDocument('', forms.md).anchors].filter((anchor) => anchor !== '')),
    xml: new Set(
      [...forms.xml.matchAll(/<(?:section|dt|figure|table) anchor="([^"]+)"/g)].map(([, anchor = '']) => anchor),
    ),
    html: new Set(
      [...forms.html.matchAll(/<(?:section|dt|figure|table) id="([^"]+)"/g)]
        .map(([, id = '']) => byId.get(id) ?? id)
        .filter((id) => !/^(?:ref-.*|abstract|references)$/.test(id)),
    ),
  };
  const all = new Set(Object.values(found).flatMap((anchors) => [...anchors]));
  return (Object.keys(found) as (keyof Forms)[]).flatMap((form) =>
    [...all]
      .filter((anchor) => !found[form].has(anchor))
      .map((anchor) => ({
        rule: 'draft/forms-differ',
        file: pathOf(form),
        element: anchor,
        expected: 'what the other forms have too',
        actual: 'nothing of this name',
        fix: 'correct the renderer',
      })),
  );
}
