/** The charts show the whole machine, and nothing in them lies upon anything else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type MachineDefinition, machineDefinitions, restingStates } from '../../../../model/index.ts';
import { type Box, layOut, type PlacedChart } from '../../../../spec/emit/site/chart-layout.ts';
import { chartOf } from '../../../../spec/emit/site/chart-model.ts';
import { svgOf } from '../../../../spec/emit/site/chart-svg.ts';
import { drawnTransitions } from '../../../../spec/emit/site/switched-guards.ts';
import { textWidth, wrapped } from '../../../../spec/emit/site/text-width.ts';
import { transitionsOf } from '../../../../spec/walk/transitions.ts';

const named = Object.entries<MachineDefinition>(machineDefinitions);
const levels = ['overview', 'detail'] as const;
const cases = named.flatMap(([name, definition]) => levels.map((level) => [name, level, definition] as const));

/** How far two boxes reach into each other. */
const overlap = (one: Box, other: Box): number =>
  Math.min(
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
  );

const isWithin = (inner: string, outer: string): boolean => inner.startsWith(`${outer}.`);

describe.each(cases)('The chart of %s, %s,', (name, level, definition) => {
  let chart: PlacedChart;
  beforeAll(async () => {
    chart = await layOut(chartOf(definition, level));
  });
  const entries = () => [...chart.states, ...chart.arrows].flatMap((part) => part.entries);

  it('has a box for every state', () => {
    const drawn = chart.states.map(({ state }) => state.id);
    expect(drawn).toEqual(expect.arrayContaining(restingStates(definition.states)));
  });

  it(`shows ${level === 'detail' ? 'every transition' : 'every transition that moves'}, once`, () => {
    const wanted = transitionsOf(definition)
      .filter(({ state, target }) => level === 'detail' || state !== target)
      .map(({ id }) => id);
    const drawn = entries().flatMap(({ entry }) => entry.transitions);
    expect([...drawn].sort()).toEqual([...wanted].sort());
  });

  it('lets no two labels overlap, nor a label and a state that it is not within', () => {
    const labels = chart.arrows.map(({ label, arrow }) => [arrow.id, label] as const);
    for (const [id, label] of labels) {
      for (const [other, box] of labels)
        if (id !== other) expect([id, other, overlap(label, box) > 0]).toEqual([id, other, false]);
      for (const { state, box } of chart.states) {
        if (state.children.length === 0) expect([id, state.id, overlap(label, box) > 0]).toEqual([id, state.id, false]);
      }
    }
  });

  it('lets no two states overlap, but for those that are inside of each other', () => {
    for (const { state, box } of chart.states) {
      for (const { state: other, box: otherBox } of chart.states) {
        if (state.id === other.id || isWithin(state.id, other.id) || isWithin(other.id, state.id)) continue;
        expect([state.id, other.id, overlap(box, otherBox) > 0]).toEqual([state.id, other.id, false]);
      }
    }
  });

  it('keeps every text inside of its box, and everything inside of the picture', () => {
    for (const { box, entries: own } of chart.states) {
      for (const { box: line } of own)
        expect(overlap(box, line)).toBeGreaterThanOrEqual(Math.min(line.width, line.height) - 0.5);
    }
    for (const { label } of chart.arrows) {
      expect(label.x).toBeGreaterThanOrEqual(0);
      expect(label.x + label.width).toBeLessThanOrEqual(chart.width);
      expect(label.y + label.height).toBeLessThanOrEqual(chart.height);
    }
  });

  it('leads every arrow from its source to its target', () => {
    const boxes = new Map(chart.states.map(({ state, box }) => [state.id, box]));
    const touches = (box: Box | undefined, { x, y }: { x: number; y: number }): boolean =>
      box !== undefined &&
      x >= box.x - 1 &&
      x <= box.x + box.width + 1 &&
      y >= box.y - 1 &&
      y <= box.y + box.height + 1;
    for (const { arrow, points } of chart.arrows) {
      const [first, last] = [points[0], points.at(-1)];
      expect([arrow.id, first !== undefined && touches(boxes.get(arrow.source), first)]).toEqual([arrow.id, true]);
      expect([arrow.id, last !== undefined && touches(boxes.get(arrow.target), last)]).toEqual([arrow.id, true]);
    }
  });

  it('is drawn the same each time', async () => {
    expect(svgOf(await layOut(chartOf(definition, level)))).toBe(svgOf(chart));
    expect(svgOf(chart)).toContain(`data-machine="${definition.id}"`);
    expect(named.map(([known]) => known)).toContain(name);
  });
});

describe('A transition that only a missing mitigation opens', () => {
  const drawn = drawnTransitions(machineDefinitions.transaction);
  const only = (id: string): readonly string[] => drawn.find((one) => one.id === id)?.onlyWithout ?? [];

  it('names the mitigation', () => {
    expect(only('pending code.submitted 3')).toEqual(['singleUse']);
    expect(only('pending.resendable delivery.requested 5')).toEqual(['resendKeepsCount']);
    expect(only('spent denial.received 1')).toEqual(['denialRevokes']);
  });

  it('and those of the protocol name none, and ask for nothing that is always so', () => {
    expect(only('pending code.submitted 2')).toEqual([]);
    expect(
      drawn
        .filter(({ onlyWithout }) => onlyWithout.length === 0)
        .every(({ guard }) => !JSON.stringify(guard ?? '').includes('isEnforced')),
    ).toBe(true);
  });
});

describe('The width of a text', () => {
  it('is known for Helvetica', () => {
    expect(textWidth('m', { size: 1000 })).toBeCloseTo(833 * 1.03);
    expect(textWidth('il', { size: 10 })).toBeLessThan(textWidth('mm', { size: 10 }));
  });

  it('breaks lines at spaces, and never loses a word', () => {
    const text = 'one two three four five six seven eight';
    const lines = wrapped(text, 80, { size: 11 });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
    expect(wrapped('unbreakable-word', 5, { size: 11 })).toEqual(['unbreakable-word']);
  });
});
