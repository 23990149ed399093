/** The scenarios that are recorded on the reference server, with what the recording leaves out: time, people, delivery. */
import type { Script } from './scenario.ts';

/** The message reaches the gateway and the customer. */
export const handedOver = 'channel!handover.due;channel!gateway.accepted';
const sent = `identification;delivery;${handedOver}`;
const waited = 'transaction!interval.elapsed';
const turnedAway = (violation: string, ...exchanges: readonly string[]): string =>
  exchanges.map((exchange) => `${exchange}~violation=${violation}`).join(';');
const posts = ['identification', 'delivery', 'redemption'] as const;

/** By the name of the recording. */
export const stories: Readonly<Record<string, Omit<Script, 'title' | 'group'>>> = {
  'kiosk-story': {
    steps: `metadata;${sent};resourceOwner!message.read;redemption~code=wrong;redemption;keys;usage`,
    moral: 'Heather types her address, picks a text message, types the code, and the kiosk reads her usage.',
  },
  lock: {
    steps: `${sent};resourceOwner!message.read;redemption~code=wrong*5;redemption;delivery`,
    moral: 'The fifth wrong passcode locks the transaction for good: even the right one comes too late.',
  },
  resend: {
    steps: `${sent};delivery;${waited};delivery;${handedOver};${waited};delivery;${handedOver};${waited};delivery;redemption~code=stale;redemption;grant!grant.expired`,
    moral: 'Only the newest passcode counts, and there are only so many.',
  },
  expiry: {
    steps: `${sent};${waited};transaction!code.expired;redemption;delivery;${handedOver};${waited};transaction!transaction.expired;redemption;delivery`,
    moral:
      'A passcode lives shorter than its transaction; a lapsed one can be replaced, an expired transaction cannot.',
  },
  denial: {
    steps: `${sent};resourceOwner!message.read~name=stranger;redemption;delivery`,
    moral: 'Whoever did not ask says so, and nothing can come of the transaction any more.',
  },
  'denial-after-grant': {
    steps: `${sent};resourceOwner!message.read;redemption;redemption;transaction!denial.received;usage~violation=tokenInvalid`,
    moral: 'A denial that comes late still takes back what was granted.',
  },
  refresh: {
    steps: `${sent};resourceOwner!message.read;redemption;refresh;refresh~scope=wider;refresh@adversary~refreshToken=stale;refresh;usage~violation=tokenInvalid;${turnedAway('parameterMissing', 'refresh')};${turnedAway('clientUnauthenticated', 'refresh')};${turnedAway('clientUnauthorized', 'refresh')}`,
    moral: 'A refresh token that was replaced comes back, so somebody has copied it: every token of the grant is dead.',
  },
  revocation: {
    steps: `${sent};resourceOwner!message.read;redemption;revocation@adversary~client=other;revocation;usage~violation=tokenInvalid;${turnedAway('methodNotAllowed', 'revocation')};${turnedAway('parameterMissing', 'revocation')};${turnedAway('bodyTooLarge', 'revocation')};${turnedAway('clientUnauthenticated', 'revocation')}`,
    moral: 'A client that is done gives back what it has, and nobody else can do it in its place.',
  },
  introspection: {
    steps: `${sent};resourceOwner!message.read;redemption;introspection;${turnedAway('clientUnauthorized', 'introspection')};transaction!denial.received;introspection;${turnedAway('methodNotAllowed', 'introspection')};${turnedAway('parameterMissing', 'introspection')};${turnedAway('bodyTooLarge', 'introspection')};${turnedAway('clientUnauthenticated', 'introspection')}`,
    moral: 'A resource server that cannot know of revocations by itself asks, and hears nothing about dead tokens.',
  },
  'key-bound': {
    steps: [
      turnedAway('proofWithoutNonce', 'identification'),
      turnedAway('proofMisdirected', 'identification'),
      'identification',
      'delivery@adversary~client=otherKey',
      turnedAway('proofWithoutNonce', 'delivery'),
      `delivery;${handedOver};resourceOwner!message.read`,
      'redemption@adversary~client=otherKey',
      turnedAway('proofWithoutNonce', 'redemption'),
      'redemption',
      turnedAway('tokenUnproven', 'usage'),
      turnedAway('usageProofInvalid', 'usage'),
      'usage;introspection',
      'refresh@adversary~client=otherKey',
      turnedAway('proofWithoutNonce', 'refresh'),
      'refresh',
    ].join(';'),
    moral: 'What a client sends can be copied; what it signs with cannot, so that copies are worth nothing.',
  },
  'unknown-customer': {
    steps: 'identification;delivery~contact=none;redemption~code=wrong',
    moral: 'Compare the answers with those of the kiosk story: nothing tells the two apart.',
  },
  'foreign-session': {
    steps: `${sent};delivery@adversary~client=other;redemption@adversary~client=other`,
    moral: 'The stranger is answered as if there were no such transaction.',
  },
  quota: {
    changes: { limits: { startsPerClient: 1, wrongCodesPerClient: 1 } },
    steps: `${sent};identification;redemption~code=wrong;redemption`,
    moral: 'The quota of the client answers before anything is looked up.',
  },
  'usage-access': {
    steps: `${turnedAway('tokenMissing', 'usage')};${turnedAway('tokenInvalid', 'usage')};${sent};resourceOwner!message.read;redemption;${turnedAway('scopeInsufficient', 'usage')};${turnedAway('parameterMalformed', 'usage')};${turnedAway('methodNotAllowed', 'usage')}`,
  },
  outage: {
    steps: `${turnedAway('dependencyUnavailable', 'identification')};identification;${turnedAway('dependencyUnavailable', 'delivery')};delivery;${handedOver};resourceOwner!message.read;${turnedAway('dependencyUnavailable', 'redemption')};redemption`,
    moral: 'While the database is gone every request is answered with a status and no error, and nothing is lost.',
  },
  'malformed-requests': {
    steps: [
      turnedAway('methodNotAllowed', ...posts, 'metadata', 'keys'),
      turnedAway('bodyTooLarge', ...posts),
      turnedAway('subIdMalformed', 'identification'),
      turnedAway('parameterMissing', 'delivery'),
      turnedAway('parameterRepeated', 'redemption'),
      turnedAway('clientUnauthenticated', ...posts),
      turnedAway('clientUnauthorized', ...posts),
      turnedAway('grantTypeUnsupported', 'redemption'),
      turnedAway('subIdFormatUnsupported', 'identification'),
      turnedAway('scopeInvalid', 'identification'),
      turnedAway('authorizationDetailsInvalid', 'identification'),
      turnedAway('targetUnknown', 'identification'),
      'identification',
      'delivery~option=unoffered',
    ].join(';'),
    moral: 'Each request breaks one rule of the front door, and is answered by its first sentence.',
  },
};
