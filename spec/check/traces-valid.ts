/**
 * The traces as they stand: each fits the schema beside it, the index lists all of them as they are, and their HTTP
 * messages are messages of the protocol.
 */
import { messageSchemas } from '../emit/json-schema.ts';
import type { RecordedExchange } from '../emit/recording.ts';
import { traceIndexSchema, traceSchema } from '../emit/trace/schema.ts';
import type { Trace, TraceStep } from '../emit/trace/trace.ts';
import { compareFindings, type Finding } from './finding.ts';
import { exchangeFindings } from './recordings-complete.ts';
import { compileSchemas, expectValid } from './validators.ts';

const folder = 'traces/';
const indexPath = `${folder}index.json`;

/** Findings for all traces among the generated files. */
export async function tracesValid(files: ReadonlyMap<string, string>): Promise<Finding[]> {
  const schema = { trace: traceSchema(), index: traceIndexSchema() };
  const validators = await compileSchemas([schema.trace, schema.index, ...Object.values(messageSchemas())]);
  const traces = [...files]
    .filter(([path]) => path.startsWith(folder) && path !== indexPath && !path.endsWith('.schema.json'))
    .map(([path, content]) => ({ path, trace: JSON.parse(content) as Trace })); // a value of another form is a finding
  const index: unknown = JSON.parse(files.get(indexPath) ?? '{}');
  const findings = traces.flatMap(({ path, trace }) => {
    const place = { file: `generated/${path}`, element: '#' };
    const misfits = expectValid(validators, schema.trace.$id, trace, place);
    if (misfits.length > 0) return misfits;
    return trace.steps.flatMap((step) => exchangeFindings(exchangeOf(step), place.file, validators));
  });
  return [
    ...findings,
    ...expectValid(validators, schema.index.$id, index, { file: `generated/${indexPath}`, element: '#' }),
    ...unlisted(
      traces.map(({ trace }) => trace.id),
      index,
    ),
  ].sort(compareFindings);
}

/** The messages of a step as if they had been recorded. */
function exchangeOf({ number, sentence, exchange, outcome, messages }: TraceStep): RecordedExchange[] {
  if (messages === undefined || exchange === undefined || outcome === undefined) return [];
  const { request, response } = messages;
  return [{ id: `step ${number}`, title: sentence, exchange, outcome, request, response }];
}

function unlisted(ids: readonly string[], index: unknown): Finding[] {
  const listed = (index as { readonly traces?: readonly { readonly id: string }[] }).traces ?? []; // judged by its schema
  const expected = [...ids].sort().join(', ');
  const actual = listed
    .map(({ id }) => id)
    .sort()
    .join(', ');
  if (expected === actual) return [];
  return [
    {
      rule: 'traces/index',
      file: `generated/${indexPath}`,
      element: '#/traces',
      expected,
      actual,
      fix: 'npm run generate',
    },
  ];
}
