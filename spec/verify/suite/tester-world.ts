/**
 * The transaction and its tester, together: what the tester holds decides which facts a request has, and what the server
 * answers decides what the tester holds. Budgets of account and client are far from their limits here.
 */
import {
  type ExchangeName,
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
} from '../../../model/index.ts';
import { type Behaviour, type MealyMachine, machineOf, minimised } from '../../mealy/index.ts';
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
}

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

/** What the tester holds after the server has done something. */
export function holdingsAfter(
  holdings: Holdings,
  outcome: OutcomeName | undefined,
  effects: readonly PartyEffect[],
): Holdings {
  const done = new Set(effects.flatMap(({ effect }) => (effect.type === 'perform' ? [effect.params.duty] : [])));
  if (outcome === 'sessionIssued') return emptyHanded;
  return {
    codes: done.has('sendCode') ? (holdings.codes === 0 ? 1 : 2) : holdings.codes,
    holdsNewest: done.has('sendCode') || (holdings.holdsNewest && !done.has('withholdCode')),
    token: done.has('issueAccessToken') ? 'valid' : done.has('revokeTokens') ? 'revoked' : holdings.token,
  };
}

const timerEvents = { interval: 'interval.elapsed', code: 'code.expired', transaction: 'transaction.expired' } as const;

/** One input: what it does to server and tester, and what the client sees. */
export function stepWorld(
  machines: Machines,
  { parties, holdings }: TesterWorld,
  input: SuiteInput,
): { readonly state: TesterWorld; readonly output: string } {
  if (input.kind === 'denial' || input.kind === 'wait') {
    if (input.kind === 'denial' && holdings.codes === 0) return { state: { parties, holdings }, output: nothing };
    const event = input.kind === 'denial' ? 'denial.received' : timerEvents[input.until];
    const reached = performEvent(machines, parties, 'transaction', event);
    const state = { parties: reached.parties, holdings: holdingsAfter(holdings, undefined, reached.effects) };
    return { state, output: nothing };
  }
  const exchange: ExchangeName = input.kind;
  const { parties: after, outcome, effects } = performExchange(machines, parties, exchange, factsOf(input, holdings));
  return { state: { parties: after, holdings: holdingsAfter(holdings, outcome, effects) }, output: outputOf(outcome) };
}

/** The behaviour of transaction and tester under machines of a policy. */
export function transactionBehaviour(machines: Machines): Behaviour<TesterWorld> {
  const fresh = initialParties(machines);
  const inputs: readonly SuiteInput[] = suiteInputNames.map((name: SuiteInputName) => suiteInputs[name]);
  return {
    initial: { parties: fresh, holdings: emptyHanded },
    inputs: suiteInputNames,
    nameOf: ({ parties, holdings: { codes, holdsNewest, token } }) =>
      `${keyOf(parties.transaction)} ${codes} ${holdsNewest ? 'newest' : ''} ${token}`,
    step: (world, number) => {
      const input = inputs[number];
      if (input === undefined) throw new RangeError(`there is no input ${number}`);
      const { state, output } = stepWorld(machines, world, input);
      // the budgets are for other tests: here nothing that a test does comes near them
      return { state: { ...state, parties: { ...fresh, transaction: state.parties.transaction } }, output };
    },
  };
}

/** The minimal machine of a transaction as its client and its resource owner see it. */
export const transactionMachine = (machines: Machines): MealyMachine =>
  minimised(machineOf(transactionBehaviour(machines)));
