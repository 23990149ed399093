/**
 * The requirements are the spine: each one is kept by something, each id that is named exists, each sentence says its
 * level once, each mitigation has a switch that a guard reads, and each duty is asked for.
 */
import { type DutyRow, type Guard, type MachineDefinition, requirementFiles } from '../../model/index.ts';
import { attachmentsOf, isAttached, modelSources, type RequirementSources } from '../emit/requirement-attachments.ts';
import { transitionsOf } from '../walk/transitions.ts';
import { compareFindings, type Finding } from './finding.ts';

/** The keywords of BCP 14, longer ones first. */
const bcp14 =
  /\b(?:MUST NOT|MUST|REQUIRED|SHALL NOT|SHALL|SHOULD NOT|SHOULD|NOT RECOMMENDED|RECOMMENDED|MAY|OPTIONAL)\b/g;

/** Findings for the parts of a model that name requirements; the model itself unless others are given. */
export function requirementsAttached(sources: RequirementSources = modelSources): Finding[] {
  return [
    ...unattached(sources),
    ...unknownIds(sources),
    ...keywords(sources),
    ...switches(sources),
    ...dutiesAsked(sources),
  ].sort(compareFindings);
}

function unattached(sources: RequirementSources): Finding[] {
  return Object.keys(sources.requirements)
    .filter((id) => !isAttached(attachmentsOf(id, sources)))
    .map((id) => ({
      rule: 'requirements/unattached',
      file: fileOfRequirement(id),
      element: id,
      expected: 'named by a transition, a rule, an outcome, a message or a duty',
      actual: 'nothing names it',
      fix: 'name it where it is kept, or delete the sentence',
    }));
}

function unknownIds(sources: RequirementSources): Finding[] {
  return namedIds(sources)
    .filter(({ id }) => !Object.hasOwn(sources.requirements, id))
    .map(({ id, file, element }) => ({
      rule: 'requirements/unknown',
      file,
      element,
      expected: 'ids of requirements',
      actual: id,
      fix: 'add the requirement, or name one that exists',
    }));
}

interface NamedId {
  readonly id: string;
  readonly file: string;
  readonly element: string;
}

function namedIds(sources: RequirementSources): NamedId[] {
  const at = (file: string, element: string, ids: readonly string[]) => ids.map((id) => ({ id, file, element }));
  const each = <Row>(file: string, table: Readonly<Record<string, Row>>, ids: (row: Row) => readonly string[]) =>
    Object.entries(table).flatMap(([name, row]) => at(file, name, ids(row)));
  return [
    ...each('model/exchange/admission-rules.ts', sources.admissionRules, ({ requirement }) => [requirement]),
    ...each('model/exchange/outcomes.ts', sources.outcomes, (row) => row.requirements),
    ...each('model/messages/attachments.ts', sources.messages, (ids) => ids),
    ...each('model/requirements/duties.ts', sources.duties, (row) => row.requirements),
    ...each('model/policy/mitigations.ts', sources.mitigations, ({ requirement }) => [requirement]),
    ...machinesOf(sources).flatMap(({ file, definition }) =>
      transitionsOf(definition).flatMap(({ id, transition }) => at(file, id, transition.meta.requirements)),
    ),
  ];
}

function keywords({ requirements }: RequirementSources): Finding[] {
  return Object.entries(requirements).flatMap(([id, { level, text }]) => {
    const found = text.match(bcp14) ?? [];
    if (found.length === 1 && found[0] === level) return [];
    return [
      {
        rule: 'requirements/keyword',
        file: fileOfRequirement(id),
        element: id,
        expected: `${level}, once`,
        actual: found.join(', ') || 'no keyword of BCP 14',
        fix: 'word the sentence so that it says its level once, or split it',
      },
    ];
  });
}

function switches(sources: RequirementSources): Finding[] {
  const read = new Set(
    machinesOf(sources).flatMap(({ definition }) =>
      transitionsOf(definition).flatMap(({ transition }) => mitigationsIn(transition.guard)),
    ),
  );
  return Object.entries(sources.mitigations)
    .filter(([name, { readBy }]) => readBy === 'guard' && !read.has(name))
    .map(([name]) => ({
      rule: 'requirements/switch-unread',
      file: 'model/policy/mitigations.ts',
      element: name,
      expected: 'a guard that asks whether it is enforced',
      actual: 'no guard does',
      fix: 'guard the transition that it protects, or delete the switch',
    }));
}

function mitigationsIn(guard: Guard | undefined): string[] {
  switch (guard?.type) {
    case 'isEnforced':
      return [guard.params.mitigation];
    case 'not':
      return mitigationsIn(guard.params.guard);
    case 'allOf':
    case 'anyOf':
      return guard.params.guards.flatMap(mitigationsIn);
    default:
      return [];
  }
}

function dutiesAsked(sources: RequirementSources): Finding[] {
  const asked = machinesOf(sources).flatMap(({ file, definition }) =>
    transitionsOf(definition).flatMap(({ id, transition }) =>
      (transition.actions ?? []).flatMap((action) =>
        action.type === 'perform' ? [{ file, element: id, duty: action.params.duty as string }] : [],
      ),
    ),
  );
  const unknown = asked
    .filter(({ duty }) => !Object.hasOwn(sources.duties, duty))
    .map(({ file, element, duty }) => ({
      rule: 'requirements/duty-unknown',
      file,
      element,
      expected: 'a row of the duties',
      actual: duty,
      fix: 'add the duty, or perform one that exists',
    }));
  const names = new Set(asked.map(({ duty }) => duty));
  const unasked = Object.entries<DutyRow>(sources.duties)
    .filter(([name, { kind }]) => kind === 'effect' && !names.has(name))
    .map(([name]) => ({
      rule: 'requirements/duty-unasked',
      file: 'model/requirements/duties.ts',
      element: name,
      expected: 'a transition that performs it, because it is an effect',
      actual: 'no transition does',
      fix: 'perform it, make it a standing duty, or delete it',
    }));
  return [...unknown, ...unasked];
}

const machinesOf = ({ machines }: RequirementSources): { file: string; definition: MachineDefinition }[] =>
  Object.values(machines).map((definition) => ({ file: fileOfMachine(definition), definition }));

/** The file in which a sentence stands. */
export function fileOfRequirement(id: string): string {
  const found = Object.entries(requirementFiles).find(([, sentences]) => Object.hasOwn(sentences, id));
  return found === undefined ? 'model/requirements' : `model/requirements/${found[0]}.ts`;
}

/** The file of a machine: its id in kebab case. */
export const fileOfMachine = ({ id }: Pick<MachineDefinition, 'id'>): string =>
  `model/machines/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
