/**
 * The machines for programs: as XState reads them, and flat as nodes and edges for whoever draws, lays out or compares
 * them. Figures for people are in `machine-figures.ts`.
 */
import {
  type Action,
  type Guard,
  type MachineDefinition,
  machineDefinitions,
  type RequirementId,
  type StateDefinition,
  type Variable,
} from '../../model/index.ts';
import { type DeclaredTransition, transitionsOf } from '../walk/transitions.ts';
import { outcomeOf } from './answers.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { actionWords, guardWords } from './guard-words.ts';

const emitter = 'spec/emit/machine-graph.ts';

export interface GraphNode {
  /** Path of the state, such as `pending.cooling`. */
  readonly id: string;
  readonly parent?: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** For a state with states inside: the one in which it starts, by its path. */
  readonly initial?: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly event: string;
  /** Place among the transitions of the same state and event; the first whose guard holds is taken. */
  readonly order: number;
  readonly description: string;
  readonly guard?: Guard;
  readonly guardWords?: string;
  readonly actions: readonly Action[];
  readonly actionWords: readonly string[];
  /** The answer that the transition ends an exchange with. */
  readonly outcome?: string;
  readonly requirements: readonly RequirementId[];
}

export interface MachineGraph {
  readonly id: string;
  readonly description: string;
  readonly side: MachineDefinition['side'];
  readonly initial: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Every machine twice: `machines/<id>.machine.json` and `machines/<id>.graph.json`. */
export const emitMachineGraphs = (): Artifact[] =>
  Object.values<MachineDefinition>(machineDefinitions).flatMap((definition) => [
    {
      path: `${machinePath(definition)}.machine.json`,
      content: canonicalJson(xstateConfig(definition)),
      emitter,
      audience: "XState's createMachine, and Stately's importer",
      title: `The ${definition.id} machine as an XState 5 configuration`,
    },
    {
      path: `${machinePath(definition)}.graph.json`,
      content: canonicalJson(machineGraph(definition)),
      emitter,
      audience: 'programs that draw, lay out or compare machines',
      title: `The ${definition.id} machine as nodes and edges`,
    },
  ]);

/** Path of a machine's files below `generated/`, without their ending. */
export const machinePath = ({ id }: MachineDefinition): string =>
  `machines/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/**
 * What XState's `createMachine` takes; guards and actions are named, with their parameters. What XState has no place
 * for (the alphabet, the variables, the timers) is in `meta`.
 */
export function xstateConfig({ id, description, side, variables, events, timers, initial, states }: MachineDefinition) {
  return {
    id,
    description,
    initial,
    context: Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, firstValue(variable)])),
    meta: { side, variables, events, timers },
    states,
  };
}

/** The machine as nodes and edges, in the order of the definition. */
export function machineGraph(definition: MachineDefinition): MachineGraph {
  const { id, description, side, initial, states } = definition;
  return {
    id,
    description,
    side,
    initial,
    nodes: nodesOf(states),
    edges: transitionsOf(definition).map(edge),
  };
}

const firstValue = (variable: Variable): number | string => (variable.kind === 'counter' ? 0 : variable.values[0]);

const nodesOf = (states: Readonly<Record<string, StateDefinition>>, parent?: string): GraphNode[] =>
  Object.entries(states).flatMap(([name, { description, tags = [], initial, states: children = {} }]) => {
    const id = parent === undefined ? name : `${parent}.${name}`;
    const inside = initial === undefined ? {} : { initial: `${id}.${initial}` };
    const node = { id, ...(parent === undefined ? {} : { parent }), description, tags, ...inside };
    return [node, ...nodesOf(children, id)];
  });

function edge({ id, state, target, event, transition }: DeclaredTransition): GraphEdge {
  const { description, guard, actions = [], meta } = transition;
  const outcome = outcomeOf(actions);
  return {
    id,
    source: state,
    target,
    event,
    order: Number(id.split(' ').at(-1)),
    description,
    ...(guard === undefined ? {} : { guard, guardWords: guardWords(guard) }),
    actions,
    actionWords: actions.map(actionWords),
    ...(outcome === undefined ? {} : { outcome }),
    requirements: meta.requirements,
  };
}
