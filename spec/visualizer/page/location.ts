/** The address bar always holds the run; an address that is opened brings the run back. */
import type { RequirementId } from '../../../model/index.ts';
import { readFailedCheck } from '../failure/read-failed-check.ts';
import { linkText, readLink } from '../run/link.ts';
import { sentenceIn } from '../run/sentence-link.ts';
import { packedIn, traceMember } from '../traces/trace-link.ts';
import { canContrast, type Library, type Scene } from './scene.ts';
import { currentRun, type RunState, type State, type Store, withRun } from './state.ts';

/** The fragment of what is shown. */
function fragmentOf(state: State, digest: string): string {
  const run = currentRun(state);
  const { name, setting, steps, at, scenario, isContrasted, received } = run;
  const own = state.linkedTrace !== undefined && isAbout(run, state.linkedTrace.id);
  const packed = own ? `&${traceMember}=${state.linkedTrace?.packed}` : '';
  return `#${linkText(
    {
      setting,
      steps,
      at,
      ...(scenario === undefined ? {} : { scenario }),
      ...(received === undefined ? {} : { received, title: name }),
      isContrasted: isContrasted && canContrast(run),
    },
    digest,
  )}${packed}`;
}

const isAbout = ({ steps }: RunState, trace: string): boolean =>
  steps.some((step) => step.kind === 'told' && step.trace === trace);

/** The whole address, to be sent to somebody. */
export const addressOf = ({ state, library }: Scene): string =>
  location.href.split('#')[0] + fragmentOf(state, library.data.digest);

export interface Opened {
  readonly run: RunState;
  readonly notices: readonly string[];
  /** The sentence that the address is about. */
  readonly requirement?: RequirementId;
}

/** The run that the address names; undefined when it names none. */
export function runInAddress(library: Library): Opened | undefined {
  const sentence = sentenceIn(location.hash);
  return sentence === undefined ? linkedRun(library) : runShowing(sentence, library);
}

/** The first scenario that shows a sentence, at the step that does; the first of all when none does. */
function runShowing(requirement: RequirementId, { data, scenarios }: Library): Opened | undefined {
  const shown = data.shown.find(({ requirements }) => requirement in requirements);
  const scenario = scenarios.find(({ id }) => id === shown?.id) ?? scenarios[0];
  if (scenario === undefined) return undefined;
  const { id, title, setting, steps } = scenario;
  const at = shown?.requirements[requirement] ?? 0;
  return { run: { name: title, scenario: id, setting, steps, at, isContrasted: false }, notices: [], requirement };
}

function linkedRun({ data, scenarios, told }: Library): Opened | undefined {
  const read = readFailedCheck(location.hash, data.digest) ?? readLink(location.hash, data.digest, told);
  if (read === undefined) return undefined;
  const { setting, steps, at, scenario, isContrasted = false, received, title, problems } = read;
  const known = scenarios.find(({ id }) => id === scenario);
  return {
    run: {
      name: known?.title ?? title ?? 'A run from a link',
      setting,
      steps,
      at,
      isContrasted,
      ...(known === undefined ? {} : { scenario: known.id }),
      ...(received === undefined ? {} : { received }),
    },
    notices: problems,
  };
}

/** Keeps the address in step; says when somebody else changed it. */
export function addressKeeper(store: Store, library: Library): (state: State) => void {
  let own = '';
  let isWaiting = false;
  addEventListener('hashchange', () => {
    if (location.hash === own) return;
    if (packedIn(location.hash) !== undefined) location.reload(); // the page has to begin with it
    const opened = runInAddress(library);
    if (opened === undefined) return;
    const runs = withRun(store.state.runs, opened.run);
    store.change({
      runs,
      current: runs.length - 1,
      notices: opened.notices,
      pointed: undefined,
      member: undefined,
      requirement: opened.requirement,
    });
  });
  return (state) => {
    const next = fragmentOf(state, library.data.digest);
    if (next === own) return;
    own = next;
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      try {
        history.replaceState(null, '', own);
      } catch {
        // A browser allows so many changes in a while; the next one will come through, and “Copy link” needs none.
      }
    }); // the browser asks another process for it, so the step is drawn first
  };
}
