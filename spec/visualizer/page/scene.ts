/** Everything that follows from the state and that more than one pane needs; computed once for each drawing. */
import { type ExampleBook, exampleBook, type Message, messageOf } from '../messages/examples.ts';
import { type Broken, brokenBy, type Played, play, worldAt } from '../run/play.ts';
import { changesOf, type Setting, settingWith } from '../run/setting.ts';
import type { Step } from '../run/step.ts';
import { type ToldLookup, textOfSteps } from '../run/step-text.ts';
import { type Taken, take } from '../run/take.ts';
import type { World } from '../run/world.ts';
import { allScenarios, type Scenario, stepsBeside, toldStepIn } from '../scenarios/index.ts';
import { withShown } from '../traces/cast.ts';
import type { PageData } from './page-data.ts';
import { currentRun, type RunState, type State } from './state.ts';

/** What never changes while the page is open. */
export interface Library {
  readonly data: PageData;
  readonly scenarios: readonly Scenario[];
  readonly book: ExampleBook;
  readonly told: ToldLookup;
}

export interface Scene {
  readonly library: Library;
  readonly state: State;
  readonly run: RunState;
  readonly scenario: Scenario | undefined;
  readonly played: Played;
  /** The step the reader stands on; undefined before the first. */
  readonly taken: Taken | undefined;
  readonly world: World;
  /** The same steps with every mitigation on and a careful customer, when they are shown beside. */
  readonly contrast: Played | undefined;
}

export function libraryOf(data: PageData): Library {
  const scenarios = allScenarios(data.recordings, data.traces);
  return { data, scenarios, book: exampleBook(data.recordings, scenarios), told: toldStepIn(data.traces) };
}

const known = new Map<string, Played>();
const knownLimit = 40;

/** Plays, or remembers. A run that grew by one step plays that step only. */
export function playedOf(setting: Setting, steps: readonly Step[]): Played {
  const key = keyOf(setting, steps);
  const before = known.get(key);
  if (before !== undefined) return before;
  const shorter = known.get(keyOf(setting, steps.slice(0, -1)));
  const played = shorter === undefined ? play(setting, steps) : grown(shorter, steps);
  known.set(key, played);
  const [oldest] = known.keys();
  if (known.size > knownLimit && oldest !== undefined) known.delete(oldest);
  return played;
}

function grown(shorter: Played, steps: readonly Step[]): Played {
  const last = steps.at(-1);
  if (last === undefined) return shorter;
  const taken = [...shorter.taken, take(shorter.engine, worldAt(shorter, steps.length - 1), last)];
  return { ...shorter, taken, broken: brokenBy(taken, shorter.setting.policy) };
}

const keyOf = (setting: Setting, steps: readonly Step[]): string =>
  `${JSON.stringify(changesOf(setting))} ${textOfSteps(steps)}`;

/** The setting beside which an attack is shown: the same limits, and nothing left out. */
export const contrastOf = (setting: Setting): Setting => settingWith({ limits: changesOf(setting).limits });

/** Whether a run leaves anything out, and is run, so that the same steps with it can be put beside them. */
export function canContrast({ setting, steps }: Pick<RunState, 'setting' | 'steps'>): boolean {
  if (steps.some((step) => step.kind === 'told' && step.attempt === undefined)) return false;
  const { off, heed } = changesOf(setting);
  return off.length > 0 || heed !== contrastOf(setting).heed;
}

export function sceneOf(library: Library, state: State): Scene {
  const run = currentRun(state);
  const played = playedOf(run.setting, run.steps);
  const isContrasted = run.isContrasted && canContrast(run);
  return {
    library,
    state,
    run,
    scenario: library.scenarios.find(({ id }) => id === run.scenario),
    played,
    taken: played.taken[run.at - 1],
    world: shownWorld(worldAt(played, run.at), state),
    contrast: isContrasted ? playedOf(contrastOf(run.setting), stepsBeside(run.steps)) : undefined,
  };
}

const shownWorld = (world: World, { member }: State): World =>
  member === undefined ? world : withShown(world, member);

/** The message of the step at a place of a run, from 0. */
export const messageAt = ({ library, run }: Scene, { taken, setting }: Played, place: number): Message | undefined =>
  messageOf(library.book, { taken, setting, scenario: run.scenario }, place);

/** What is broken so far. */
export const brokenSoFar = ({ played, run }: Scene): readonly Broken[] => played.broken.filter(({ at }) => at < run.at);

/** Title of a step of the run: the scenario's own, while the run follows it. */
export function titleOf({ scenario, run }: Scene, place: number): string | undefined {
  const step = run.steps[place];
  const told = scenario?.steps[place];
  if (scenario === undefined || step === undefined || told === undefined) return undefined;
  return textOfSteps([step]) === textOfSteps([told]) ? scenario.titles[place] : undefined;
}
