/** What holds for every message that carries a passcode, between the outbox and the gateway. */
import type { ChannelHappening, Memory, Property } from './property.ts';

const isHandOver = ({ effects }: ChannelHappening): boolean =>
  effects.some((effect) => effect.type === 'perform' && effect.params.duty === 'handOver');

const noHandOverAfter =
  (event: string) =>
  (memory: Memory, seen: ChannelHappening): Memory | 'violated' => {
    // A channel carries one message: what is queued later, when it is over, is another one and never leaves.
    if (memory.dead && isHandOver(seen)) return 'violated';
    return memory.queued && seen.event.type === event
      ? { ...memory, dead: true }
      : { ...memory, queued: memory.queued === true || seen.event.type === 'message.queued' };
  };

export const channelProperties = {
  supersededNeverHandedOver: {
    sentence: 'A message is not handed over once a newer passcode has replaced its own.',
    requirements: ['code-message/superseded-dropped'],
    start: { queued: false, dead: false },
    watch: noHandOverAfter('code.superseded'),
  },
  lapsedNeverHandedOver: {
    sentence: 'A message is not handed over once its passcode has expired.',
    requirements: ['code-message/lapsed-dropped'],
    start: { queued: false, dead: false },
    watch: noHandOverAfter('code.lapsed'),
  },
  handOversBounded: {
    sentence: 'A message is not handed over after the gateway has taken it, or refused it as often as the limit.',
    requirements: ['code-message/handover-bounded'],
    start: { queued: false, refused: 0, taken: false },
    watch: (memory, seen, { limits }) => {
      const refused = Number(memory.refused);
      if (isHandOver(seen)) return memory.taken || refused >= limits.handoverAttempts ? 'violated' : memory;
      if (seen.event.type === 'message.queued') return { ...memory, queued: true };
      if (!memory.queued) return memory;
      if (seen.event.type === 'gateway.accepted') return { ...memory, taken: true };
      if (seen.event.type !== 'gateway.refused') return memory;
      return { ...memory, refused: Math.min(refused + 1, limits.handoverAttempts) };
    },
  },
} as const satisfies Record<string, Property<ChannelHappening>>;
