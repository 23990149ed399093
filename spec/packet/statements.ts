/** The reviewer packet: the shepherd's questions that a machine can help with, and the tables of the directorates. */
import { type IanaRegistry, type RequirementRow, requirements } from '../../model/index.ts';
import { attacks, privacyQuestions, threats } from '../draft/checklists.ts';
import { front } from '../draft/front.ts';
import type { Reference } from '../draft/reference.ts';
import { references } from '../draft/references.ts';
import { requestedRows, templates } from '../emit/draft/iana-tables.ts';
import { promises } from '../emit/draft/proof-tables.ts';
import { markdownTable } from '../emit/markdown-table.ts';
import { attachmentsOf, isAttached } from '../emit/requirement-attachments.ts';
import type { Inspection } from './inspection.ts';
import type { Evidence, Statement } from './statement.ts';

/** All statements, in the order of the shepherd's template. */
export function statements(inspection: Inspection): Statement[] {
  const checked = (...rules: readonly string[]): Evidence => ({
    kind: 'checks',
    rules,
    findings: rules.flatMap((rule) => found(inspection, rule)),
  });
  return [
    {
      question: 'Question 4: are there implementations, and where are they reported?',
      answer: `One reference implementation plays every example of ${front.docName}; the section on implementation status reports it. Others are not known.`,
      evidence: { kind: 'human', why: 'ask on the mailing list for others.' },
    },
    {
      question: 'Question 6: does the document need reviews by experts for a media type, a URI or the like?',
      answer:
        'A URN below urn:ietf:params:oauth and a new registry need the designated experts of the OAuth registries.',
      evidence: { kind: 'human', why: 'the chairs ask for the reviews.' },
    },
    {
      question: 'Question 8: which automated checks were run on sections in a formal language?',
      answer:
        'Each HTTP message is parsed, its JSON is strict, its form decodes, it fits the JSON Schema of its message in two validators, and it is byte for byte what an implementation sent or answered; handles and tokens go on through each scenario; folding can be undone; figures keep to the profile of RFC 7996.',
      evidence: checked('lint E1', 'lint E2, E3', 'lint E4, E5, H1, H2', 'lint F6', 'rfcxml'),
    },
    {
      question: 'Question 14: which nits remain?',
      answer: 'None that idnits finds in submission mode. The forms of the draft say the same.',
      evidence: checked('idnits --offline, submission mode', 'forms agree', 'lint F1', 'lint F2', 'lint F3', 'lint F4'),
    },
    {
      question: 'Questions 15 to 18: are references sorted, available, ready, and no downward ones?',
      answer: referenceTable(),
      evidence: checked('lint F5', 'sources'),
    },
    {
      question: 'Question 15: is each reference rightly normative or informative, and is each document still current?',
      answer: 'Entries were written by hand, and status is not looked up without a network.',
      evidence: { kind: 'human', why: 'look up the status of each entry on the day of the submission.' },
    },
    {
      question: 'Question 20: is the IANA section consistent with the body?',
      answer: ianaTable(),
      evidence: checked('lint I1, I2', 'lint E7'),
    },
    {
      question: 'Question 21: are there instructions for designated experts of new registries?',
      answer:
        'The section that creates the registry of delivery methods has a template, instructions and initial contents.',
      evidence: { kind: 'human', why: 'judge whether the instructions can be applied.' },
    },
    {
      question: 'Requirements: is every sentence of BCP 14 identified, and kept by something?',
      answer: requirementTable(),
      evidence: checked('lint R1', 'lint R2', 'lint H3', 'sources'),
    },
    {
      question: 'Numbers: do all numbers come from one place?',
      answer: 'Every limit, status and chance is spliced from the model; a typed one is found.',
      evidence: checked('lint E6', 'lint S2', 'sources'),
    },
    {
      question: 'Security: is each threat of RFC 3552 and each known attack addressed?',
      answer: entries({ threat: threats, attack: attacks }),
      evidence: checked('lint S1', 'lint S2'),
    },
    {
      question: 'Privacy: is each question of RFC 6973 answered, and each personal datum named?',
      answer: entries({ privacy: privacyQuestions }),
      evidence: checked('lint S1', 'lint P1'),
    },
    {
      question: 'Examples: are all hosts, addresses and telephone numbers reserved ones?',
      answer: 'Hosts are below .example, telephone numbers from the range that is kept for fiction.',
      evidence: checked('lint H4'),
    },
    {
      question: 'Properties: what is promised of the protocol as a whole?',
      answer: markdownTable(
        ['property', 'requirements'],
        promises().map(({ sentence, requirements: ids }) => [sentence, ids.join(', ')]),
      ),
      evidence: {
        kind: 'model',
        from: 'the properties of the model, which are checked over every state of the machines',
      },
    },
    {
      question: 'Rivals: why is this not a profile of the device grant, of CIBA or of first-party apps?',
      answer: `The draft has a chapter on it, with a table: generated/draft/${front.docName}.html#comparison.`,
      evidence: { kind: 'human', why: 'judge the arguments.' },
    },
  ];
}

/** What a rule found; to name one that was not run is a mistake of the packet. */
function found(inspection: Inspection, rule: string): NonNullable<ReturnType<Inspection['get']>> {
  const findings = inspection.get(rule);
  if (findings === undefined) throw new Error(`the packet names the rule ${rule}, which was not run`);
  return findings;
}

function referenceTable(): string {
  const all: readonly Reference[] = Object.values(references);
  return markdownTable(
    ['reference', 'kind', 'title'],
    all.map(({ anchor, kind, title }) => [anchor, kind, title]),
  );
}

const ianaTable = (): string =>
  markdownTable(
    ['registry', 'requested'],
    (Object.keys(templates) as IanaRegistry[]).map((registry) => [
      // own keys
      registry,
      requestedRows(registry)
        .map(({ name }) => name)
        .join(', '),
    ]),
  );

function requirementTable(): string {
  const rows: readonly (readonly [string, RequirementRow])[] = Object.entries(requirements);
  const actors = [...new Set(rows.map(([, { actor }]) => actor))];
  return markdownTable(
    ['who', 'requirements', 'of them MUST or MUST NOT', 'kept by something in the model'],
    actors.map((actor) => {
      const own = rows.filter(([, row]) => row.actor === actor);
      return [
        actor,
        String(own.length),
        String(own.filter(([, { level }]) => level.startsWith('MUST')).length),
        String(own.filter(([id]) => isAttached(attachmentsOf(id))).length),
      ];
    }),
  );
}

const entries = (kinds: Readonly<Record<string, Readonly<Record<string, string>>>>): string =>
  markdownTable(
    ['entry', 'where'],
    Object.entries(kinds).flatMap(([kind, titles]) =>
      Object.entries(titles).map(([id, title]) => [title, `generated/draft/${front.docName}.html#${kind}-${id}`]),
    ),
  );
