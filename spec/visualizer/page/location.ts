/** The address bar always holds the run; an address that is opened brings the run back. */
import { readFailedCheck } from '../failure/read-failed-check.ts';
import { linkText, readLink } from '../run/link.ts';
import { canContrast, type Library, type Scene } from './scene.ts';
import { currentRun, type RunState, type State, type Store, withRun } from './state.ts';

/** The fragment of what is shown. */
function fragmentOf(state: State, digest: string): string {
  const { name, setting, steps, at, scenario, isContrasted, received } = currentRun(state);
  return `#${linkText(
    {
      setting,
      steps,
      at,
      ...(scenario === undefined ? {} : { scenario }),
      ...(received === undefined ? {} : { received, title: name }),
      isContrasted: isContrasted && canContrast(setting),
    },
    digest,
  )}`;
}

/** The whole address, to be sent to somebody. */
export const addressOf = ({ state, library }: Scene): string =>
  location.href.split('#')[0] + fragmentOf(state, library.data.digest);

/** The run that the address names; undefined when it names none. */
export function runInAddress({ data, scenarios }: Library): { run: RunState; notices: readonly string[] } | undefined {
  const read = readFailedCheck(location.hash, data.digest) ?? readLink(location.hash, data.digest);
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
  addEventListener('hashchange', () => {
    if (location.hash === own) return;
    const opened = runInAddress(library);
    if (opened === undefined) return;
    const runs = withRun(store.state.runs, opened.run);
    store.change({
      runs,
      current: runs.length - 1,
      notices: opened.notices,
      pointed: undefined,
      requirement: undefined,
    });
  });
  return (state) => {
    const next = fragmentOf(state, library.data.digest);
    if (next === own) return;
    own = next;
    try {
      history.replaceState(null, '', next);
    } catch {
      // A browser allows so many changes in a while; the next one will come through, and “Copy link” needs none.
    }
  };
}
