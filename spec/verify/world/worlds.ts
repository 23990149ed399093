/** The worlds that are searched: what the stranger can do in each, how large the limits are, and what has to hold. */
import type { Limits, LivenessPropertyName, WorldPropertyName } from '../../../model/index.ts';
import type { Condition } from '../engine/index.ts';
import { channelWorld } from './channel.ts';
import { consentWorld } from './consent.ts';
import { guessingWorld, manyAccountsWorld, parallelWorld, swapWorld } from './guessing.ts';
import { honestLiveness, honestWorld, oneTransactionLiveness, oneTransactionWorld } from './honest.ts';
import { throttledWorld, unknownWorld, vettedWorld } from './indistinguishable.ts';
import { insiderWorld } from './insider.ts';
import { mixUpWorld } from './mix-up.ts';
import { otherKioskWorld, pageWorld } from './phishing.ts';
import { racesWorld } from './races.ts';
import { refreshWorld } from './refresh.ts';
import type { PeopledWorld, Setting } from './rule.ts';
import { credentialsWorld, shoulderWorld } from './stolen.ts';
import { householdWorld, readableWorld, simSwapWorld, takeoverLiveness } from './takeover.ts';

export interface WorldRow {
  /** What happens there, as a heading. */
  readonly title: string;
  readonly build: (setting: Setting) => PeopledWorld;
  readonly limits: Partial<Limits>;
  /** Properties that hold there with all mitigations on. */
  readonly holds: readonly WorldPropertyName[];
  readonly lives?: Partial<
    Record<LivenessPropertyName, (setting: Setting) => { readonly live: Condition; readonly goal: Condition }>
  >;
}

/** Limits small enough to search everything, in the order of the names below. */
const small = (
  wrongCodesPerTransaction: number,
  sendsPerTransaction: number,
  wrongCodesPerAccount: number,
  sendsPerAccount: number,
  startsPerClient: number,
  wrongCodesPerClient: number,
): Partial<Limits> => ({
  wrongCodesPerTransaction,
  sendsPerTransaction,
  wrongCodesPerAccount,
  sendsPerAccount,
  startsPerClient,
  wrongCodesPerClient,
});

const always = [
  'tokenNeedsItsCode',
  'oneTokenPerTransaction',
  'wrongCodesBounded',
  'sendsBounded',
  'sendsSpaced',
  'overMeansOver',
  'everyTransactionEnds',
] as const satisfies readonly WorldPropertyName[];

const budgets = [
  'accountGuessesBounded',
  'accountSendsBounded',
  'clientStartsBounded',
  'clientGuessesBounded',
] as const satisfies readonly WorldPropertyName[];

