/** What the model says, as the suite and everybody else can read it: the JSON files under `generated/`. */
import { readFileSync } from 'node:fs';
import type { RequirementReference } from './options.ts';

/** The content of a generated file. Its shape is the emitter's promise. */
export const generatedJson = <Shape>(path: string): Shape =>
  JSON.parse(readFileSync(new URL(`../../generated/${path}`, import.meta.url), 'utf8')) as Shape;

export interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly actor: string;
  readonly text: string;
  readonly attachedTo: { readonly admissionRules: readonly string[]; readonly outcomes: readonly string[] };
}

export interface ExchangeCase {
  readonly id: string;
  readonly exchange: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly status: number;
  readonly error?: string;
  readonly headers: readonly string[];
}

export interface StateSuite {
  readonly policy: { readonly limits: Readonly<Record<string, number>> };
  readonly digest: string;
  readonly inputs: readonly StateInput[];
  readonly outputs: readonly string[];
  readonly limits: readonly LimitRow[];
  readonly tests: readonly (readonly [inputs: readonly number[], outputs: readonly number[]])[];
}

export interface StateInput {
  readonly name: string;
  readonly kind: string;
  readonly sender?: 'same' | 'other' | 'nobody';
  readonly option?: 'onFile' | 'none' | 'unoffered' | 'missing';
  readonly code?: 'newest' | 'earlier' | 'wrong' | 'missing';
  readonly until?: 'interval' | 'code' | 'transaction';
  readonly words: string;
}

export interface LimitRow {
  readonly limit: string;
  readonly value: number;
  readonly unseen?: string;
  readonly cases?: readonly { readonly steps: readonly LimitStep[]; readonly expected: readonly string[] }[];
}

/** A step of a case about a limit; which members it has says what is done. */
export interface LimitStep {
  readonly input?: string;
  readonly times?: number;
  readonly method?: string;
  readonly bodyBytes?: number;
  readonly assertionLifeSeconds?: number;
  readonly observesCode?: boolean;
  readonly untilSeconds?: number;
  readonly countsHandovers?: boolean;
}

/** All requirements, by id. */
export const requirements: ReadonlyMap<string, Requirement> = new Map(
  generatedJson<{ requirements: readonly Requirement[] }>('requirements.json').requirements.map((one) => [one.id, one]),
);

const sections = generatedJson<Record<string, { section: string }>>('draft/requirement-sections.json');

/**
 * A requirement as a verdict names it.
 *
 * @throws Error for an id that nobody knows
 */
export function reference(id: string): RequirementReference {
  const found = requirements.get(id);
  if (found === undefined) throw new Error(`there is no requirement ${id}`);
  return { id, sentence: found.text, section: sections[id]?.section ?? 'not in the draft' };
}

/** The ids of the requirements that a rule of the front door keeps. */
export const requirementsOfRule = (rule: string): string[] =>
  [...requirements.values()].filter(({ attachedTo }) => attachedTo.admissionRules.includes(rule)).map(({ id }) => id);

/** The ids of the requirements that an outcome keeps. */
export const requirementsOfOutcome = (outcome: string): string[] =>
  [...requirements.values()].filter(({ attachedTo }) => attachedTo.outcomes.includes(outcome)).map(({ id }) => id);

/** The cases of the front door. */
export const exchangeCases = (): readonly ExchangeCase[] =>
  generatedJson<{ cases: readonly ExchangeCase[] }>('tests/exchange-cases.json').cases;

/** The complete state suite. */
export const stateSuite = (): StateSuite => generatedJson<StateSuite>('tests/complete-suite.json');

/** JSON Schemas of the messages, by the name of their file. */
export const messageSchema = (name: string): object => generatedJson<object>(`schemas/${name}.schema.json`);
