/**
 * Places a chart: sizes from the text, positions from the Eclipse Layout Kernel, which nests states, routes arrows across
 * hierarchy and keeps their labels apart. Runs when the site is generated; nothing of it is in the page.
 */
import ElkConstructor, {
  type ELK,
  type ElkExtendedEdge,
  type ElkNode,
  type LayoutOptions,
} from 'elkjs/lib/elk.bundled.js';
import { gap, inset, measures, stacked, textLimit } from './chart-measures.ts';
import type { Chart, ChartArrow, ChartEntry, ChartLevel, ChartState } from './chart-model.ts';
import { textWidth } from './text-width.ts';

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

const dotSize = 10;
/** The pane in which a chart is mostly seen: of two directions the one is taken that has to be shrunk less for it. */
const pane = { width: 760, height: 520 };

const rootOptions: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.layered.spacing.nodeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
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

/** Lays a chart out. The same chart gives the same coordinates on every machine. */
export async function layOut(chart: Chart): Promise<PlacedChart> {
  const down = await laidOut(chart, 'DOWN');
  const right = await laidOut(chart, 'RIGHT');
  return scaleOf(down) >= scaleOf(right) ? down : right;
}

const scaleOf = ({ width, height }: PlacedChart): number => Math.min(pane.width / width, pane.height / height);

async function laidOut(chart: Chart, direction: 'DOWN' | 'RIGHT'): Promise<PlacedChart> {
  const start = startsOf(chart.states, chart.initial, '');
  const root: ElkNode = {
    id: 'root',
    layoutOptions: { ...rootOptions, 'elk.direction': direction },
    children: [...start.nodes, ...chart.states.map((state) => nodeOf(state, chart.level, direction))],
    edges: [...start.edges, ...insideStarts(chart.states), ...chart.arrows.map((arrow) => edgeOf(arrow, chart.level))],
  };
  return placed(chart, await elk().layout(root));
}

/** The package exports its class as a CommonJS module does, which its types do not say. */
const elk = (): ELK => new (ElkConstructor as unknown as new () => ELK)();

function nodeOf(state: ChartState, level: ChartLevel, direction: string): ElkNode {
  const { name, headHeight } = measures[level];
  const entries = stacked(state.entries, level, textLimit.inside);
  const nameWidth = textWidth(state.name, name) + 2 * inset + (state.isFinal ? 8 : 0);
  const width = Math.ceil(Math.max(96, nameWidth, entries.width + 2 * inset));
  if (state.children.length === 0) {
    return { id: state.id, width, height: headHeight + (entries.height === 0 ? 6 : entries.height + inset + 6) };
  }
  // The lines of a state with states inside are a node among these, so that no arrow is led across them.
  const own: ElkNode[] = entries.height === 0 ? [] : [{ id: linesId(state.id), width, height: entries.height + 8 }];
  return {
    id: state.id,
    layoutOptions: { 'elk.direction': direction, 'elk.padding': `[top=${headHeight + 12},left=16,bottom=16,right=16]` },
    children: [
      ...own,
      ...startsOf(state.children, state.initial, state.id).nodes,
      ...state.children.map((child) => nodeOf(child, level, direction)),
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

function edgeOf({ id, source, target, entries }: ChartArrow, level: ChartLevel): ElkExtendedEdge {
  const { width, height } = stacked(entries, level, textLimit.label);
  const layoutOptions = { 'elk.edgeLabels.inline': 'true' };
  return {
    id,
    sources: [source],
    targets: [target],
    labels: [{ id: `label ${id}`, text: id, width: Math.ceil(width) + 16, height: height + 6, layoutOptions }],
  };
}

function placed(chart: Chart, root: ElkNode): PlacedChart {
  const boxes = new Map<string, Box>();
  const visit = (node: ElkNode): void => {
    boxes.set(node.id, boxOf(node));
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  const { headHeight } = measures[chart.level];
  const entriesIn = (entries: readonly ChartEntry[], limit: number, { x, y, width }: Box): PlacedEntry[] =>
    stacked(entries, chart.level, limit).rows.map(({ entry, lines, y: below, height }) => ({
      entry,
      lines,
      box: { x, y: y + below, width, height },
    }));
  const states = (list: readonly ChartState[]): PlacedState[] =>
    list.flatMap((state) => {
      const box = found(boxes, state.id);
      const own = boxes.get(linesId(state.id)) ?? { ...box, y: box.y + headHeight };
      const lines = { ...own, x: own.x + inset, y: own.y + gap, width: own.width - 2 * inset };
      return [{ state, box, entries: entriesIn(state.entries, textLimit.inside, lines) }, ...states(state.children)];
    });
  const edges = new Map((root.edges ?? []).map((edge) => [edge.id, edge]));
  const arrows = chart.arrows.map((arrow) => {
    const edge = found(edges, arrow.id);
    const label = boxOf(edge.labels?.[0] ?? {});
    const inside = { ...label, x: label.x + 8, y: label.y + 3, width: label.width - 16 };
    return { arrow, points: pointsOf(edge), label, entries: entriesIn(arrow.entries, textLimit.label, inside) };
  });
  const starts = [...edges.values()]
    .filter(({ id }) => id.startsWith('from start:'))
    .map((edge) => {
      const { x, y, width, height } = found(boxes, edge.sources[0] ?? '');
      return { dot: { x: x + width / 2, y: y + height / 2 }, points: pointsOf(edge) };
    });
  const size = { width: Math.ceil(root.width ?? 0), height: Math.ceil(root.height ?? 0) };
  return { chart, ...size, states: states(chart.states), arrows, starts };
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({ x, y, width, height });

const pointsOf = ({ sections = [] }: ElkExtendedEdge): Place[] =>
  sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the layout has lost ${key}`);
  return value;
}
