/** Every transition of every machine, fired through the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnyMitigation,
  eventCases,
  keyOf,
  type MachineEvent,
  type MachineName,
  mitigations,
  type Snapshot,
  step,
} from '../../model/index.ts';
import { machinesDigest } from '../../spec/emit/site/digest.ts';
import { linkText } from '../../spec/visualizer/run/link.ts';
import { type Setting, settingWith } from '../../spec/visualizer/run/setting.ts';
import { definitionOf, machineNames, type Step } from '../../spec/visualizer/run/step.ts';
import { engineFor } from '../../spec/visualizer/run/world.ts';
import { transitionTaken } from '../../spec/walk/explore.ts';
import { transitionsOf } from '../../spec/walk/transitions.ts';
import { whySkipped } from './browser.ts';
import { byKey, type OpenedPage, openVisualizer, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();

/** Small, so that every limit is near. */
const limits = {
  wrongCodesPerTransaction: 2,
  sendsPerTransaction: 2,
  wrongCodesPerAccount: 1,
  sendsPerAccount: 1,
  startsPerClient: 1,
  wrongCodesPerClient: 1,
  handoverAttempts: 2,
};
const off = Object.keys(mitigations) as readonly AnyMitigation[]; // own keys
const settings: readonly Setting[] = [
  settingWith({ limits }),
  settingWith({ limits, heed: 'careless' }),
  ...off.map((name) => settingWith({ limits, off: [name] })),
];

interface Way {
  readonly transition: string;
  readonly setting: Setting;
  readonly before: readonly MachineEvent[];
  readonly event: MachineEvent;
}

/** A shortest way to each transition of a machine by itself, under the first setting that has one. */
function waysThrough(name: MachineName): Way[] {
  const ways = new Map<string, Way>();
  for (const setting of settings) {
    const machine = engineFor(setting).machines[name];
    const queue: { snapshot: Snapshot; before: readonly MachineEvent[] }[] = [
      { snapshot: machine.initial, before: [] },
    ];
    const known = new Set([keyOf(machine.initial)]);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { snapshot, before } = next;
      for (const event of eventCases(machine.definition)) {
        const transition = transitionTaken(machine, snapshot, event);
        if (transition === undefined) continue;
        if (!ways.has(transition)) ways.set(transition, { transition, setting, before, event });
        const to = step(machine, snapshot, event).snapshot;
        if (known.has(keyOf(to))) continue;
        known.add(keyOf(to));
        queue.push({ snapshot: to, before: [...before, event] });
      }
    }
  }
  return [...ways.values()];
}

describe('Every transition of every machine', () => {
  it.each(machineNames)('of %s can be brought about', (name) => {
    const reached = waysThrough(name).map(({ transition }) => transition);
    expect(reached.sort()).toEqual(
      transitionsOf(definitionOf(name))
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe.skipIf(skipped !== undefined)(`fired through the page${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let visualizer: Visualizer;
  let opened: OpenedPage;
  beforeAll(async () => {
    visualizer = await openVisualizer();
    opened = await visualizer.open();
    await opened.page.locator('[data-key="by hand"] > summary').click();
  });
  afterAll(async () => {
    expect(opened.faults).toEqual([]);
    await visualizer.close();
  });

  it.each(machineNames)(
    'each transition of %s lights up in the chart, with its sentences',
    { timeout: 180_000 },
    async (name) => {
      const { page } = opened;
      await byKey(page, `tab ${name}`).click();
      await byKey(page, 'display detail').click();
      for (const { transition, setting, before, event } of waysThrough(name)) {
        const steps = before.map((one): Step => ({ kind: 'event', machine: name, event: one }));
        const hash = linkText({ setting, steps, at: steps.length }, machinesDigest());
        await page.evaluate((next) => {
          location.hash = next;
        }, hash);
        await page.locator('.position output', { hasText: `${steps.length} / ${steps.length} at` }).waitFor();
        const { type, ...attributes } = event;
        for (const [attribute, value] of Object.entries(attributes)) {
          await byKey(page, `${name} ${type} ${attribute}`).last().selectOption(value);
        }
        await byKey(page, `fire ${name} ${type}`).last().click();
        const lit = page.locator('#chart-body svg .entry.taken');
        await lit.first().waitFor();
        const ids = await lit.evaluateAll((entries) =>
          entries.flatMap((entry) => (entry as SVGElement).dataset.transitions?.split('|') ?? []),
        );
        expect(ids).toContain(transition);
        expect(await page.locator('#sentence-body .sentence').count()).toBeGreaterThan(0);
      }
    },
  );
});
