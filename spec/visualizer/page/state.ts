/** What the page shows: runs, where the reader stands in them, and what is pointed at. Changed by actions only. */
import type { MachineName, RequirementId } from '../../../model/index.ts';
import type { Pointed } from '../run/headline.ts';
import type { Received } from '../run/link.ts';
import type { Setting } from '../run/setting.ts';
import type { Step } from '../run/step.ts';

export interface RunState {
  /** What the run is called in the list of runs. */
  readonly name: string;
  readonly setting: Setting;
  readonly steps: readonly Step[];
  /** How many steps are taken. */
  readonly at: number;
  /** The scenario that it began as. */
  readonly scenario?: string;
  readonly isContrasted: boolean;
  readonly received?: Received;
}

export type Display = 'overview' | 'detail' | 'table';
export type LibraryTab = 'scenarios' | 'sentences' | 'rules';
export type MessageTab = 'http' | 'curl';

export interface Filter {
  readonly text: string;
  readonly lane: string;
  readonly outcome: string;
  readonly requirement: string;
}

export interface State {
  readonly runs: readonly RunState[];
  readonly current: number;
  readonly machine: MachineName | 'all';
  readonly display: Display;
  /** In a trace: which one of several machines of a kind is shown; else the one that something happened to last. */
  readonly member: string | undefined;
  /** A trace that came with the link, packed, so that links that are copied have it too. */
  readonly linkedTrace: { readonly id: string; readonly packed: string } | undefined;
  /** The chart shows the machine that a step is about; until a reader chooses one. */
  readonly isFollowing: boolean;
  /** A transition that was pointed at; without one, what the step did. */
  readonly pointed: Pointed | undefined;
  readonly requirement: RequirementId | undefined;
  readonly library: LibraryTab;
  readonly message: MessageTab;
  readonly filter: Filter;
  /** What the reader has to be told about the link that was opened. */
  readonly notices: readonly string[];
}

export interface Store {
  readonly state: State;
  /** Changes the state; the page is drawn again when the action is over. */
  change(changes: Partial<State>): void;
  /** Changes the run that is looked at; what was pointed at is forgotten. */
  changeRun(changes: Partial<RunState>): void;
}

/** @param draw called once after all changes of one action */
export function createStore(first: State, draw: (state: State) => void): Store {
  let state = first;
  let isWaiting = false;
  const change = (changes: Partial<State>): void => {
    state = { ...state, ...changes };
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      draw(state);
    });
  };
  return {
    get state() {
      return state;
    },
    change,
    changeRun: (changes) => {
      const runs = state.runs.map((run, index) => (index === state.current ? { ...run, ...changes } : run));
      change({ runs, pointed: undefined, requirement: undefined, member: undefined });
    },
  };
}

export const noFilter: Filter = { text: '', lane: '', outcome: '', requirement: '' };

/** The run that is looked at. */
export function currentRun({ runs, current }: State): RunState {
  const run = runs[current];
  if (run === undefined) throw new Error(`there is no run ${current}`);
  return run;
}

const runLimit = 8;

/** The runs with another one; the oldest are forgotten. */
export const withRun = (runs: readonly RunState[], next: RunState): readonly RunState[] => [
  ...runs.slice(-(runLimit - 1)),
  next,
];
