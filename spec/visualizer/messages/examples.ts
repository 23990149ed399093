/**
 * Messages for the steps of a run. A run that follows a recording shows it word for word; any other shows recorded
 * messages of the same kind, with the handle, the passcodes and the limits of this run put in.
 */
import type { ExchangeName, OutcomeName, RecordedExchange, Recording } from '../../../model/index.ts';
import { changesOf, type Setting } from '../run/setting.ts';
import type { RequestStep, Step, ToldStep } from '../run/step.ts';
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
  /** By the name of the recording and of the scenario that tells it. */
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

/** A run, as far as its messages depend on it. */
export interface Told {
  readonly taken: readonly Taken[];
  readonly setting: Setting;
  /** The scenario that it began as. */
  readonly scenario?: string | undefined;
}

/** The message of a step of a run, by its place from 0; undefined for steps that are no requests. */
export function messageOf(book: ExampleBook, told: Told, place: number): Message | undefined {
  const one = told.taken[place];
  if (one?.step.kind === 'told') return toldMessage(one.step);
  if (one === undefined || one.step.kind !== 'request' || one.outcome === undefined) return undefined;
  const recorded = verbatim(book, told, place);
  if (recorded?.outcome === one.outcome) {
    return { request: recorded.request, response: recorded.response, source: recorded.id, isVerbatim: true };
  }
  const values = valuesOf(book.examples, told.taken, place, told.scenario);
  const response = bestResponse(book.examples, one.step, one.outcome);
  const asked = bestRequest(book.examples, one.step, response);
  if (response === undefined || asked === undefined) return undefined;
  return {
    request: fittedRequest(asked.recorded.request, one.step, values, told.setting),
    response: fittedResponse(response.recorded.response, one, values, told.setting),
    source: asked.recorded.id,
    isVerbatim: false,
  };
}

/** A trace brings its messages along. */
function toldMessage({ tells: { messages } }: ToldStep): Message | undefined {
  if (messages === undefined) return undefined;
  const { request, response, sources } = messages;
  return { request, response, source: sources.join(' and '), isVerbatim: false };
}

/** A message that shows what an exchange with an outcome looks like, for transitions that the run has not taken. */
export const exampleOf = (
  { examples }: ExampleBook,
  exchange: ExchangeName,
  outcome: OutcomeName,
): Example | undefined =>
  [...examples].sort(shorter).find(({ recorded }) => recorded.exchange === exchange && recorded.outcome === outcome);

/** The recorded exchange at the same place, as long as the run is the recording's: same steps, same rules. */
function verbatim(
  { told }: ExampleBook,
  { taken, setting, scenario: id }: Told,
  place: number,
): RecordedExchange | undefined {
  const found = id === undefined ? undefined : told.get(id);
  if (found === undefined || !isSame(found.scenario.setting, setting)) return undefined;
  const texts = taken.slice(0, place + 1).map(({ step }) => textOfStep(step));
  if (!follows(texts, found.scenario.steps)) return undefined;
  const requests = found.scenario.steps.slice(0, place + 1).filter(({ kind }) => kind === 'request');
  return found.recording.steps[requests.length - 1];
}

const isSame = (one: Setting, other: Setting): boolean =>
  JSON.stringify(changesOf(one)) === JSON.stringify(changesOf(other));

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
