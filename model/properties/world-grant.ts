/** What is promised about the tokens of a grant when somebody has copied one of them. */
import type { Memory } from './property.ts';
import type { WorldHappening, WorldProperty } from './world.ts';
import { never } from './world-transaction.ts';

const refreshes = ({ duties }: WorldHappening): boolean => duties.includes('rotateTokens');

const noRefreshAfter =
  (ends: (seen: WorldHappening) => boolean) =>
  (memory: Memory, seen: WorldHappening): Memory | 'violated' => {
    if (memory.over === true && refreshes(seen)) return 'violated';
    return ends(seen) ? { over: true } : memory;
  };

export const worldGrantProperties = {
  replacedTokensAreDead: {
    about: 'world',
    sentence: 'A refresh token that was replaced buys nothing, whoever brings it.',
    requirements: ['refresh-token/rotation'],
    ...never((seen) => refreshes(seen) && seen.truth.brought === 'stale'),
  },
  copiesShow: {
    about: 'world',
    sentence: 'Once both holders of a copied refresh token have used it, neither gets anything any more.',
    requirements: ['refresh-token/reuse-revokes'],
    start: { over: false },
    watch: noRefreshAfter(
      ({ exchange, truth }) => exchange === 'refresh' && truth.brought === 'stale' && !truth.foreign,
    ),
  },
  tokensStayWithTheirClient: {
    about: 'world',
    sentence: 'A refresh token is worth nothing to a client that it was not issued to.',
    requirements: ['refresh-token/client-binding'],
    ...never((seen) => refreshes(seen) && seen.truth.foreign === true),
  },
  overMeansNoTokens: {
    about: 'world',
    sentence: 'After a denial, or at the end of its life, nothing more is granted on a grant.',
    requirements: ['transaction/denial-revokes', 'refresh-token/grant-life', 'refresh-token/final-states'],
    start: { over: false },
    watch: noRefreshAfter(({ event }) => event === 'grant grant.denied' || event === 'grant grant.expired'),
  },
} as const satisfies Record<string, WorldProperty>;
