/**
 * The machine of a transaction as a figure. States in which something can still happen stand below each other, in the
 * order of the definition; each has its ways out on the right, by event and by the state they lead to.
 */
import {
  errors,
  type MachineDefinition,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  transaction,
} from '../../../../model/index.ts';
import { outcomeOf } from '../../answers.ts';
import { protocolTransitions } from '../protocol-transitions.ts';
import { boxHeight, type Scene, type Shape } from './scene.ts';

/** A change of state: all events that lead from one state to another, each with what its request is answered with. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
}

const top = (path: string): string => path.split('.')[0] ?? path;

/** Every change of the outer states, in the order of the definition. */
export function changesOf(definition: MachineDefinition): Change[] {
  const found = new Map<string, Change>();
  for (const { state, target, event: type, transition } of protocolTransitions(definition)) {
    const [from, to] = [top(state), top(target)];
    const event = type + answerWords(outcomeOf(transition.actions));
    if (from === to) continue;
    const key = `${from} ${to}`;
    const events = found.get(key)?.events ?? [];
    found.set(key, { from, to, events: events.includes(event) ? events : [...events, event] });
  }
  return [...found.values()];
}

/** ` (200)`, or ` (invalid_grant)`; nothing when no request is answered. */
function answerWords(outcome: string | undefined): string {
  if (outcome === undefined || !Object.hasOwn(outcomes, outcome)) return '';
  const { status, error }: OutcomeRow = outcomes[outcome as OutcomeName]; // an own key
  return ` (${error === undefined ? status : errors[error].name})`;
}

const boxWidth = 14;
const boxColumn = 0;
const wayColumn = boxColumn + boxWidth;
const targetColumn = 56;

/** The scene: at most 69 cells wide. */
export function stateScene(definition: MachineDefinition = transaction): Scene {
  const changes = changesOf(definition);
  const names = Object.keys(definition.states).filter((name) => changes.some(({ from }) => from === name));
  const shapes: Shape[] = [];
  let row = 0;
  for (const [index, name] of names.entries()) {
    const ways = changes.filter(({ from }) => from === name);
    const down = ways.find(({ to }) => to === names[index + 1] && isLive(definition, to));
    const aside = ways.filter((way) => way !== down);
    const height = Math.max(boxHeight([name]), aside.length + 2);
    const words = [name, ...Array.from({ length: height - 3 }, () => '')];
    shapes.push({ kind: 'box', column: boxColumn, row, width: boxWidth, words });
    for (const [place, way] of aside.entries()) shapes.push(...wayOut(way, row + 1 + place));
    row += height;
    if (down !== undefined) {
      const middle = boxColumn + Math.floor(boxWidth / 2);
      shapes.push({ kind: 'line', from: [middle, row], to: [middle, row + 1], head: true });
      shapes.push({ kind: 'words', column: middle + 2, row, words: down.events.join(', ') });
      row += 2;
    } else row += 1;
  }
  return shapes;
}

function wayOut({ to, events }: Change, row: number): Shape[] {
  const words = ` ${events.join(', ')} `;
  return [
    { kind: 'line', from: [wayColumn, row], to: [targetColumn - 2, row], head: true },
    { kind: 'words', column: wayColumn + 3, row, words },
    { kind: 'words', column: targetColumn, row, words: to },
  ];
}

const isLive = ({ states }: MachineDefinition, name: string): boolean => states[name]?.tags?.includes('live') ?? false;

/** The figure in words: each state with what leads out of it. */
export function statesInWords(definition: MachineDefinition = transaction): string {
  const changes = changesOf(definition);
  const sentences = Object.keys(definition.states).map((name) => {
    const ways = changes.filter(({ from }) => from === name);
    if (ways.length === 0) return `Nothing leads out of ${name}.`;
    return `From ${name}: ${ways.map(({ to, events }) => `${events.join(' or ')} leads to ${to}`).join('; ')}.`;
  });
  return `A transaction begins as ${definition.initial}. ${sentences.join(' ')}`;
}
