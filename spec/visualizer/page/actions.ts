/** Everything a reader can do. */
import type { AnyMitigation, LimitName, MachineName, RequirementId } from '../../../model/index.ts';
import { decisiveMove, type Pointed, transitionsTaken } from '../run/headline.ts';
import type { Heed, Setting } from '../run/setting.ts';
import type { Step } from '../run/step.ts';
import type { Taken } from '../run/take.ts';
import { deadlinesOf } from '../run/world.ts';
import type { Scenario } from '../scenarios/index.ts';
import { bringRunIntoView } from './drawing.ts';
import { type Library, playedOf, sceneOf } from './scene.ts';
import { currentRun, type Display, type RunState, type State, type Store, withRun } from './state.ts';

export interface Actions {
  /** Opens a scenario, where it is best begun or after so many steps. */
  readonly open: (scenario: Scenario, at?: number) => void;
  readonly go: (at: number) => void;
  readonly forward: () => void;
  readonly back: () => void;
  /** Takes a step from where the reader stands. Steps that lay ahead stay in a run of their own. */
  readonly fire: (step: Step) => void;
  /** Lets the next timer end. */
  readonly advance: () => void;
  /** Copies the run up to here, to try something else. */
  readonly fork: () => void;
  /** Back to the beginning, without steps, under the recommended rules. */
  readonly reset: (setting: Setting) => void;
  readonly switchRun: (index: number) => void;
  readonly setLimit: (name: LimitName, value: number) => void;
  readonly setMitigation: (name: AnyMitigation, isOn: boolean) => void;
  readonly setHeed: (heed: Heed) => void;
  readonly setSetting: (setting: Setting) => void;
  readonly setContrast: (isContrasted: boolean) => void;
  /** Shows a machine, and goes on showing it whatever the steps are about. */
  readonly show: (machine: MachineName | 'all', display?: Display) => void;
  /** Shows one of several machines of a kind, in the world of a trace. */
  readonly showMember: (machine: MachineName, member: string) => void;
  readonly followSteps: () => void;
  readonly point: (pointed: Pointed) => void;
  /** Goes to the step after which a machine is in a state. */
  readonly enter: (machine: MachineName, state: string) => void;
  readonly cite: (requirement: RequirementId) => void;
}

/** The actions on a store. */
export function actionsOn(store: Store, library: Library): Actions {
  const run = (): RunState => currentRun(store.state);
  const go = (at: number): void => {
    const place = Math.max(0, Math.min(at, run().steps.length));
    store.changeRun({ at: place });
    follow(place);
  };
  const follow = (place: number): void => {
    const taken = playedOf(run().setting, run().steps).taken[place - 1];
    const machine = taken === undefined ? undefined : machineOf(taken);
    if (store.state.isFollowing && machine !== undefined) store.change({ machine });
  };
  const add = (next: RunState): void => {
    const runs = withRun(store.state.runs, next);
    store.change({ runs, current: runs.length - 1, pointed: undefined, requirement: undefined, member: undefined });
  };
  const rule = (change: (setting: Setting) => Setting): void => store.changeRun({ setting: change(run().setting) });
  const fire = (step: Step): void => {
    const { steps, at, received: _past, ...rest } = run();
    const taken = [...steps.slice(0, at), step];
    if (at < steps.length) add({ ...rest, name: `${rest.name}, from step ${at}`, steps: taken, at: taken.length });
    else store.changeRun({ steps: taken, at: taken.length });
    follow(taken.length);
  };
  return {
    open: (scenario, at = placeToOpen(scenario)) => {
      const { id, title, setting, steps, group } = scenario;
      const isContrasted = group === 'attack' || group === 'trace';
      add({ name: title, scenario: id, setting, steps, at, isContrasted });
      store.change({ notices: [] });
      follow(at);
      bringRunIntoView();
    },
    go,
    forward: () => go(run().at + 1),
    back: () => go(run().at - 1),
    fire,
    advance: () => {
      const [next] = deadlinesOf(sceneOf(library, store.state).world);
      if (next !== undefined) fire({ kind: 'event', machine: next.machine, event: { type: next.event } });
    },
    fork: () => {
      const { steps, at, received: _past, ...rest } = run();
      add({ ...rest, name: `${rest.name}, from step ${at}`, steps: steps.slice(0, at), at });
    },
    reset: (setting) => add({ name: 'A run of your own', setting, steps: [], at: 0, isContrasted: false }),
    switchRun: (current) => store.change({ current, pointed: undefined, requirement: undefined, member: undefined }),
    setLimit: (name, value) =>
      rule(({ policy, ...rest }) => ({ ...rest, policy: { ...policy, limits: { ...policy.limits, [name]: value } } })),
    setMitigation: (name, isOn) =>
      rule(({ policy, ...rest }) => ({
        ...rest,
        policy: { ...policy, switches: { ...policy.switches, [name]: isOn } },
      })),
    setHeed: (heed) => rule((setting) => ({ ...setting, heed })),
    setSetting: (setting) => rule(() => setting),
    setContrast: (isContrasted) => store.changeRun({ isContrasted }),
    show: (machine, display = store.state.display) => {
      const isSame = machine === store.state.machine;
      store.change({ machine, display, isFollowing: isSame && store.state.isFollowing });
    },
    showMember: (machine, member) => store.change({ machine, member, isFollowing: false }),
    followSteps: () => {
      store.change({ isFollowing: true });
      follow(run().at);
    },
    point: (pointed) => {
      const place = placeOf(store.state, pointed);
      if (place !== undefined && place !== run().at) store.changeRun({ at: place });
      store.change({ pointed, requirement: undefined, machine: pointed.machine });
    },
    enter: (machine, state) => {
      const { taken } = playedOf(run().setting, run().steps);
      const isThere = (value = ''): boolean => value === state || value.startsWith(`${state}.`);
      const place = taken.findIndex(({ after }) => isThere(after.snapshots[machine].value));
      if (place >= 0) store.changeRun({ at: place + 1 });
    },
    cite: (requirement) => store.change({ requirement }),
  };
}

/** A story is opened at its beginning; an attack at its end, where what it comes to stands beside what would have been. */
const placeToOpen = ({ group, steps }: Scenario): number =>
  group === 'attack' || group === 'trace' ? steps.length : 0;

/** The machine that a step is about: the transaction when it takes part, else the one that decided. */
function machineOf(taken: Taken): MachineName | undefined {
  if (taken.moves.some(({ machine, transition }) => machine === 'transaction' && transition !== undefined))
    return 'transaction';
  const decisive = decisiveMove(taken)?.machine;
  const isTurnedAway = taken.step.kind === 'request' && taken.step.facts.violation !== 'none';
  return decisive === 'admission' && !isTurnedAway ? undefined : decisive;
}

/** Where in the run a transition is taken: here, else before, else later. */
function placeOf(state: State, { machine, transition }: Pointed): number | undefined {
  const { setting, steps, at } = currentRun(state);
  const places = playedOf(setting, steps).taken.flatMap((taken, index) =>
    transitionsTaken(taken).some((one) => one.machine === machine && one.transition === transition) ? [index + 1] : [],
  );
  return places.findLast((place) => place <= at) ?? places[0];
}
