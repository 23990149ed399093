/**
 * The registrations, held against the model in both directions: whatever is new on the wire is asked for, nothing else
 * is, each row says all that the registry's template asks for, and no name is taken already.
 */
import {
  type ExchangeName,
  endpoints,
  errors,
  type IanaRegistry,
  type MessageName,
  messages,
  parameters,
} from '../../../model/index.ts';
import { answersOf } from '../../emit/answers.ts';
import { requestedRows, templates } from '../../emit/draft/iana-tables.ts';
import { messageSchemas } from '../../emit/json-schema.ts';
import type { Finding } from '../finding.ts';
import type { DraftDocument } from './document.ts';
import { findingIn } from './lint-finding.ts';
import { registered } from './registry-snapshot.ts';

interface TableLine {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Findings about the tables of the IANA section. */
export function ianaRows(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  return (Object.keys(templates) as IanaRegistry[]).flatMap((registry) => {
    const head = templates[registry].map(([name]) => name);
    const rows = rowsUnder(head, document);
    if (rows === undefined) {
      return [
        finding(
          'iana-table',
          1,
          `a table for "${registry}" with ${head.join(', ')}`,
          'none',
          `write {{iana ${registry}}}`,
        ),
      ];
    }
    const wanted = requestedRows(registry);
    const names = rows.map(({ cells }) => (cells[0] ?? '').replaceAll('`', ''));
    return [
      ...wanted
        .filter(({ name }) => !names.includes(name))
        .map(({ name }) =>
          finding(
            'iana-row-missing',
            rows[0]?.line ?? 1,
            `a row for ${name} in "${registry}"`,
            'none',
            'splice the table anew',
          ),
        ),
      ...rows
        .filter((_, index) => !wanted.some(({ name }) => name === names[index]))
        .map(({ cells, line }) =>
          finding(
            'iana-row-unused',
            line,
            'a name that the model asks for',
            cells[0] ?? '',
            'take the row out, or request it in the vocabulary',
          ),
        ),
      ...rows.flatMap(({ cells, line }) => fields(cells, head, line, document)),
      ...wanted
        .filter(({ name }) => registered[registry].includes(name))
        .map(({ name }) =>
          finding(
            'iana-collision',
            rows[0]?.line ?? 1,
            `a name that is not in "${registry}" yet`,
            name,
            'mark the row as registered, or rename',
          ),
        ),
    ];
  });
}

/** The rows of the table with a head; undefined when there is none. */
function rowsUnder(head: readonly string[], { prose }: DraftDocument): TableLine[] | undefined {
  const start = prose.findIndex(({ text }) => text === `| ${head.join(' | ')} |`);
  if (start === -1) return undefined;
  const rows: TableLine[] = [];
  for (const { text, line } of prose.slice(start + 2)) {
    if (!text.startsWith('| ')) break;
    rows.push({
      cells: text
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
      line,
    });
  }
  return rows;
}

/** Every field has a value, and the reference points into this document. */
function fields(cells: readonly string[], head: readonly string[], line: number, document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const empty = head.filter((_, index) => (cells[index] ?? '') === '');
  const [, target] = /\{\{([^{}]+)\}\} of this document/.exec(cells.at(-1) ?? '') ?? [];
  return [
    ...empty.map((field) =>
      finding('iana-field', line, `a value for "${field}"`, 'none', 'complete the row in the vocabulary'),
    ),
    ...(target !== undefined && document.anchors.has(target)
      ? []
      : [
          finding(
            'iana-reference',
            line,
            'a pointer to a section of this document',
            cells.at(-1) ?? '',
            'name the section that defines it',
          ),
        ]),
  ];
}

const requests: Readonly<Record<string, MessageName>> = { 'token request': 'accessTokenRequest' };
const answering: Readonly<Record<string, ExchangeName>> = {
  'OTP authorization endpoint response': 'identification',
  'OTP delivery endpoint response': 'delivery',
  'token endpoint response': 'redemption',
};

/** A usage location is a place to which the model sends the name. */
export function usageLocations(document: DraftDocument): Finding[] {
  const wrong = (name: string, location: string) =>
    findingIn(document)(
      'iana-location',
      1,
      `a place to which the model sends ${name}`,
      location,
      'correct the usage location in the vocabulary',
    );
  const ofParameters = requestedRows('OAuth Parameters').filter(({ name, iana: { usageLocation = '' } }) => {
    const message = requests[usageLocation];
    return message === undefined || !Object.hasOwn(messageSchemas()[message].properties ?? {}, name);
  });
  const ofErrors = requestedRows('OAuth Extensions Error Registry').filter(({ name, iana: { usageLocation = '' } }) => {
    const exchange = answering[usageLocation];
    const codes = exchange === undefined ? [] : answersOf(exchange).flatMap(({ row }) => row.error ?? []);
    return !codes.some((code) => errors[code].name === name);
  });
  return [...ofParameters, ...ofErrors].map(({ name, iana }) => wrong(name, iana.usageLocation ?? 'none'));
}

/** Whatever this protocol defines has a registration, or a reason not to have one. */
export function definedIsRegistered(document: DraftDocument): Finding[] {
  const tokenNames = Object.keys(messageSchemas()[requests['token request'] ?? 'accessTokenRequest'].properties ?? {});
  const rows = [...Object.values(parameters), ...Object.values(errors), ...Object.values(endpoints)];
  return rows
    .filter(({ source, iana }) => source.document === 'otp-flow' && iana.status === 'registered')
    .concat(Object.values(parameters).filter(({ name, iana }) => tokenNames.includes(name) && iana.status === 'none'))
    .map(({ name }) =>
      findingIn(document)(
        'iana-unrequested',
        1,
        `a registration of ${name}, which ${messages.accessTokenRequest.type} or this document brings along`,
        'none',
        'request it in the vocabulary',
      ),
    );
}
