/** Every requirement with what keeps it: the line from a sentence of the draft to the transition that fulfils it. */
import { type RequirementId, type RequirementRow, requirements } from '../../model/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { code, markdownTable } from './markdown-table.ts';
import { type Attachments, attachmentsOf } from './requirement-attachments.ts';

const emitter = 'spec/emit/requirement-matrix.ts';

export interface RequirementEntry extends RequirementRow {
  readonly id: RequirementId;
  readonly attachedTo: Omit<Attachments, 'mitigations'>;
  /** The switch that turns it off for the model checker, when it is a mitigation. */
  readonly mitigation?: string;
}

/** `requirements.json` and `requirements.md`. */
export const emitRequirementMatrix = (): Artifact[] => [
  {
    path: 'requirements.json',
    content: canonicalJson({ requirements: requirementMatrix() }),
    emitter,
    audience: 'coverage reports, and programs that cite requirements',
    title: 'Every requirement with what keeps it',
  },
  {
    path: 'requirements.md',
    content: markdown(),
    emitter,
    audience: 'authors and reviewers',
    title: 'The same as a table',
  },
];

/** All requirements in the order of the model. */
export const requirementMatrix = (): RequirementEntry[] =>
  Object.entries(requirements).map(([id, { level, actor, text }]) => {
    const { mitigations, ...attachedTo } = attachmentsOf(id);
    const [mitigation] = mitigations;
    const entry = { id: id as RequirementId, level, actor, text, attachedTo }; // a key of the table
    return mitigation === undefined ? entry : { ...entry, mitigation };
  });

function markdown(): string {
  const rows = requirementMatrix().map(({ id, level, actor, text, attachedTo, mitigation }) => [
    code(id),
    level,
    actor,
    text,
    attachmentWords(attachedTo).join('<br>'),
    code(mitigation),
  ]);
  return [
    '# Requirements',
    '',
    `All ${rows.length} normative sentences, with what keeps each of them. A transition is named by its state, its event and its place.`,
    '',
    markdownTable(['id', 'level', 'actor', 'sentence', 'kept by', 'mitigation switch'], rows),
    '',
  ].join('\n');
}

/** What keeps a requirement, in words: one element for each machine, rule, outcome, message or duty. */
export function attachmentWords({ transitions, ...lists }: RequirementEntry['attachedTo']): string[] {
  const kinds = {
    rule: lists.admissionRules,
    outcome: lists.outcomes,
    message: lists.messages,
    duty: lists.duties,
  };
  return [
    ...Object.entries(transitions).map(([machine, ids]) => `machine ${machine}: ${ids.map(code).join(', ')}`),
    ...Object.entries(kinds).flatMap(([kind, names]) =>
      names.length === 0 ? [] : [`${kind} ${names.map(code).join(', ')}`],
    ),
  ];
}
