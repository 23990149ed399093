/** What block splices draw on: recordings, traces, and what the prose says about attacks. */
import type { RequirementId } from '../../../model/index.ts';
import type { AttackId } from '../../draft/checklists.ts';
import type { Recording } from '../recording.ts';
import type { Trace } from '../trace/trace.ts';
import type { Block, Inlines } from './tree.ts';

/** What was played and proved, and is shown. */
export interface Evidence {
  readonly recordings: readonly Recording[];
  /** Attacks that appear without a mitigation, and those that remain. */
  readonly traces: readonly Trace[];
}

export interface SpliceContext extends Evidence {
  /** The section in which each requirement is stated, by its anchor. */
  readonly statedIn: ReadonlyMap<string, string>;
  /** The requirements that the entry of each attack cites, in the order of the text. */
  readonly answeredBy: ReadonlyMap<AttackId, readonly RequirementId[]>;
  /** The section in which each trace is told, by its anchor. */
  readonly toldIn: ReadonlyMap<string, string>;
}

/** What comes of an anchor that stands alone; undefined when its arguments name nothing. */
export type BlockSplice = (args: readonly string[], context: SpliceContext) => readonly Block[] | undefined;

/** A table, by the name that prose gives it. */
export interface TableSplice {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: (context: SpliceContext) => readonly (readonly Inlines[])[];
}
