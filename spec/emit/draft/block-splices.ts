/** What an anchor that stands alone stands for: requirements, examples, tables, figures, registrations. */
import { type RequirementId, requirements } from '../../../model/index.ts';
import { messageSchemas } from '../json-schema.ts';
import { asciiOf } from './figures/ascii.ts';
import type { Scene } from './figures/scene.ts';
import { sequenceInWords, sequenceScene } from './figures/sequence-figure.ts';
import { stateScene, statesInWords } from './figures/state-figure.ts';
import { svgOf } from './figures/svg.ts';
import { exampleBlock, stepOf } from './http-source.ts';
import { ianaTable } from './iana-tables.ts';
import { machineTables } from './machine-tables.ts';
import { messageBlock } from './message-source.ts';
import { entranceTable, errorsOfTable, errorsTable, membersTable, parametersTable } from './message-tables.ts';
import { policyTables } from './policy-tables.ts';
import { proofTables } from './proof-tables.ts';
import { readableJson } from './readable-json.ts';
import { recordingTables } from './recording-tables.ts';
import type { BlockSplice, SpliceContext, TableSplice } from './splice-context.ts';
import { storyBlock } from './trace-story.ts';
import { type Block, code, type Inline, text } from './tree.ts';
import { vocabularyTables } from './vocabulary-tables.ts';
import { bcp14Keywords, modelText } from './words.ts';

/** Tables without arguments, by name. */
const tables: Readonly<Record<string, TableSplice>> = {
  ...vocabularyTables,
  ...policyTables,
  ...machineTables,
  ...proofTables,
  ...recordingTables,
};

/** The anchor under which a requirement stands in formats whose identifiers know no slash. */
export const requirementAnchor = (id: string): string => id.replace('/', '_');

const one = (block: Block | undefined): readonly Block[] | undefined => (block === undefined ? undefined : [block]);

export const blockSplices = {
  req: ([id = '']) => {
    if (!Object.hasOwn(requirements, id)) return undefined;
    const { text: sentence } = requirements[id as RequirementId]; // an own key
    return [
      {
        kind: 'definitions',
        items: [
          {
            term: [code(id)],
            anchor: requirementAnchor(id),
            requirement: id,
            description: [{ kind: 'paragraph', content: modelText(sentence) }],
          },
        ],
      },
    ];
  },
  // The outcome stands there too, so that a step that was put in before this one cannot take its place unnoticed.
  example: ([id = '', outcome, half], { recordings }) => {
    const step = stepOf(recordings, id);
    if (
      step === undefined ||
      step.outcome !== outcome ||
      (half !== undefined && half !== 'request' && half !== 'response')
    )
      return undefined;
    const halves = half === undefined ? (['request', 'response'] as const) : ([half] as const);
    const caption: Block = {
      kind: 'paragraph',
      content: [{ kind: 'emphasis', text: `Example ${id}` }, text(`: ${step.title} (${halves.join(' and ')}).`)],
    };
    return [caption, ...halves.map((one) => exampleBlock(step, one))];
  },
  message: ([name = ''], { recordings }) => one(messageBlock(recordings, name)),
  table: ([name = '', argument, ...more], context) => one(tableOf(name, argument, more, context)),
  figure: ([name = '']) => {
    if (name === 'sequence') return [figure(name, 'A transaction that goes well', sequenceScene(), sequenceInWords())];
    if (name === 'transaction') return [figure(name, 'The life of a transaction', stateScene(), statesInWords())];
    return undefined;
  },
  trace: ([id = '', ...rest], { traces }) => {
    const trace = rest.length === 0 ? traces.find((one) => one.id === id) : undefined;
    return trace === undefined ? undefined : [storyBlock(trace)];
  },
  iana: (words) => one(ianaTable(words.join(' '))),
  vectors: ([name]) => (name === 'subject-identifiers' ? subjectIdentifiers() : undefined),
  boilerplate: ([name]) => (name === 'bcp14' ? [{ kind: 'paragraph', content: bcp14Boilerplate() }] : undefined),
} as const satisfies Record<string, BlockSplice>;

export type BlockSpliceName = keyof typeof blockSplices;

function tableOf(
  name: string,
  argument: string | undefined,
  more: readonly string[],
  context: SpliceContext,
): Block | undefined {
  if (name === 'members' && more.length === 0) return membersTable(argument ?? '');
  if (name === 'parameters-of') return parametersTable(argument ?? '', more);
  if (more.length > 0) return undefined;
  if (name === 'errors-of') return errorsOfTable(argument ?? '');
  if (name === 'errors' && argument === undefined) return errorsTable();
  if (name === 'entrance' && argument === undefined) return entranceTable();
  const table = Object.hasOwn(tables, name) && argument === undefined ? tables[name] : undefined;
  if (table === undefined) return undefined;
  const { title, head, rows } = table;
  return { kind: 'table', anchor: `tab-${name}`, title, head, rows: rows(context) };
}

const figure = (name: string, title: string, scene: Scene, alternative: string): Block => ({
  kind: 'figure',
  anchor: `fig-${name}`,
  title,
  ascii: asciiOf(scene),
  svg: svgOf(scene, title),
  alternative,
});

/** One valid Subject Identifier of each format, made of the examples of its members. */
function subjectIdentifiers(): Block[] {
  const formats = Object.values(messageSchemas().subjectIdentifier.$defs ?? {});
  return formats.map(({ properties = {} }, index) => {
    const members = Object.entries(properties).map(([name, schema]) => [name, schema.const ?? schema.examples?.[0]]);
    return {
      kind: 'source',
      type: 'json',
      name: `subject-identifier-${index + 1}.json`,
      text: readableJson(Object.fromEntries(members)),
    };
  });
}

/** The paragraph that RFC 8174 gives, word for word. */
function bcp14Boilerplate(): Inline[] {
  const listed = ['MUST', 'MUST NOT', 'REQUIRED', 'SHALL', 'SHALL NOT', 'SHOULD', 'SHOULD NOT'].concat([
    'RECOMMENDED',
    'NOT RECOMMENDED',
    'MAY',
    'OPTIONAL',
  ]);
  if (listed.length !== bcp14Keywords.length) throw new Error('the boilerplate of BCP 14 has other keywords');
  const words = listed.flatMap((keyword, index): Inline[] => [
    text(index === 0 ? 'The key words "' : index === listed.length - 1 ? '", and "' : '", "'),
    { kind: 'keyword', text: keyword },
  ]);
  return [
    ...words,
    text('" in this document are to be interpreted as described in BCP 14 '),
    { kind: 'citation', id: 'rfc2119' },
    text(' '),
    { kind: 'citation', id: 'rfc8174' },
    text(' when, and only when, they appear in all capitals, as shown here.'),
  ];
}
