/**
 * The recordings show every answer that the machines reach, and what they show is the protocol: requests and responses
 * fit their schemas, status and header fields are those of the outcome.
 */
import {
  type EndpointRow,
  type ExchangeRow,
  endpoints,
  exchanges,
  type MessageName,
  type MessageRow,
  messages,
} from '../../model/index.ts';
import { type Answer, answersOf, exchangeNames } from '../emit/answers.ts';
import { messageSchemas, schemaId } from '../emit/json-schema.ts';
import { recordingPath } from '../emit/recorded-artifacts.ts';
import type { RecordedExchange, Recording } from '../emit/recording.ts';
import { membersOf, pathAndQuery } from '../emit/wire.ts';
import { compareFindings, type Finding } from './finding.ts';
import { responseFindings } from './recorded-response.ts';
import { compileSchemas, expectValid, type ValidatorPair } from './validators.ts';

const fix = 'correct the scenario or the server, and record again with npm run generate';

/** Findings for pairs of exchange and outcome that were never recorded, and for recordings that are not as they should be. */
export async function recordingsComplete(recordings: readonly Recording[]): Promise<Finding[]> {
  const validators = await compileSchemas(Object.values(messageSchemas()));
  const steps = recordings.flatMap((recording) =>
    recording.steps.map((step) => ({ step, file: `generated/${recordingPath(recording)}` })),
  );
  return [
    ...unrecorded(steps.map(({ step }) => step)),
    ...recordings.flatMap(misnamed),
    ...steps.flatMap(({ step, file }) => exchangeFindings([step], file, validators)),
  ].sort(compareFindings);
}

function unrecorded(steps: readonly RecordedExchange[]): Finding[] {
  const recorded = new Set(steps.map(({ exchange, outcome }) => `${exchange} ${outcome}`));
  return exchangeNames.flatMap((exchange) =>
    answersOf(exchange)
      .filter(({ outcome }) => !recorded.has(`${exchange} ${outcome}`))
      .map(({ outcome }) => ({
        rule: 'recordings/missing',
        file: 'generated/recordings',
        element: `${exchange} ${outcome}`,
        expected: 'a recorded exchange with this outcome, since the machines reach it',
        actual: 'none',
        fix: 'add a step to a scenario that ends so',
      })),
  );
}

function misnamed(recording: Recording): Finding[] {
  const ids = recording.steps.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index || !id.startsWith(`${recording.scenario}/`))
    .map((id) => ({
      rule: 'recordings/id',
      file: `generated/${recordingPath(recording)}`,
      element: id,
      expected: `${recording.scenario}/ and a number, once`,
      actual: id,
      fix,
    }));
}

/** Findings for exchanges by themselves: where they went, and whether they are messages of the protocol. */
export const exchangeFindings = (
  steps: readonly RecordedExchange[],
  file: string,
  validators: ValidatorPair,
): Finding[] => steps.flatMap((step) => stepFindings(step, file, validators));

function stepFindings(step: RecordedExchange, file: string, validators: ValidatorPair): Finding[] {
  const answer = answersOf(step.exchange).find(({ outcome }) => outcome === step.outcome);
  if (answer === undefined) {
    return [
      {
        rule: 'recordings/unreachable',
        file,
        element: step.id,
        expected: `an outcome that the machines reach in ${step.exchange}`,
        actual: step.outcome,
        fix,
      },
    ];
  }
  return [...requestFindings(step, answer, file, validators), ...responseFindings(step, answer, file, validators)];
}

/** A request that a rule of the front door turned away may be wrong in any way, so only where it went is asked. */
function requestFindings(step: RecordedExchange, answer: Answer, file: string, validators: ValidatorPair): Finding[] {
  const { endpoint, request }: ExchangeRow = exchanges[step.exchange];
  const { path, method }: EndpointRow = endpoints[endpoint];
  const sent = pathAndQuery(step.request.path);
  const element = `${step.id} request`;
  const differs = (what: string, expected: string, actual: string): Finding[] =>
    expected === actual ? [] : [{ rule: `recordings/${what}`, file, element, expected, actual, fix }];
  const refused = answer.answeredBy.some(({ kind }) => kind === 'rule');
  const place = { file, element };
  return [
    ...differs('path', path, sent.path),
    ...(step.outcome === 'methodNotAllowed' ? [] : differs('method', method, step.request.method)),
    ...(refused || request === undefined
      ? []
      : memberFindings(request, sent.query, step.request.body, place, validators)),
  ];
}

/** Members of a form or a query, and the JSON that some of them hold. */
function memberFindings(
  message: MessageName,
  query: string,
  body: string | undefined,
  place: { readonly file: string; readonly element: string },
  validators: ValidatorPair,
): Finding[] {
  const { carrier }: MessageRow = messages[message];
  const members = membersOf(carrier === 'query' ? query : (body ?? ''));
  const contents = Object.entries(messageSchemas()[message].properties ?? {}).flatMap(([name, schema]) => {
    const reference = schema.contentSchema?.$ref;
    const value = members[name];
    if (reference === undefined || value === undefined) return [];
    return expectValid(validators, reference, parsed(value), { ...place, element: `${place.element} ${name}` });
  });
  return [...expectValid(validators, schemaId(message), members, place), ...contents];
}

/** JSON as a value; what is none as itself, which no schema for objects accepts. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
