/** Which client generators make a working client of the OpenAPI documents, as it was measured. */
import { errors } from '../../model/vocabulary/index.ts';

export const openApiVersions = ['3.0', '3.1'] as const;
export type OpenApiVersion = (typeof openApiVersions)[number];

/** What is tried with a client, in order; the first two are not played. */
export const steps = [
  'generate',
  'compile',
  'identify',
  'deliver',
  'redeem',
  'refresh',
  'usage',
  errors.invalidUserCode.name,
  errors.slowDown.name,
  errors.invalidClient.name,
  'unknown error',
  'undefined',
  'retryAfter',
] as const;
export type Step = (typeof steps)[number];
export type PlayedStep = Exclude<Step, 'generate' | 'compile'>;

/** `ok`, `not reached`, `not in the document`, or what went wrong. */
export type Verdict = string;

export type Cell = Readonly<Record<Step, Verdict>>;

export interface MeasuredSetUp {
  readonly name: string;
  /** Packages with their versions, the generator first. */
  readonly packages: readonly string[];
  /** What is wrong with the generator whatever the document says. */
  readonly defects: readonly string[];
  readonly documents: Readonly<Record<OpenApiVersion, Cell>>;
}

/** The measured file, without the digest of what was measured. */
export interface GeneratorMatrix {
  readonly setUps: readonly MeasuredSetUp[];
  readonly validators: readonly {
    readonly name: string;
    readonly documents: Readonly<Record<OpenApiVersion, Verdict>>;
  }[];
  readonly notRun: readonly { readonly name: string; readonly reason: string }[];
  /** Faults that were planted in the document, each with the set-up that stumbled and where. */
  readonly plantedFaults: readonly {
    readonly fault: string;
    readonly setUp: string;
    readonly seenAt: string;
    readonly symptom: string;
  }[];
}

/** Steps that say how careful one has to be with a client, and not whether it works. */
const comfort: ReadonlySet<Step> = new Set(['undefined', 'retryAfter']);

export interface CellFault {
  readonly step: Step;
  readonly symptom: Verdict;
}

/** The first step of a cell that went wrong, if one did. */
export function firstFault(cell: Cell): CellFault | undefined {
  const step = steps.find((name) => !comfort.has(name) && !['ok', 'not in the document'].includes(cell[name]));
  return step === undefined ? undefined : { step, symptom: cell[step] };
}

/** All that is wrong with a client: what makes it fail, or else what one has to be careful with. */
export function faultsOf(cell: Cell): readonly CellFault[] {
  const fault = firstFault(cell);
  if (fault !== undefined) return [fault];
  return cell.undefined === 'ok' ? [] : [{ step: 'undefined', symptom: cell.undefined }];
}
