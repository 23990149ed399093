/** The error codes and examples of one operation, held against the outcomes that its exchange reaches. */
import { type ExchangeName, errors, type OutcomeRow, outcomes } from '../../model/index.ts';
import { type Difference, pointerTo } from './differences.ts';
import type { ReadOperation, ReadResponse } from './openapi-document.ts';
import { outcomesOf, reachedAt } from './openapi-skeleton.ts';

/** Differences between what an operation says about errors and what the machines answer. */
export function errorDifferences(exchange: ExchangeName, operation: ReadOperation, pointer: string): Difference[] {
  const expected = codesAndStatuses(outcomesOf(exchange));
  const table = [...(operation.description ?? '').matchAll(/^\| `([^`]+)` \| ([0-9]{3}) \|/gm)];
  const described = table.map(([, code, status]) => `${code} ${status}`);
  return [
    ...setDifferences(expected, described, pointerTo(pointer, 'description')),
    ...Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
      responseDifferences(exchange, status, response, pointerTo(pointer, 'responses', status)),
    ),
  ];
}

function responseDifferences(exchange: ExchangeName, status: string, response: ReadResponse, pointer: string) {
  const reached = reachedAt(exchange).filter((outcome) => String(outcomes[outcome].status) === status);
  const rows = reached.map((outcome): OutcomeRow => outcomes[outcome]);
  const codes = [...(response.description ?? '').matchAll(/`([a-z_]+)`/g)].map(([, code]) => `${code} ${status}`);
  const examples = Object.entries(response.content ?? {}).flatMap(([mediaType, { examples: named = {} }]) =>
    Object.entries(named).map(([name, { value }]) => ({
      name,
      value,
      place: pointerTo(pointer, 'content', mediaType, 'examples', name),
    })),
  );
  return [
    ...setDifferences(
      codesAndStatuses(rows),
      codes.filter((code) => !code.startsWith('error ')),
      pointerTo(pointer, 'description'),
    ),
    ...setDifferences(reached, response['x-outcomes'] ?? [], pointerTo(pointer, 'x-outcomes')),
    ...examples.flatMap(({ name, value, place }) => {
      const outcome = reached.find((known) => known === name);
      if (outcome === undefined) return [{ pointer: place, expected: `one of ${reached.join(', ')}`, actual: name }];
      const { error }: OutcomeRow = outcomes[outcome];
      const expected = error === undefined ? undefined : errors[error].name;
      const actual = memberOf(value, 'error');
      return expected === actual
        ? []
        : [{ pointer: pointerTo(place, 'value', 'error'), expected: expected ?? 'no error', actual: `${actual}` }];
    }),
  ];
}

const codesAndStatuses = (rows: readonly OutcomeRow[]): string[] =>
  rows.flatMap(({ error, status }) => (error === undefined ? [] : [`${errors[error].name} ${status}`]));

/** One difference per name that only one side has. */
function setDifferences(expected: readonly string[], actual: readonly string[], pointer: string): Difference[] {
  const missing = [...new Set(expected)].filter((name) => !actual.includes(name));
  const extra = [...new Set(actual)].filter((name) => !expected.includes(name));
  return [
    ...missing.map((name) => ({ pointer, expected: name, actual: `no ${name}` })),
    ...extra.map((name) => ({ pointer, expected: `no ${name}`, actual: name })),
  ];
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