export const worlds = {
  guessing: {
    title: 'A stranger guesses, in one transaction after the other',
    build: guessingWorld,
    limits: small(2, 2, 3, 3, 3, 4),
    holds: [...always, ...budgets],
  },
  parallel: {
    title: 'A stranger runs two transactions for one customer at once',
    build: parallelWorld,
    limits: small(2, 1, 3, 1, 2, 4),
    holds: [...always, ...budgets],
  },
  'many-accounts': {
    title: 'A stranger guesses at the accounts of two customers with one client',
    build: manyAccountsWorld,
    limits: small(2, 1, 2, 1, 2, 2),
    holds: budgets,
  },
  swap: {
    title: 'A stranger is a customer too, and brings its own passcode to the transaction of another',
    build: swapWorld,
    limits: small(1, 1, 1, 1, 2, 2),
    holds: ['tokenNeedsItsCode'],
  },
  shoulder: {
    title: 'A stranger sees the passcode being typed, and knows the handle of the transaction',
    build: shoulderWorld,
    limits: small(2, 2, 2, 2, 1, 2),
    holds: [...always, 'tokenIsMeant', 'onlyTheStarterGetsAnything'],
  },
  credentials: {
    title: 'A stranger has the credentials of the kiosk and sees the passcode being typed',
    build: credentialsWorld,
    limits: small(2, 2, 2, 2, 1, 2),
    holds: [...always, 'tokenIsMeant', 'onlyTheStarterGetsAnything', 'codeStaysWithItsOwner'],
  },
  insider: {
    title: 'A stranger looks for the passcode where the authorization server may have left it',
    build: insiderWorld,
    limits: small(2, 2, 2, 2, 1, 2),
    holds: [...always, 'tokenIsMeant', 'codeStaysWithItsOwner'],
  },
  page: {
    title: 'A stranger puts up a page that passes everything on',
    build: (setting) => pageWorld(setting),
    limits: small(1, 2, 1, 2, 1, 1),
    holds: [...always, 'tokenIsMeant', 'alarmCounts'],
  },
  'other-kiosk': {
    title: 'A stranger claims to be the customer at another kiosk of the same client',
    build: (setting) => otherKioskWorld(setting),
    limits: small(1, 2, 1, 2, 1, 1),
    holds: [...always, 'tokenIsMeant', 'alarmCounts'],
  },
  readable: {
    title: 'A stranger reads what is sent to the customer, who reads it too',
    build: readableWorld,
    limits: small(1, 2, 1, 2, 1, 1),
    holds: [...always, 'alarmCounts', 'usageNeedsToken'],
    lives: { fraudCanBeUndone: () => takeoverLiveness },
  },
  'sim-swap': {
    title: 'A stranger has taken over one contact of the customer',
    build: simSwapWorld,
    limits: small(1, 2, 1, 2, 1, 1),
    holds: [...always, 'alarmCounts', 'usageNeedsToken'],
    lives: { fraudCanBeUndone: () => takeoverLiveness },
  },
  consent: {
    title: 'A client asks for more than it tells the customer',
    build: consentWorld,
    limits: small(1, 1, 1, 1, 1, 1),
    holds: [...always, 'scopeAsSaid', 'tokenIsMeant'],
  },
  'mix-up': {
    title: 'One of two authorization servers is run by a stranger',
    build: mixUpWorld,
    limits: small(1, 1, 1, 1, 1, 1),
    holds: [...always, 'tokenIsMeant', 'codeStaysWithItsIssuer', 'alarmCounts'],
  },
  channel: {
    title: 'Messages are late, refused or meant to go elsewhere',
    build: channelWorld,
    limits: { ...small(1, 2, 1, 2, 1, 1), handoverAttempts: 2 },
    holds: ['deadCodesStayUnsent', 'codesStayWithinOptions', 'codeStaysWithItsOwner', 'sendsBounded'],
  },
  races: {
    title: 'Two processes of the authorization server work on one transaction',
    build: racesWorld,
    limits: small(2, 2, 2, 2, 1, 2),
    holds: [...always, ...budgets],
  },
  refresh: {
    title: 'A stranger has copied a refresh token of the kiosk',
    build: refreshWorld,
    limits: small(1, 1, 1, 1, 1, 1),
    holds: ['replacedTokensAreDead', 'copiesShow', 'tokensStayWithTheirClient', 'overMeansNoTokens'],
  },
  unknown: {
    title: 'A known customer and an unknown one, in lock-step',
    build: unknownWorld,
    limits: small(2, 2, 2, 1, 1, 2),
    holds: ['answersAlike'],
  },
  throttled: {
    title: 'Two accounts used differently by others, in lock-step',
    build: throttledWorld,
    limits: small(2, 2, 2, 1, 1, 2),
    holds: ['answersAlike'],
  },
  honest: {
    title: 'A customer and a kiosk, and a bad network',
    build: honestWorld,
    limits: small(2, 2, 2, 2, 2, 2),
    holds: [...always, ...budgets, 'tokenIsMeant', 'onlyTheStarterGetsAnything'],
    lives: { grantStaysReachable: () => honestLiveness },
  },
  'one-transaction': {
    title: 'One transaction from its start to its end',
    build: oneTransactionWorld,
    limits: small(2, 2, 2, 1, 1, 2),
    holds: always,
    lives: { liveTransactionCanBeGranted: oneTransactionLiveness },
  },
} as const satisfies Record<string, WorldRow>;

export type WorldName = keyof typeof worlds;

/** Worlds with a capability that nothing on the wire can answer; kept apart, because there a property has to fail. */
export const riskyWorlds = {
  'careless-customer': {
    title: 'A customer who compares nothing, and a page that passes everything on',
    build: (setting) => pageWorld(setting, 'careless'),
    limits: worlds.page.limits,
    holds: always,
  },
  household: {
    title: 'Somebody else in the household picks the message up',
    build: householdWorld,
    limits: small(1, 2, 1, 2, 1, 1),
    holds: always,
  },
  'vetted-client': {
    title: 'A known customer and an unknown one, in lock-step, before a client that may see true hints',
    build: vettedWorld,
    limits: small(1, 1, 1, 1, 1, 1),
    holds: [],
  },
} as const satisfies Record<string, WorldRow>;

export type RiskyWorldName = keyof typeof riskyWorlds;
