/** Examples for OpenAPI: recorded exchanges, never made up. Where none was recorded, there is no example. */
import type { oas31 } from 'openapi3-ts';
import { type ExchangeName, exchanges, type OutcomeName } from '../../../model/index.ts';
import { type Answer, answersAt } from '../answers.ts';
import type { RecordedExchange, Recording } from '../recording.ts';
import { headerOf, membersOf, pathAndQuery } from '../wire.ts';

export type Examples = Record<string, oas31.ExampleObject>;

/** The first recorded exchange of a kind that ended in an outcome. */
export const recordedExchange = (
  recordings: readonly Recording[],
  exchange: ExchangeName,
  outcome: OutcomeName,
): RecordedExchange | undefined =>
  recordings.flatMap(({ steps }) => steps).find((step) => isAt(step, exchange) && step.outcome === outcome);

/** Whether a step belongs to an exchange, or to one that shares its endpoint. */
const isAt = (step: RecordedExchange, exchange: ExchangeName): boolean =>
  exchanges[step.exchange].endpoint === exchanges[exchange].endpoint;

/** Recorded response bodies, by outcome. */
export function responseExamples(
  recordings: readonly Recording[],
  exchange: ExchangeName,
  answers: readonly Answer[],
): Examples {
  return exampleOfEach(recordings, exchange, answers, ({ response }) =>
    response.body === undefined ? undefined : JSON.parse(response.body),
  );
}

/** Recorded forms, by outcome, each as the object that the schema describes. */
export function formExamples(recordings: readonly Recording[], exchange: ExchangeName): Examples {
  return exampleOfEach(recordings, exchange, wellFormed(exchange), ({ request }) =>
    request.body === undefined ? undefined : membersOf(request.body),
  );
}

/** Recorded values of one query parameter, by outcome. */
export function queryExamples(recordings: readonly Recording[], exchange: ExchangeName, parameter: string): Examples {
  return exampleOfEach(
    recordings,
    exchange,
    wellFormed(exchange),
    ({ request }) => membersOf(pathAndQuery(request.path).query)[parameter],
  );
}

/** The recorded value of a header field in one of several answers. */
export function headerExample(
  recordings: readonly Recording[],
  exchange: ExchangeName,
  answers: readonly Answer[],
  header: string,
): string | undefined {
  for (const { outcome } of answers) {
    const found = headerOf(recordedExchange(recordings, exchange, outcome)?.response.headers ?? {}, header);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A request that a rule of the front door turned away may be malformed on purpose, and then fits no schema. */
const wellFormed = (exchange: ExchangeName): Answer[] =>
  answersAt(exchange).filter(({ answeredBy }) => answeredBy.every(({ kind }) => kind !== 'rule'));

function exampleOfEach(
  recordings: readonly Recording[],
  exchange: ExchangeName,
  answers: readonly Answer[],
  valueIn: (step: RecordedExchange) => unknown,
): Examples {
  return Object.fromEntries(
    answers.flatMap(({ outcome }) => {
      const step = recordedExchange(recordings, exchange, outcome);
      const value = step === undefined ? undefined : valueIn(step);
      return step === undefined || value === undefined ? [] : [[outcome, { summary: step.title, value }]];
    }),
  );
}
