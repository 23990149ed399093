/** A step of a limit case: an input of the suite, perhaps with something special about it, or a wait. */
import type { DeliveryMethod } from '../../../model/index.ts';
import type { SuiteInputName } from './suite-input.ts';

export type SuiteStep = InputStep | WaitStep | HandoverStep;

export interface InputStep {
  readonly input: SuiteInputName;
  /** How often the input is given; once unless set. Each time is observed. */
  readonly times?: number;
  /** By which method a passcode is delivered; by email unless set. */
  readonly method?: DeliveryMethod;
  /** Length of the request body, to which a parameter that nobody knows fills it up. */
  readonly bodyBytes?: number;
  /** The client authenticates with an assertion that claims this life. */
  readonly assertionLifeSeconds?: number;
  /** The answer's `code_length` and the length of the passcode that was received are observed too. */
  readonly observesCode?: true;
}

export interface WaitStep {
  /** Lets time pass until so many seconds after the start of the case. */
  readonly untilSeconds: number;
}

/** The gateway refuses every message of this case; observed is how often it was asked before nothing more came. */
export interface HandoverStep {
  readonly countsHandovers: true;
}

/** What a tester observes at a step, as text: the answer, and what else the step asks for. */
export type Observation = string;

/** The observation of a passcode: what was announced and what was received. */
export const codeObservation = (answer: string, announced: number, received: number): Observation =>
  `${answer}, announced ${announced}, received ${received}`;

/** The observation of a gateway that refuses. */
export const handoverObservation = (count: number): Observation => `${count} attempts`;
