/**
 * Messages for the steps of a run. A run that follows a recording shows it word for word; any other shows recorded
 * messages of the same kind, with the handle, the passcodes and the limits of this run put in.
 */
import type { ExchangeName, OutcomeName, RecordedExchange, Recording } from '../../../model/index.ts';
import type { Setting } from '../run/setting.ts';
import type { RequestStep, Step } from '../run/step.ts';
import { textOfStep } from '../run/step-text.ts';
import type { Taken } from '../run/take.ts';
import type { Scenario } from '../scenarios/index.ts';
import { fittedRequest, fittedResponse } from './fitted.ts';
import { valuesOf } from './run-values.ts';

export type RecordedRequest = RecordedExchange['request'];
export type RecordedResponse = RecordedExchange['response'];

/** A recorded exchange with what is known of its request. */
export interface Example {
  readonly scenario: string;
  readonly step: RequestStep;
  readonly recorded: RecordedExchange;
}

export interface Message {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** Id of the recorded exchange that the request, or the response, was taken from. */
  readonly source: string;
  /** Whether both are word for word as they were recorded. */
  readonly isVerbatim: boolean;
}

/** What can be shown: recorded exchanges, and the steps they are part of. */
export interface ExampleBook {
  readonly examples: readonly Example[];
  /** Steps as text, for recordings that are told by a scenario. */
  readonly told: ReadonlyMap<string, { readonly scenario: Scenario; readonly recording: Recording }>;
}

/** Joins recordings with the scenarios that tell them. */
export function exampleBook(recordings: readonly Recording[], scenarios: readonly Scenario[]): ExampleBook {
  const told = new Map(
    recordings.flatMap((recording) => {
      const scenario = scenarios.find(({ id }) => id === recording.scenario);
      return scenario === undefined ? [] : [[recording.scenario, { scenario, recording }] as const];
    }),
  );
  const examples = [...told.values()].flatMap(({ scenario, recording }) => {
    const requests = scenario.steps.filter((step) => step.kind === 'request');
    return recording.steps.flatMap((recorded, place) => {
      const step = requests[place];
      return step === undefined ? [] : [{ scenario: scenario.id, step, recorded }];
    });
  });
  return { examples, told };
}

/** The message of a step of a run; undefined for steps that are no requests. */
export function messageOf(
  book: ExampleBook,
  taken: readonly Taken[],
  place: number,
  setting: Setting,
): Message | undefined {
  const one = taken[place];
  if (one === undefined || one.step.kind !== 'request' || one.outcome === undefined) return undefined;
  const recorded = verbatim(book, taken, place);
  if (recorded?.outcome === one.outcome) {
    return { request: recorded.request, response: recorded.response, source: recorded.id, isVerbatim: true };
  }
  const values = valuesOf(book.examples, taken, place);
  const response = bestResponse(book.examples, one.step, one.outcome);
  const asked = bestRequest(book.examples, one.step, response);
  if (response === undefined || asked === undefined) return undefined;
  return {
    request: fittedRequest(asked.recorded.request, one.step, values, setting),
    response: fittedResponse(response.recorded.response, one, values, setting),
    source: asked.recorded.id,
    isVerbatim: false,
  };
}

/** A message that shows what an exchange with an outcome looks like, for transitions that the run has not taken. */
export const exampleOf = (
  { examples }: ExampleBook,
  exchange: ExchangeName,
  outcome: OutcomeName,
): Example | undefined =>
  [...examples].sort(shorter).find(({ recorded }) => recorded.exchange === exchange && recorded.outcome === outcome);

/** The recorded exchange at the same place of the recording that the run follows so far. */
function verbatim({ told }: ExampleBook, taken: readonly Taken[], place: number): RecordedExchange | undefined {
  const texts = taken.slice(0, place + 1).map(({ step }) => textOfStep(step));
  for (const { scenario, recording } of told.values()) {
    if (!follows(texts, scenario.steps)) continue;
    const requests = scenario.steps.slice(0, place + 1).filter(({ kind }) => kind === 'request');
    return recording.steps[requests.length - 1];
  }
  return undefined;
}

const follows = (texts: readonly string[], steps: readonly Step[]): boolean =>
  texts.every((text, index) => {
    const step = steps[index];
    return step !== undefined && textOfStep(step) === text;
  });

const likeness = (one: RequestStep, other: RequestStep): number =>
  Object.entries(one.facts).filter(([name, value]) => other.facts[name] === value).length;

/** Long assertions hide what a message says, so of examples that are as good the shortest is shown. */
const shorter = (one: Example, other: Example): number => size(one) - size(other);
const size = ({ recorded }: Example): number => JSON.stringify(recorded.request).length;

function bestResponse(examples: readonly Example[], step: RequestStep, outcome: OutcomeName): Example | undefined {
  const fitting = examples.filter(
    ({ recorded }) => recorded.exchange === step.exchange && recorded.outcome === outcome,
  );
  return best(fitting, step);
}

/** A request with the same facts; failing that, the one that was answered so. */
function bestRequest(
  examples: readonly Example[],
  step: RequestStep,
  response: Example | undefined,
): Example | undefined {
  const same = examples.filter(
    (one) => one.step.exchange === step.exchange && one.step.facts.violation === step.facts.violation,
  );
  return best(same, step) ?? response;
}

const best = (fitting: readonly Example[], step: RequestStep): Example | undefined =>
  [...fitting].sort((one, other) => likeness(other.step, step) - likeness(one.step, step) || shorter(one, other))[0];
