/** What is put into the page when it is generated, beside the program. */
import type { MachineName, Recording, RequirementId } from '../../../model/index.ts';
import type { Trace } from '../../emit/trace/trace.ts';
import type { Lane } from '../run/arrows.ts';

export interface PageData {
  /** SHA-256 of the machines and of what they are connected by, in hexadecimal. */
  readonly digest: string;
  readonly recordings: readonly Recording[];
  /** SVG of each machine at each level. */
  readonly charts: Readonly<Record<MachineName, { readonly overview: string; readonly detail: string }>>;
  /** Style of the charts, for those that leave the page. */
  readonly chartStyle: string;
  readonly shown: readonly ShownByScenario[];
  /** What the model checker found. */
  readonly traces: readonly Trace[];
  /** Where the draft says each sentence; empty as long as there is no draft. */
  readonly sentenceLinks: Readonly<Partial<Record<RequirementId, string>>>;
}

/** What a scenario shows, and how many steps have to be taken to see it first. */
export interface ShownByScenario {
  readonly id: string;
  readonly lanes: readonly Lane[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly requirements: Readonly<Record<string, number>>;
  /** By `machine: transition`. */
  readonly transitions: Readonly<Record<string, number>>;
}

/** The element that the data stand in. */
export const dataElementId = 'page-data';
