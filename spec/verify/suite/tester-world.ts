/**
 * The transaction and its tester, together: what the tester holds decides which facts a request has, and what the server
 * answers decides what the tester holds. Budgets of account and client are far from their limits here.
 */
import {
  errors,
  type Facts,
  initialParties,
  keyOf,
  type Machines,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type Parties,
  type PartyEffect,
  performEvent,
  performExchange,
  transaction,
} from '../../../model/index.ts';
import type { Behaviour } from '../../mealy/index.ts';
import { type SuiteInput, type SuiteInputName, suiteInputNames, suiteInputs } from './suite-input.ts';

/** What the tester has in hand. */
export interface Holdings {
  /** Passcodes received in this transaction: none, one, or more. */
  readonly codes: 0 | 1 | 2;
  /** Whether the last delivery sent something, so that the passcode received last is the newest. */
  readonly holdsNewest: boolean;
  readonly token: 'none' | 'valid' | 'revoked';
}

export interface TesterWorld {
  readonly parties: Parties;
  readonly holdings: Holdings;
  /** Timers of the transaction that have not ended. */
  readonly running: readonly TimerName[];
}

/** In the order in which they end, under the policy of the suite. */
const timerNames = ['interval', 'code', 'transaction'] as const;

type TimerName = (typeof timerNames)[number];

/** The output of inputs that no client is answered for. */
export const nothing = '-';

export const emptyHanded: Holdings = { codes: 0, holdsNewest: false, token: 'none' };

/** An outcome as a client sees it: the status, and the error code of an error response. */
export function outputOf(outcome: OutcomeName): string {
  const { status, error }: OutcomeRow = outcomes[outcome];
  return error === undefined ? String(status) : `${status} ${errors[error].name}`;
}

/** The facts of a request, as the server will find them. */
export function factsOf(input: SuiteInput, holdings: Holdings): Facts {
  switch (input.kind) {
    case 'identification':
      return { violation: violationOf(input.sender, false) };
    case 'delivery':
      return {
        violation: violationOf(input.sender, input.option === 'missing'),
        client: input.sender,
        option: input.option === 'unoffered' ? 'unoffered' : 'offered',
        contact: input.option === 'onFile' ? 'onFile' : 'none',
      };
    case 'redemption':
      return {
        violation: violationOf(input.sender, input.code === 'missing'),
        client: input.sender,
        code: codeFact(input.code, holdings),
      };
    case 'usage':
      return { violation: holdings.token === 'valid' ? 'none' : 'tokenInvalid' };
    case 'denial':
    case 'wait':
      return {};
  }
}

const violationOf = (sender: 'same' | 'other' | 'nobody', isIncomplete: boolean): string =>
  sender === 'nobody' ? 'clientUnauthenticated' : isIncomplete ? 'parameterMissing' : 'none';

function codeFact(code: 'newest' | 'earlier' | 'wrong' | 'missing', { codes, holdsNewest }: Holdings): string {
  if (code === 'newest' && codes > 0) return holdsNewest ? 'newest' : 'stale';
  return code === 'earlier' && codes > 1 ? 'stale' : 'wrong';
}

/** What the tester holds after the server has done something. A passcode is received where there is a contact, or nowhere. */
export function holdingsAfter(
  holdings: Holdings,
  {
    facts,
    outcome,
    effects,
  }: { readonly facts: Facts; readonly outcome?: OutcomeName; readonly effects: readonly PartyEffect[] },
): Holdings {
  const done = new Set(effects.flatMap(({ effect }) => (effect.type === 'perform' ? [effect.params.duty] : [])));
  if (outcome === 'sessionIssued') return emptyHanded;
  const isReceived = done.has('sendCode') && facts.contact === 'onFile';
  const isReplaced = done.has('sendCode') || done.has('withholdCode');
  return {
    codes: isReceived ? (holdings.codes === 0 ? 1 : 2) : holdings.codes,
    holdsNewest: isReceived || (holdings.holdsNewest && !isReplaced),
    token: done.has('issueAccessToken') ? 'valid' : done.has('revokeTokens') ? 'revoked' : holdings.token,
  };
}

/** One input: what it does to server and tester, and what the client sees. */
export function stepWorld(
  machines: Machines,
  world: TesterWorld,
  input: SuiteInput,
): { readonly state: TesterWorld; readonly output: string } {
  switch (input.kind) {
    case 'wait':
      return { state: waited(machines, world, input.until), output: nothing };
    case 'denial':
      return {
        state: world.holdings.codes === 0 ? world : happened(machines, world, 'denial.received'),
        output: nothing,
      };
    default: {
      const facts = factsOf(input, world.holdings);
      const { parties, outcome, effects } = performExchange(machines, world.parties, input.kind, facts);
      const holdings = holdingsAfter(world.holdings, { facts, outcome, effects });
      const before = outcome === 'sessionIssued' ? [] : world.running;
      return { state: { parties, holdings, running: runningAfter(before, effects) }, output: outputOf(outcome) };
    }
  }
}

/** A wait takes in the ends of all timers that come before the one it is for. One that is not running is not waited for. */
function waited(machines: Machines, world: TesterWorld, until: TimerName): TesterWorld {
  if (!world.running.includes(until)) return world;
  let after = world;
  for (const timer of timerNames.slice(0, timerNames.indexOf(until) + 1)) {
    if (!after.running.includes(timer)) continue;
    const running = after.running.filter((other) => other !== timer);
    after = happened(machines, { ...after, running }, transaction.timers[timer]);
  }
  return after;
}

/** Something happened to the transaction that no request caused. */
function happened(machines: Machines, { parties: before, holdings, running }: TesterWorld, event: string): TesterWorld {
  const { parties, effects } = performEvent(machines, before, 'transaction', event);
  return {
    parties,
    holdings: holdingsAfter(holdings, { facts: {}, effects }),
    running: runningAfter(running, effects),
  };
}

function runningAfter(running: readonly TimerName[], effects: readonly PartyEffect[]): readonly TimerName[] {
  const after = new Set<string>(running);
  for (const { machine, effect } of effects) {
    if (machine !== 'transaction') continue;
    if (effect.type === 'startTimer') after.add(effect.params.timer);
    if (effect.type === 'stopTimer') after.delete(effect.params.timer);
  }
  return timerNames.filter((timer) => after.has(timer));
}

/** The behaviour of transaction and tester under machines of a policy. */
export function transactionBehaviour(machines: Machines): Behaviour<TesterWorld> {
  const fresh = initialParties(machines);
  const inputs: readonly SuiteInput[] = suiteInputNames.map((name: SuiteInputName) => suiteInputs[name]);
  return {
    initial: { parties: fresh, holdings: emptyHanded, running: [] },
    inputs: suiteInputNames,
    nameOf: ({ parties, holdings: { codes, holdsNewest, token }, running }) =>
      `${keyOf(parties.transaction)} ${codes} ${holdsNewest ? 'newest' : ''} ${token} ${running}`,
    step: (world, number) => {
      const input = inputs[number];
      if (input === undefined) throw new RangeError(`there is no input ${number}`);
      const { state, output } = stepWorld(machines, world, input);
      // the budgets are for other tests: here nothing that a test does comes near them
      return { state: { ...state, parties: { ...fresh, transaction: state.parties.transaction } }, output };
    },
  };
}
