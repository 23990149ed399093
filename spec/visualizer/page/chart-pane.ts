/** The statecharts: one machine, or all of them, with the states they are in lit. */
import type { MachineName } from '../../../model/index.ts';
import { changedMachines } from '../run/changes.ts';
import { declaredAt, stateSentence } from '../run/headline.ts';
import { definitionOf, machineNames } from '../run/step.ts';
import { membersOf, missingIn, withShown } from '../traces/cast.ts';

import type { Actions } from './actions.ts';
import { adversaryCard } from './adversary-card.ts';
import { lightUp } from './chart-lights.ts';
import { chartTools } from './chart-tools.ts';
import { createChartView, type Figure } from './chart-view.ts';
import { byId, el, fill, spaced } from './element.ts';
import type { Scene } from './scene.ts';
import type { Display } from './state.ts';
import { transitionTable } from './transition-table.ts';

/** The machines in the order in which a reader wants them. */
const tabOrder: readonly MachineName[] = [
  'transaction',
  ...machineNames.filter((name) => name !== 'transaction' && name !== 'admission'),
  'admission',
];

/** Draws the pane; called again after every change. */
export function chartPane(actions: Actions): (scene: Scene) => void {
  const [tabs, tools, body, note] = ['chart-tabs', 'chart-tools', 'chart-body', 'chart-note'].map(byId) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ]; // one for each name
  const view = createChartView(body, actions);
  return (scene) => {
    fill(tabs, tabsOf(scene, actions));
    fill(tools, ...chartTools(scene, actions, view));
    const { machine, display } = scene.state;
    const figures = machine === 'all' ? figuresOf(scene) : [];
    if (machine === 'all') view.showAll(scene, figures, adversaryCard(scene));
    else if (display === 'table') view.showTable(transitionTable(scene, machine, actions));
    else view.show(scene, machine, levelFor(machine, display));
    if (machine !== 'all') lightUp(body, scene, machine);
    else lightFigures(body, scene, figures);
    view.follow(machine === 'all' ? undefined : scene.world.snapshots[machine].value);
    fill(note, noteOf(scene));
  };
}

/** Every machine; in a trace those of its world, each of several by itself. */
function figuresOf({ world }: Scene): Figure[] {
  const { cast } = world;
  if (cast === undefined) return tabOrder.map((machine) => ({ machine, value: world.snapshots[machine].value }));
  return tabOrder.flatMap((machine) =>
    membersOf(cast, machine).map((member) => ({
      machine,
      member,
      value: cast.members[member]?.snapshot.value ?? '',
    })),
  );
}

function lightFigures(body: HTMLElement, scene: Scene, figures: readonly Figure[]): void {
  for (const [place, { machine, member }] of figures.entries()) {
    const figure = body.children[place];
    if (figure === undefined) continue;
    lightUp(figure, member === undefined ? scene : { ...scene, world: withShown(scene.world, member) }, machine);
  }
}

/** A machine with one state has no overview to speak of. */
const levelFor = (machine: MachineName, display: Display): 'overview' | 'detail' =>
  display === 'detail' || Object.keys(definitionOf(machine).states).length === 1 ? 'detail' : 'overview';

function tabsOf({ state, world, taken }: Scene, { show }: Actions): HTMLElement[] {
  const changed = taken === undefined ? new Set<MachineName>() : changedMachines(taken);
  const missing = world.cast === undefined ? new Set<MachineName>() : missingIn(world.cast);
  const tab = (name: MachineName | 'all', label: string, value: string, isChanged: boolean): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: `machine-tab${isChanged ? ' changed' : ''}`,
        'aria-selected': String(state.machine === name),
        tabindex: state.machine === name ? 0 : -1,
        'aria-controls': 'chart-body',
        key: `tab ${name}`,
        onclick: () => show(name),
      },
      el('span', { class: 'machine-name' }, label),
      el('span', { class: 'machine-state' }, value),
      isChanged ? el('span', { class: 'visually-hidden' }, ', changed by this step') : undefined,
    );
  return [
    ...tabOrder.map((name) =>
      tab(name, spaced(name), missing.has(name) ? 'not in this world' : world.snapshots[name].value, changed.has(name)),
    ),
    tab('all', 'all machines', 'side by side', false),
  ];
}

/** A transition of this step that an overview does not draw, because it changes no state. */
function undrawn({ state, taken }: Scene): HTMLElement[] {
  if (state.display !== 'overview' || taken === undefined) return [];
  const move = taken.moves.find(
    ({ machine, transition, from, to }) =>
      machine === state.machine && transition !== undefined && from.value === to.value,
  );
  const declared =
    move?.transition === undefined ? undefined : declaredAt({ machine: move.machine, transition: move.transition });
  if (declared === undefined) return [];
  return [el('span', {}, ` This step stays here: ${declared.transition.description}`)];
}

/** Which one of several machines of a kind the chart shows. */
function whichOne({ world }: Scene, machine: MachineName): HTMLElement[] {
  if (world.cast === undefined) return [];
  const name = world.cast.shown[machine];
  if (name === undefined) return [el('span', { class: 'which' }, 'None in the world of this trace. ')];
  const all = membersOf(world.cast, machine);
  const others = all.length === 1 ? '' : `, ${all.indexOf(name) + 1} of ${all.length}`;
  return [el('span', { class: 'which' }, `${name}${others}: `)];
}

function noteOf(scene: Scene): HTMLElement[] {
  const { state, world } = scene;
  if (state.machine === 'all' || state.display === 'table') return [];
  const definition = definitionOf(state.machine);
  const { value } = world.snapshots[state.machine];
  const stays = undrawn(scene);
  const where = definition.description;
  return [
    ...whichOne(scene, state.machine),
    el('b', {}, value),
    el('span', {}, ` ${stateSentence(state.machine, value)}`),
    ...(stays.length > 0 ? stays : [el('span', { class: 'soft' }, ` ${where}`)]),
  ];
}
