/**
 * Places a chart: sizes from the text, positions from the Eclipse Layout Kernel, which nests states, routes arrows across
 * hierarchy and keeps their labels apart. Runs when the site is generated; nothing of it is in the page.
 */
import ElkConstructor, { type ELK, type ElkExtendedEdge, type ElkNode, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import type { Chart, ChartArrow, ChartEntry, ChartState } from './chart-model.ts';
import { type Font, textWidth, wrapped } from './text-width.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** An entry with its text in lines; `box` is where they stand. */
export interface PlacedEntry {
  readonly entry: ChartEntry;
  readonly lines: readonly string[];
  readonly box: Box;
}

export interface PlacedState {
  readonly state: ChartState;
  readonly box: Box;
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedArrow {
  readonly arrow: ChartArrow;
  readonly points: readonly Place[];
  readonly label: Box;
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedChart {
  readonly chart: Chart;
  readonly width: number;
  readonly height: number;
  /** Outer states before inner ones. */
  readonly states: readonly PlacedState[];
  readonly arrows: readonly PlacedArrow[];
  /** Dots in which the machine, and each state with states inside, starts, with the line to the first state. */
  readonly starts: readonly { readonly dot: Place; readonly points: readonly Place[] }[];
}

export const fonts = {
  name: { size: 13, bold: true },
  event: { size: 11, bold: true },
  words: { size: 11 },
} as const satisfies Record<string, Font>;

export const lineHeight = 14;
export const inset = 10;
export const headHeight = 28;
const dotSize = 10;
const textLimit = { inside: 280, label: 230 };

const rootOptions: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelNode': '8',
  'elk.layered.edgeLabels.sideSelection': 'SMART_DOWN',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
};

/**
 * Lays a chart out. The same chart gives the same coordinates on every machine.
 *
 * @param direction where arrows lead: down suits a column, right a wide pane
 */
export async function layOut(chart: Chart, direction: 'DOWN' | 'RIGHT'): Promise<PlacedChart> {
  const start = startsOf(chart.states, chart.initial, '');
  const root: ElkNode = {
    id: 'root',
    layoutOptions: { ...rootOptions, 'elk.direction': direction },
    children: [...start.nodes, ...chart.states.map((state) => nodeOf(state, direction))],
    edges: [...start.edges, ...insideStarts(chart.states), ...chart.arrows.map(edgeOf)],
  };
  return placed(chart, await elk().layout(root));
}

/** The package exports its class as a CommonJS module does, which its types do not say. */
const elk = (): ELK => new (ElkConstructor as unknown as new () => ELK)();

function nodeOf(state: ChartState, direction: string): ElkNode {
  const entries = stacked(state.entries, textLimit.inside, 0);
  const nameWidth = textWidth(state.name, fonts.name) + 2 * inset + (state.isFinal ? 8 : 0);
  const width = Math.ceil(Math.max(96, nameWidth, entries.width + 2 * inset));
  const height = headHeight + (entries.height === 0 ? 6 : entries.height + inset + 6);
  if (state.children.length === 0) return { id: state.id, width, height };
  // The lines of a state with states inside are a node among these, so that no arrow is led across them.
  const own: ElkNode[] = entries.height === 0 ? [] : [{ id: linesId(state.id), width, height: entries.height + 8 }];
  return {
    id: state.id,
    layoutOptions: { 'elk.direction': direction, 'elk.padding': `[top=${headHeight + 12},left=16,bottom=16,right=16]` },
    children: [
      ...own,
      ...startsOf(state.children, state.initial, state.id).nodes,
      ...state.children.map((child) => nodeOf(child, direction)),
    ],
  };
}

const linesId = (state: string): string => `lines:${state}`;

const dotId = (parent: string): string => `start:${parent}`;

function startsOf(states: readonly ChartState[], initial: string | undefined, parent: string) {
  if (initial === undefined || states.length < 2) return { nodes: [] as ElkNode[], edges: [] as ElkExtendedEdge[] };
  const dot = dotId(parent);
  return {
    nodes: [{ id: dot, width: dotSize, height: dotSize }],
    edges: [{ id: `from ${dot}`, sources: [dot], targets: [initial] }],
  };
}

const insideStarts = (states: readonly ChartState[]): ElkExtendedEdge[] =>
  states.flatMap(({ id, initial, children }) => [...startsOf(children, initial, id).edges, ...insideStarts(children)]);

function edgeOf({ id, source, target, entries }: ChartArrow): ElkExtendedEdge {
  const { width, height } = labelSize(entries);
  return {
    id,
    sources: [source],
    targets: [target],
    labels: [{ id: `label ${id}`, text: id, width, height, layoutOptions: { 'elk.edgeLabels.inline': 'true' } }],
  };
}

function labelSize(entries: readonly ChartEntry[]): { width: number; height: number } {
  const { width, height } = stacked(entries, textLimit.label, 0);
  return { width: Math.ceil(width) + 12, height: height + 6 };
}

/** The lines of entries, one entry below the other. */
function stacked(entries: readonly ChartEntry[], limit: number, top: number) {
  let width = 0;
  let y = top;
  const rows = entries.map((entry) => {
    const lines = linesOf(entry, limit);
    const row = { entry, lines, y, height: lines.length * lineHeight };
    width = Math.max(width, ...lines.map((line, index) => textWidth(line, index === 0 ? fonts.event : fonts.words)));
    y += row.height + 4;
    return row;
  });
  return { rows, width, height: Math.max(0, y - top - 4) };
}

/** The event stands on the first line, with as much of the words as fit. */
function linesOf({ event, words, onlyWithout }: ChartEntry, limit: number): string[] {
  const condition = onlyWithout.length === 0 ? '' : `(only without ${onlyWithout.join(' or ')})`;
  const text = [words, condition].filter((part) => part !== '').join(' ');
  return text === '' ? [event] : [event, ...wrapped(text, limit, fonts.words)];
}

function placed(chart: Chart, root: ElkNode): PlacedChart {
  const boxes = new Map<string, Box>();
  const visit = (node: ElkNode): void => {
    boxes.set(node.id, boxOf(node));
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  const edges = new Map((root.edges ?? []).map((edge) => [edge.id, edge]));
  const states = (list: readonly ChartState[]): PlacedState[] =>
    list.flatMap((state) => {
      const box = found(boxes, state.id);
      const own = boxes.get(linesId(state.id)) ?? { ...box, y: box.y + headHeight };
      const { rows } = stacked(state.entries, textLimit.inside, own.y + 4);
      const entries = rows.map(({ entry, lines, y, height }) => ({
        entry,
        lines,
        box: { x: own.x + inset, y, width: own.width - 2 * inset, height },
      }));
      return [{ state, box, entries }, ...states(state.children)];
    });
  const arrows = chart.arrows.map((arrow) => {
    const edge = found(edges, arrow.id);
    const label = boxOf(edge.labels?.[0] ?? {});
    const { rows } = stacked(arrow.entries, textLimit.label, label.y + 3);
    const entries = rows.map(({ entry, lines, y, height }) => ({
      entry,
      lines,
      box: { x: label.x + 6, y, width: label.width - 12, height },
    }));
    return { arrow, points: pointsOf(edge), label, entries };
  });
  const starts = [...edges.values()]
    .filter(({ id }) => id.startsWith('from start:'))
    .map((edge) => {
      const { x, y, width, height } = found(boxes, edge.sources[0] ?? '');
      return { dot: { x: x + width / 2, y: y + height / 2 }, points: pointsOf(edge) };
    });
  return { chart, width: Math.ceil(root.width ?? 0), height: Math.ceil(root.height ?? 0), states: states(chart.states), arrows, starts };
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({ x, y, width, height });

function pointsOf({ sections = [] }: ElkExtendedEdge): Place[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
}

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the layout has lost ${key}`);
  return value;
}
