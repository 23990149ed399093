/**
 * The generated Fastify plugin, held against the OpenAPI document: the same paths, methods, answers, and the events that
 * the exchange table names. It is read as text, since a check may not run what it judges.
 */
import {
  type ExchangeName,
  type ExchangeRow,
  endpoints,
  exchanges,
  exchangesAt,
  messages,
  outcomes,
} from '../../model/index.ts';
import { type Difference, differences } from './differences.ts';
import { compareFindings, type Finding } from './finding.ts';
import { readDocument } from './openapi-document.ts';

const file = 'generated/server/routes.ts';
const fix = 'npm run generate; if it stays, spec/emit/routes.ts and the OpenAPI emitter disagree';

/** Findings for the text of the plugin and an OpenAPI document in JSON. */
export function routesMatch(plugin: string, openApi: string): Finding[] {
  const document = readDocument(openApi);
  if (typeof document === 'string') return []; // another check says so
  const found: Difference[] = (Object.entries(exchanges) as [ExchangeName, ExchangeRow][]).flatMap(([name, row]) => {
    const { path, method } = endpoints[row.endpoint];
    const operation = document.paths?.[path]?.[method.toLowerCase()];
    const answers = answersIn(plugin, name);
    const expected = {
      // of exchanges that share an endpoint, one has the route
      routes: exchangesAt(row.endpoint)[0] === name ? [`${method} ${path}`] : [],
      table: `${method} ${path} ${row.steps.map(({ machine, event }) => `${machine} ${event}`).join(', ')}`,
      statuses: Object.keys(operation?.responses ?? {})
        .filter((status) => status !== 'default')
        .sort(),
      answers: answers.map(({ outcome }) => answerOf(outcome)),
    };
    const actual = {
      routes: routesIn(plugin, name),
      table: tableIn(plugin, name),
      statuses: [
        ...new Set(exchangesAt(row.endpoint).flatMap((one) => answersIn(plugin, one).map(({ status }) => status))),
      ].sort(),
      answers: answers.map(({ outcome, status, body }) => `${outcome} ${status} ${body}`),
    };
    return differences(expected, actual, `#/${name}`);
  });
  return found
    .map(({ pointer, expected, actual }) => ({ rule: 'routes/openapi', file, element: pointer, expected, actual, fix }))
    .sort(compareFindings);
}

function answerOf(name: string): string {
  const row = Object.entries(outcomes).find(([outcome]) => outcome === name)?.[1];
  if (row === undefined) return `${name} is no outcome`;
  return `${name} ${row.status} ${'message' in row ? messages[row.message].type : 'undefined'}`;
}

/** Methods and paths that the plugin registers for an exchange, but for those that it answers with 405. */
const routesIn = (plugin: string, exchange: ExchangeName): string[] =>
  [...plugin.matchAll(/app\.route\(\{ method: '(\w+)', url: '([^']+)', config: \{ exchange: '(\w+)' \}/g)]
    .filter(([, , , name]) => name === exchange)
    .map(([, method, url]) => `${method} ${url}`);

function tableIn(plugin: string, exchange: ExchangeName): string {
  const [, method, url, events = ''] =
    new RegExp(`^  ${exchange}: \\{ method: '(\\w+)', url: '([^']+)', events: \\[([^\\]]*)\\]`, 'm').exec(plugin) ?? [];
  return `${method} ${url} ${events.replaceAll("'", '')}`;
}

interface TypedAnswer {
  readonly outcome: string;
  readonly status: string;
  readonly body: string;
}

function answersIn(plugin: string, exchange: ExchangeName): TypedAnswer[] {
  const name = `${exchange[0]?.toUpperCase()}${exchange.slice(1)}Answer`;
  const [, body = ''] = new RegExp(`^export type ${name} =\\n((?:  \\|.*\\n)*)`, 'm').exec(plugin) ?? [];
  return [...body.matchAll(/outcome: '(\w+)'; readonly status: (\d+); .*readonly body: (\w+) \}/g)].map(
    ([, outcome = '', status = '', type = '']) => ({ outcome, status, body: type }),
  );
}
