/** What holds for a message between the outbox and the gateway, over everything that can happen to it. */
import { describe, expect, it } from 'vitest';
import {
  type ChannelHappening,
  channel,
  channelProperties,
  type MachineDefinition,
  type Memory,
  type Mitigation,
  type Policy,
  type Property,
  policyWith,
} from '../../../model/index.ts';
import { explore } from '../../../spec/walk/explore.ts';
import { grouped } from './grouped.ts';
import { planted } from './planted.ts';

type Name = keyof typeof channelProperties;

const named = Object.entries<Property<ChannelHappening>>(channelProperties);

/** The shortest way to break a property; undefined when it holds. */
function counterexample(
  { start, watch }: Property<ChannelHappening>,
  definition: MachineDefinition,
  policy: Policy,
): string[] | undefined {
  const { snapshots, steps } = explore(definition, policy);
  const key = (value: unknown): string => JSON.stringify(value);
  const byState = grouped(steps, ({ from }) => key(from));
  const queue: { state: string; memory: Memory; trail: string[] }[] = [
    { state: key(snapshots[0]), memory: start, trail: [] },
  ];
  const found = new Set<string>();
  for (let next = 0; next < queue.length; next += 1) {
    const place = queue[next];
    if (place === undefined) break;
    for (const { event, effects, to } of byState.get(place.state) ?? []) {
      const memory = watch(place.memory, { event, effects }, policy);
      const trail = [...place.trail, event.type];
      if (memory === 'violated') return trail;
      const reached = key([to, memory]);
      if (found.has(reached)) continue;
      found.add(reached);
      queue.push({ state: key(to), memory, trail });
    }
  }
  return undefined;
}

const policy = policyWith({ limits: { handoverAttempts: 2 } });

describe('With all mitigations on', () => {
  it.each(named)('%s', (_name, property) => {
    expect(counterexample(property, channel, policy)).toBeUndefined();
  });
});

describe('A message goes out that should not', () => {
  it.each([
    ['supersededMessagesDropped', 'supersededNeverHandedOver', 'code.superseded'],
    ['lapsedMessagesDropped', 'lapsedNeverHandedOver', 'code.lapsed'],
  ] as const satisfies [Mitigation, Name, string][])('without %s', (off, name, event) => {
    const weaker = policyWith({ limits: { handoverAttempts: 2 }, off: [off] });
    expect(counterexample(channelProperties[name], channel, weaker)).toEqual(['message.queued', event, 'handover.due']);
    const others = named.filter(([other]) => other !== name);
    for (const [, property] of others) expect(counterexample(property, channel, weaker)).toBeUndefined();
  });

  it('when the gateway has it and it is not forgotten', () => {
    const stubborn = planted(channel, (one) => (one.target === 'delivered' ? { ...one, target: 'queued' } : one));
    expect(counterexample(channelProperties.handOversBounded, stubborn, policy)).toEqual([
      'message.queued',
      'gateway.accepted',
      'handover.due',
    ]);
  });

  it('when the gateway is asked once too often', () => {
    const { watch, start } = channelProperties.handOversBounded;
    const strict = policyWith({ limits: { handoverAttempts: 1 } });
    // The machine runs with a limit of 2, the property knows a limit of 1.
    const property = {
      ...channelProperties.handOversBounded,
      start,
      watch: (m: Memory, s: ChannelHappening) => watch(m, s, strict),
    };
    expect(counterexample(property, channel, policy)).toEqual(['message.queued', 'gateway.refused', 'handover.due']);
  });
});
