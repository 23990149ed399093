/** What holds for the tokens of one grant, from the passcode that it was granted for to its end. */
import { factOf, isAnswered, isDone, isEvent } from './happening.ts';
import type { Happening, Memory, Property } from './property.ts';

const isRefresh = (seen: Happening): boolean => isDone(seen, 'rotateTokens');

/** After something, nothing is refreshed until another grant is made. */
const noRefreshAfter =
  (ends: (seen: Happening) => boolean) =>
  (memory: Memory, seen: Happening): Memory | 'violated' => {
    if (memory.over && isRefresh(seen)) return 'violated';
    return memory.issued === true && ends(seen)
      ? { ...memory, over: true }
      : { ...memory, issued: isAlive(memory, seen) };
  };

const isAlive = (memory: Memory, seen: Happening): boolean =>
  memory.issued === true || isEvent(seen, 'grant', 'grant.issued');

const start = { issued: false, over: false } as const;

export const grantProperties = {
  newestRefreshTokenOnly: {
    sentence: 'Only the newest refresh token of a grant is worth anything, so that no two of them are alive.',
    requirements: ['refresh-token/rotation', 'refresh-token/known'],
    start: {},
    watch: (memory, seen) => (isRefresh(seen) && factOf(seen, 'refreshToken') !== 'newest' ? 'violated' : memory),
  },
  refreshBelongsToItsClient: {
    sentence: 'A refresh token is worth nothing to another client than the one it was issued to.',
    requirements: ['refresh-token/client-binding'],
    start: {},
    watch: (memory, seen) =>
      factOf(seen, 'client') === 'other' &&
      seen.kind === 'request' &&
      seen.exchange === 'refresh' &&
      !isAnswered(seen, 'refreshInvalid') &&
      factOf(seen, 'violation') === 'none'
        ? 'violated'
        : memory,
  },
  refreshNeedsItsKey: {
    sentence: 'A refresh token of a grant that is bound to a key is worth nothing without it, and trying ends nothing.',
    requirements: ['dpop-proof/same-key'],
    start: {},
    watch: (memory, seen) =>
      factOf(seen, 'client') === 'otherKey' && (isRefresh(seen) || isDone(seen, 'revokeTokens')) ? 'violated' : memory,
  },
  reuseEndsTheGrant: {
    sentence: 'Once its client has brought a refresh token that was replaced, no token of the grant is good.',
    requirements: ['refresh-token/reuse-revokes'],
    start,
    watch: noRefreshAfter(
      (seen) =>
        factOf(seen, 'refreshToken') === 'stale' &&
        factOf(seen, 'client') === 'same' &&
        factOf(seen, 'violation') === 'none',
    ),
  },
  denialEndsTheGrant: {
    sentence: 'Once the resource owner has denied it, no token of the grant is refreshed.',
    requirements: ['transaction/denial-revokes'],
    start,
    watch: noRefreshAfter((seen) => isEvent(seen, 'grant', 'grant.denied')),
  },
  grantEnds: {
    sentence: 'After its life no token of the grant is refreshed.',
    requirements: ['refresh-token/grant-life', 'refresh-token/final-states'],
    start,
    watch: noRefreshAfter((seen) => isEvent(seen, 'grant', 'grant.expired')),
  },
  revocationEndsTheGrant: {
    sentence: 'Once its client has given a token of it back, no token of the grant is good.',
    requirements: ['revocation-request/whole-grant'],
    start,
    watch: noRefreshAfter(
      (seen) =>
        isAnswered(seen, 'tokenRevoked') && factOf(seen, 'token') === 'good' && factOf(seen, 'client') === 'same',
    ),
  },
  strangersRevokeNothing: {
    sentence: 'No client ends the grant of another.',
    requirements: ['revocation-request/own-tokens'],
    start: {},
    watch: (memory, seen) => (factOf(seen, 'client') === 'other' && isDone(seen, 'revokeTokens') ? 'violated' : memory),
  },
  activeMeansAlive: {
    sentence: 'A token is called active only while its grant is alive and it was issued on it.',
    requirements: ['introspection-response/live-state'],
    start: {},
    watch: (memory, seen) =>
      isAnswered(seen, 'tokenActive') && (seen.before.grant.value !== 'active' || factOf(seen, 'token') !== 'good')
        ? 'violated'
        : memory,
  },
  refreshNotWider: {
    sentence: 'A refresh never widens what was granted.',
    requirements: ['refresh-token/scope-not-wider'],
    start: {},
    watch: (memory, seen) => (isRefresh(seen) && factOf(seen, 'scope') === 'wider' ? 'violated' : memory),
  },
} as const satisfies Record<string, Property>;
