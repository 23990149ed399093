/** What reviewers for security and privacy ask of a draft, and whether all of the machine is described. */
import {
  grant,
  parameters,
  type RequirementId,
  requirements,
  subjectIdentifierFormats,
  transaction,
} from '../../../model/index.ts';
import { type AttackId, attacks, privacyQuestions, threats } from '../../draft/checklists.ts';
import { judgedElsewhere, personalData } from '../../draft/personal-data.ts';
import { requirementAnchor } from '../../emit/draft/block-splices.ts';
import { guessingOdds, oddsInWords } from '../../emit/draft/guessing.ts';
import { isTold } from '../../emit/draft/machine-tables.ts';
import { promises } from '../../emit/draft/proof-tables.ts';
import { protocolTransitions } from '../../emit/draft/protocol-transitions.ts';
import { type JsonSchema, messageSchemas } from '../../emit/json-schema.ts';
import type { Finding } from '../finding.ts';
import type { DraftDocument } from './document.ts';
import { findingIn } from './lint-finding.ts';

/** Attacks whose answer lies with people, operators or transports, so that no property can stand for it. */
const beyondMachines: ReadonlySet<AttackId> = new Set([
  'channel-takeover',
  'client-impersonation',
  'enumeration-by-timing',
  'malicious-client',
  'message-injection',
  'resource-exhaustion',
  'shared-contact',
  'stored-secrets',
  'toll-fraud',
]);

/** Every attack, threat and question has an entry. */
export function checklists(document: DraftDocument): Finding[] {
  const entries = Object.entries({ attack: attacks, threat: threats, privacy: privacyQuestions });
  return entries.flatMap(([kind, titles]) =>
    Object.entries(titles)
      .filter(([id]) => !document.anchors.has(`${kind}-${id}`))
      .map(([, title]) =>
        findingIn(document)(
          'checklist-entry',
          1,
          `an entry "${title}"`,
          'none',
          'write one in the chapter on security or privacy',
        ),
      ),
  );
}

/** Every attack's entry says which requirements answer it, and a property stands for at least one of them. */
export function mitigations(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  return Object.keys(attacks).flatMap((name) => {
    const id = name as AttackId; // an own key
    const start = document.prose.findIndex(({ text }) => text.startsWith(`{:#attack-${id}}`));
    const end = document.prose.findIndex(({ text }, index) => index > start && text === '');
    const entry = document.prose.slice(start, end === -1 ? undefined : end);
    const cited = entry.flatMap(({ text }) => [...text.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, one = '']) => one));
    const line = entry[0]?.line ?? 1;
    const unknown = cited.filter((one) => !Object.hasOwn(requirements, one));
    if (start === -1 || unknown.length > 0) {
      return unknown.map((one) => finding('mitigation-unknown', line, 'ids of requirements', one, 'correct the id'));
    }
    if (cited.length === 0)
      return [
        finding('mitigation-missing', line, 'a requirement that answers the attack', 'none', 'cite one with {{see …}}'),
      ];
    const proved = promises().some((promise) => promise.requirements.some((one) => cited.includes(one)));
    return proved || beyondMachines.has(id)
      ? []
      : [
          finding(
            'mitigation-unproved',
            line,
            'a requirement that a property stands for',
            cited.join(', '),
            'state a property, or say why there can be none',
          ),
        ];
  });
}

/** The chances of a guess that the draft states are those that follow from the limits. */
export function guessing(document: DraftDocument): Finding[] {
  const computed = guessingOdds().map(oddsInWords);
  return document.prose.flatMap(({ text, line }) =>
    [...text.matchAll(/\b1 in [\d,]+\d/g)]
      .filter(([found]) => !computed.includes(found))
      .map(([found]) => findingIn(document)('guess-miscounted', line, computed.join('; '), found, 'splice the number')),
  );
}

/** Rules on repeated and empty parameters are stated: without them two implementations read one request differently. */
export function parameterRules(document: DraftDocument): Finding[] {
  const needed: readonly RequirementId[] = [
    'request/no-repeated-parameters',
    'request/empty-is-absent',
    'request/unknown-ignored',
  ];
  return needed
    .filter((id) => !document.anchors.has(requirementAnchor(id)))
    .map((id) => findingIn(document)('parameter-rule', 1, `the requirement ${id}`, 'none', `write {{req ${id}}}`));
}

/** Every transition has its row, and every requirement that a transition keeps has its sentence. */
export function transitions(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const heads = document.prose.filter(
    ({ text }) => text === '| State | Event | Condition | Answer and effect | Next state |',
  );
  const [head] = heads; // the grant comes first, the transaction in an appendix
  const rows = document.prose.filter(
    ({ line, text }) => head !== undefined && line > head.line + 1 && text.startsWith('| `'),
  );
  const machines = [
    { transitions: protocolTransitions(grant), at: head },
    { transitions: protocolTransitions(transaction), at: heads.at(-1) },
  ];
  const all = machines.flatMap((machine) => machine.transitions);
  const told = machines.flatMap(({ transitions, at }) => transitions.filter(isTold).map((one) => ({ ...one, at })));
  const missing = told.filter(
    ({ state, event }) => !rows.some(({ text }) => text.startsWith(`| \`${state}\` | \`${event}\` |`)),
  );
  const unstated = [...new Set(all.flatMap(({ transition }) => transition.meta.requirements))].filter(
    (id) => !document.anchors.has(requirementAnchor(id)),
  );
  return [
    ...missing.map(({ state, event, at }) =>
      finding('transition-row', at?.line ?? 1, `a row for ${event} in ${state}`, 'none', 'splice the table anew'),
    ),
    ...unstated.map((id) =>
      finding(
        'transition-unstated',
        1,
        `the requirement ${id}, which a transition keeps`,
        'none',
        `write {{req ${id}}}`,
      ),
    ),
  ];
}

/** Every member of every message was judged, and what tells something about a person is named in the chapter on privacy. */
export function personal(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const ofSubjects: readonly string[] = Object.values(subjectIdentifierFormats).flatMap(({ members }) => [...members]);
  const ofParameters: readonly string[] = Object.values(parameters).map(({ name }) => name);
  const elsewhere: readonly string[] = [...judgedElsewhere.granted, ...judgedElsewhere.public];
  const metadata = Object.keys(messageSchemas().authorizationServerMetadata.properties ?? {});
  const judged = new Set([...ofSubjects, ...ofParameters, ...elsewhere, ...metadata]);
  const members = [...new Set(Object.values(messageSchemas()).flatMap(memberNames))];
  const named = document.prose
    .filter(({ section }) => section === 'privacy')
    .map(({ text }) => text)
    .join('\n');
  const telling = [
    ...ofSubjects,
    ...Object.entries(parameters).flatMap(
      ([key, { name }]) => (personalData[key as keyof typeof parameters] === 'none' ? [] : [name]), // an own key
    ),
  ];
  return [
    ...members
      .filter((name) => !judged.has(name))
      .map((name) =>
        finding('personal-unjudged', 1, `a judgement on ${name}`, 'none', 'add it to spec/draft/personal-data.ts'),
      ),
    ...telling
      .filter((name) => !named.includes(`\`${name}\``))
      .map((name) =>
        finding(
          'personal-unnamed',
          1,
          `${name} in the table of personal data`,
          'none',
          'splice {{table personal-data}}',
        ),
      ),
  ];
}

function memberNames({ properties = {}, $defs = {} }: JsonSchema): string[] {
  return [...Object.keys(properties), ...Object.values($defs).flatMap(memberNames)];
}
