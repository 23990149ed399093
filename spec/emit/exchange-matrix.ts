/**
 * The exchanges in two tables: which request becomes which events and how it can end, and which rule of the front door
 * is tried where. For the README, and for programs.
 */
import {
  admissionRuleNames,
  admissionRules,
  type EndpointRow,
  type ExchangeRow,
  endpoints,
  errors,
  exchanges,
  headers,
  messages,
  rulesOf,
} from '../../model/index.ts';
import { type AnsweredBy, answersOf, exchangeNames } from './answers.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { code, markdownTable } from './markdown-table.ts';

const emitter = 'spec/emit/exchange-matrix.ts';

/** `exchange-matrix.json` and `exchange-matrix.md`. */
export const emitExchangeMatrix = (): Artifact[] => [
  {
    path: 'exchange-matrix.json',
    content: canonicalJson(exchangeMatrix()),
    emitter,
    audience: 'programs that need to know how an exchange can end',
    title: 'Requests, events, outcomes and answers; rules by endpoint',
  },
  {
    path: 'exchange-matrix.md',
    content: markdown(),
    emitter,
    audience: 'reviewers, and readers of the README',
    title: 'The same as tables',
  },
];

/** Both tables as data. Only outcomes that the machines reach are listed. */
export const exchangeMatrix = () => ({
  exchanges: exchangeNames.map((exchange) => {
    const row: ExchangeRow = exchanges[exchange];
    const { path, method }: EndpointRow = endpoints[row.endpoint];
    return {
      exchange,
      summary: row.summary,
      request: row.request === undefined ? undefined : messages[row.request].type,
      endpoint: endpoints[row.endpoint].name,
      method,
      path,
      opens: row.opens,
      events: row.steps,
      outcomes: answersOf(exchange).map(({ outcome, row: { status, message, error, headers: names }, answeredBy }) => ({
        outcome,
        status,
        response: message === undefined ? undefined : messages[message].type,
        error: error === undefined ? undefined : errors[error].name,
        headers: names.map((name) => headers[name].name),
        answeredBy,
      })),
    };
  }),
  rules: admissionRuleNames.map((rule) => ({
    rule,
    requirement: admissionRules[rule].requirement,
    outcome: admissionRules[rule].outcome,
    triedAt: exchangeNames.filter((exchange) => rulesOf(exchange).includes(rule)),
  })),
});

function markdown(): string {
  const { exchanges: rows, rules } = exchangeMatrix();
  return [
    '# Exchanges',
    '',
    'How each request can end. Only outcomes that a walk of the machines reaches are listed.',
    ...rows.flatMap((row) => [
      '',
      `## ${row.summary}`,
      '',
      `\`${row.method} ${row.path}\` (\`${row.endpoint}\`), request ${code(row.request) || 'without parameters'}.`,
      `Events, in order: ${row.events.map(({ machine, event }) => code(`${machine} ${event}`)).join(', ')}.`,
      '',
      markdownTable(
        ['outcome', 'status', 'response', 'error', 'header fields', 'answered by'],
        row.outcomes.map(({ outcome, status, response, error, headers: fields, answeredBy }) => [
          code(outcome),
          String(status),
          response ?? 'no body',
          code(error),
          fields.map(code).join(', '),
          answererWords(answeredBy),
        ]),
      ),
    ]),
    '',
    '# Rules of the front door',
    '',
    'In the order in which they are tried; the first one that a request breaks answers it.',
    '',
    markdownTable(
      ['rule', 'requirement', ...exchangeNames],
      rules.map(({ rule, requirement, outcome, triedAt }) => [
        code(rule),
        code(requirement),
        ...exchangeNames.map((exchange) => (triedAt.includes(exchange) ? code(outcome) : '')),
      ]),
    ),
    '',
  ].join('\n');
}

/** `rules a, b`, or the states of the machine that answers. */
function answererWords(answeredBy: readonly AnsweredBy[]): string {
  const rules = answeredBy.flatMap((by) => (by.kind === 'rule' ? [code(by.rule)] : []));
  const states = new Map<string, Set<string>>();
  for (const by of answeredBy) {
    if (by.kind !== 'transition') continue;
    const state = code(by.transition.split(' ')[0]);
    states.set(by.machine, (states.get(by.machine) ?? new Set()).add(state));
  }
  return [
    ...(rules.length > 0 ? [`rules ${rules.join(', ')}`] : []),
    ...[...states].map(([machine, names]) => `machine ${code(machine)} in ${[...names].join(', ')}`),
    ...(answeredBy.some(({ kind }) => kind === 'completion') ? ['all rules kept'] : []),
  ].join('; ');
}
