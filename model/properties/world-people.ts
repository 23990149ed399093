/** What is promised to the customer: who learns their passcode, who gets their data, and that their word counts. */
import type { Breadth, WorldProperty } from './world.ts';
import { grants, never, opens, sends } from './world-transaction.ts';

const breadths: readonly unknown[] = ['none', 'narrow', 'wide'] satisfies Breadth[];

/** Whether the first allows more than the second. */
const exceeds = (one: unknown, other: unknown): boolean => breadths.indexOf(one) > breadths.indexOf(other);

export const worldPeopleProperties = {
  codeStaysWithItsOwner: {
    about: 'transaction',
    sentence: 'A passcode reaches nobody but the contact on file, and whoever its owner gives it to.',
    requirements: ['code-message/contact-on-file', 'transaction/hashed-at-rest', 'transaction/unlogged'],
    ...never(({ truth }) => truth.leaked === true),
  },
  tokenIsMeant: {
    about: 'transaction',
    sentence: 'A token goes only to whoever the customer meant to give the passcode to.',
    requirements: ['code-message/names-client', 'code-message/binding-message', 'otp-client/show-binding-message'],
    start: { meant: 'nobody' },
    watch: (memory, seen) => {
      if (opens(seen)) return { meant: 'nobody' };
      if (grants(seen) && seen.truth.receiver !== memory.meant) return 'violated';
      return seen.truth.givenTo === undefined ? memory : { meant: seen.truth.givenTo };
    },
  },
  onlyTheStarterGetsAnything: {
    about: 'transaction',
    sentence: 'Only whoever started a transaction can have a passcode sent in it, or gets its token.',
    requirements: ['transaction/client-binding', 'otp-authorization-response/session-entropy'],
    start: { starter: 'nobody' },
    watch: (memory, seen) => {
      if (opens(seen)) return { starter: seen.actor };
      return (sends(seen) || grants(seen)) && seen.actor !== memory.starter ? 'violated' : memory;
    },
  },
  alarmCounts: {
    about: 'transaction',
    sentence:
      'Once the customer has noticed a transaction that is not theirs, no token of it is granted or of any use.',
    requirements: ['code-message/says-how-to-deny', 'transaction/denial-ends', 'transaction/denial-revokes'],
    start: { alarmed: false },
    watch: (memory, seen) => {
      if (opens(seen)) return { alarmed: false };
      if (memory.alarmed && (grants(seen) || seen.truth.used !== undefined)) return 'violated';
      return seen.truth.alarmed === true ? { alarmed: true } : memory;
    },
  },
  scopeAsSaid: {
    about: 'transaction',
    sentence:
      'What is served is within what was granted, that within what the message said, that within what was asked.',
    requirements: ['code-message/says-scope', 'access-token-response/scope-not-wider', 'usage-request/scope'],
    start: { asked: 'none', said: 'none', granted: 'none' },
    watch: (memory, { truth }) => {
      const { asked = memory.asked, said = memory.said, granted = memory.granted, served = 'none' } = truth;
      if (truth.asked !== undefined) return { asked: truth.asked, said: 'none', granted: 'none' };
      if (exceeds(said, asked) || exceeds(granted, said) || exceeds(served, granted)) return 'violated';
      return { asked: asked ?? 'none', said: said ?? 'none', granted: granted ?? 'none' };
    },
  },
  usageNeedsToken: {
    about: 'world',
    sentence: 'Usage is served only for a token that was granted and not revoked.',
    requirements: ['usage-request/token-required', 'usage-request/token-valid'],
    ...never(({ truth }) => truth.used === 'missing' || truth.used === 'revoked'),
  },
  codeStaysWithItsIssuer: {
    about: 'world',
    sentence: 'A client hands a passcode to no authorization server but the one that sent it.',
    requirements: ['otp-client/compare-issuer', 'otp-authorization-response/issuer'],
    ...never(({ truth }) => truth.strayed === true),
  },
  answersAlike: {
    about: 'world',
    sentence: 'A client without the passcode cannot tell known, unknown and throttled subjects apart.',
    requirements: [
      'otp-authorization-response/uniform',
      'otp-delivery-response/uniform',
      'account/exhausted-is-silent',
      'error-response/leaks-nothing',
    ],
    ...never(({ truth }) => truth.observed !== undefined && truth.observed[0] !== truth.observed[1]),
  },
} as const satisfies Record<string, WorldProperty>;
