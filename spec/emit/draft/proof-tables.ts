/** Tables of what keeps the protocol safe: requirements, attacks, properties and switches. */
import {
  allMitigations,
  channelProperties,
  grantProperties,
  indistinguishability,
  livenessProperties,
  properties,
  type RequirementId,
  requirements,
  worldProperties,
} from '../../../model/index.ts';
import { type AttackId, attacks } from '../../draft/checklists.ts';
import { residualRisks } from '../../verify/check/residual.ts';
import { capabilities } from '../../verify/world/adversary.ts';
import { type Attachments, attachmentsOf } from '../requirement-attachments.ts';
import type { TableSplice } from './splice-context.ts';
import { code, type Inline, pointer, text } from './tree.ts';
import { inlinesBetween } from './vocabulary-tables.ts';
import { modelText } from './words.ts';

interface Promised {
  readonly sentence: string;
  readonly requirements: readonly RequirementId[];
}

/** Everything that is checked over the machines, once for each sentence. */
export function promises(): readonly Promised[] {
  const all: readonly Promised[] = [
    ...Object.values(properties),
    ...Object.values(grantProperties),
    ...Object.values(channelProperties),
    ...Object.values(worldProperties),
    indistinguishability,
    ...Object.values(livenessProperties),
  ];
  return all.filter(({ sentence }, index) => all.findIndex((one) => one.sentence === sentence) === index);
}

const link = (id: string): Inline => ({ kind: 'requirement', id });
const links = (ids: readonly string[]) => inlinesBetween(', ', ids.map(link));

/** Whose promise a requirement is part of. */
const standsFor = (ids: readonly string[]): Promised[] =>
  promises().filter((promise) => promise.requirements.some((id) => ids.includes(id)));

/** What keeps a requirement, as kinds of things. */
function keptBy({ transitions, admissionRules, outcomes, messages, duties }: Omit<Attachments, 'mitigations'>): string {
  const machines = Object.keys(transitions);
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['rule', admissionRules],
    ['transitions', machines],
    ['outcome', outcomes],
    ['message', messages],
    ['duty', duties],
  ];
  return kinds.flatMap(([kind, names]) => (names.length === 0 ? [] : [kind])).join(', ');
}

export const proofTables = {
  requirements: {
    title: 'Requirements',
    head: ['Requirement', 'Stated in', 'Who', 'Level', 'Kept by'],
    rows: ({ statedIn }) =>
      Object.entries(requirements).map(([id, { actor, level }]) => {
        const section = statedIn.get(id);
        return [
          [link(id)],
          section === undefined ? [] : [pointer(section)],
          [text(actor)],
          [text(level)],
          [text(keptBy(attachmentsOf(id)))],
        ];
      }),
  },
  attacks: {
    title: 'Attacks, requirements and properties',
    head: ['Attack', 'Requirements', 'Properties'],
    rows: ({ answeredBy }) =>
      (Object.keys(attacks) as AttackId[]).map((id) => {
        const cited = answeredBy.get(id) ?? [];
        const numbers = standsFor(cited).map((promise) => String(promises().indexOf(promise) + 1));
        return [[text(attacks[id])], links(cited), [text(numbers.join(', ') || '-')]];
      }),
  },
  properties: {
    title: 'Properties',
    head: ['Number', 'Property', 'Requirements'],
    rows: () =>
      promises().map(({ sentence, requirements: ids }, index) => [
        [text(String(index + 1))],
        modelText(sentence),
        links(ids),
      ]),
  },
  mitigations: {
    title: 'Switches',
    head: ['Switch', 'When it is on', 'Requirement', 'Without it'],
    rows: ({ traces, toldIn }) =>
      Object.entries(allMitigations).map(([name, { description, requirement }]) => [
        [code(name)],
        modelText(description),
        [link(requirement)],
        traces.flatMap((trace) => {
          const section =
            trace.kind === 'mitigation' && trace.mitigation.name === name ? toldIn.get(trace.id) : undefined;
          return section === undefined ? [] : [pointer(section)];
        }),
      ]),
  },
  adversary: {
    title: 'What the attacker can do',
    head: ['Name', 'The attacker...'],
    rows: () => Object.entries(capabilities).map(([id, { can }]) => [[text(id)], [text(can)]]),
  },
  residual: {
    title: 'Risks that remain',
    head: ['Risk', 'What it does to somebody', 'What is left to do', 'How'],
    rows: ({ traces, toldIn }) =>
      Object.keys(residualRisks).flatMap((name) => {
        const trace = traces.find((one) => one.kind === 'risk' && one.risk.name === name);
        if (trace?.kind !== 'risk') return [];
        const section = toldIn.get(trace.id);
        return [
          [
            [text(trace.title)],
            [text(trace.harm)],
            [text(trace.risk.answer)],
            section === undefined ? [] : [pointer(section)],
          ],
        ];
      }),
  },
} as const satisfies Record<string, TableSplice>;
