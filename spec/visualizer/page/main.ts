/** Starts the page: reads its data, draws its panes, and listens. */
import { packedIn } from '../traces/trace-link.ts';
import { actionsOn } from './actions.ts';
import { announcer } from './announce.ts';
import { chartPane } from './chart-pane.ts';
import { finishDrawing } from './drawing.ts';
import { byId, el, fill } from './element.ts';
import { help } from './help.ts';
import { icon } from './icon.ts';
import { listenToKeys } from './keyboard.ts';
import { libraryPane } from './library-pane.ts';
import { linkedTraceRun, type WithTrace, withLinkedTrace } from './linked-trace.ts';
import { addressKeeper, type Opened, runInAddress } from './location.ts';
import { messagePane } from './message-pane.ts';
import { nextPane } from './next-pane.ts';
import { dataElementId, type PageData } from './page-data.ts';
import { promiseLamp } from './promises.ts';
import { type Library, libraryOf, type Scene, sceneOf } from './scene.ts';
import { sentencePane } from './sentence-pane.ts';
import { sequencePane } from './sequence-pane.ts';
import { createStore, noFilter, type RunState, type State, type Store } from './state.ts';
import { stepPane } from './step-pane.ts';
import { topBar } from './top-bar.ts';
import { transport } from './transport.ts';

const ownData = JSON.parse(byId(dataElementId).textContent ?? '') as PageData; // written by our own emitter
if (packedIn(location.hash) === undefined) start({ data: ownData, notices: [] });
else void withLinkedTrace(ownData).then(start);

function start({ data, linked, notices: found }: WithTrace): void {
  const library = libraryOf(data);
  const linkedRun = linked === undefined ? undefined : linkedTraceRun(library, linked.id);
  const opened: Opened = runInAddress(library) ?? linkedRun ?? { run: firstRun(library), notices: [] };
  const first: State = {
    runs: [opened.run],
    current: 0,
    machine: 'transaction',
    display: 'overview',
    member: undefined,
    isFollowing: true,
    pointed: undefined,
    requirement: opened.requirement,
    library: 'scenarios',
    message: 'http',
    filter: noFilter,
    notices: [...found, ...opened.notices],
    linkedTrace: linked,
  };

  const store = createStore(first, draw);
  const actions = actionsOn(store, library);
  const scene = (): Scene => sceneOf(library, store.state);
  const openHelp = help();
  const panes = [
    transport(actions),
    promiseLamp(actions),
    chartPane(actions),
    sequencePane(actions),
    stepPane(actions),
    messagePane(store),
    sentencePane(actions),
    libraryPane(store, actions),
    nextPane(actions),
    announcer(),
    (now: Scene) => notices(now, store),
  ];
  const keepAddress = addressKeeper(store, library);

  function draw(state: State): void {
    const now = sceneOf(library, state);
    for (const pane of panes) pane(now);
    finishDrawing();
    keepAddress(state);
  }

  // What scrolls can be reached and read with keys alone.
  for (const body of document.querySelectorAll<HTMLElement>('.pane-body, .chart-body')) {
    body.tabIndex = 0;
    body.setAttribute('role', body.id === 'library-body' || body.id === 'chart-body' ? 'tabpanel' : 'region');
    if (!body.hasAttribute('aria-labelledby')) body.setAttribute('aria-labelledby', body.id.replace('-body', '-title'));
  }
  draw(store.state);
  topBar(scene, openHelp);
  listenToKeys(actions, scene, () => {
    store.change({ library: 'scenarios' });
    setTimeout(() => document.getElementById('search')?.focus());
  });
  for (const link of document.querySelectorAll<HTMLElement>('[data-goto]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault(); // the fragment of the address is the run's
      byId(link.dataset.goto ?? '').scrollIntoView({ block: 'start' });
    });
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-walk]')) {
    const way = button.dataset.walk === 'back' ? 'back' : 'forward';
    button.append(icon(way));
    button.addEventListener('click', actions[way]);
  }
  performance.mark('interactive');
}

/** The story that everything has to tell, from its beginning. */
function firstRun({ scenarios }: Library): RunState {
  const [story] = scenarios;
  if (story === undefined) throw new Error('the page has no scenario');
  const { id, title, setting, steps } = story;
  return { name: title, scenario: id, setting, steps, at: 0, isContrasted: false };
}

function notices({ state }: Scene, store: Store): void {
  const box = byId('notices');
  box.hidden = state.notices.length === 0;
  fill(
    box,
    ...state.notices.map((words) => el('p', {}, words)),
    el(
      'button',
      { type: 'button', class: 'plain', key: 'dismiss', onclick: () => store.change({ notices: [] }) },
      'Dismiss',
    ),
  );
}
