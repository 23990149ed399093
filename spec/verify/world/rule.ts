/** Rules of a world with people in it: each says in words what happens, and shows watchers what is true of it. */
import type {
  ExchangeName,
  Facts,
  MachineDefinition,
  MachineName,
  OutcomeName,
  Party,
  Policy,
  Truth,
  WorldHappening,
} from '../../../model/index.ts';
import type { Fired, Rule, Values, Variable, World } from '../engine/index.ts';
import type { CapabilityId } from './adversary.ts';

/** Under which policy, and with which machines: those of the model, or some with a planted fault. */
export interface Setting {
  readonly policy: Policy;
  readonly machines: Readonly<Record<MachineName, MachineDefinition>>;
}

/** As whom somebody comes to an endpoint. */
export type Credentials =
  /** A client that customers deal with. */
  | 'kiosk'
  /** A client of the stranger's own. */
  | 'stranger'
  /** Somebody who says that they are the kiosk, and proves nothing. */
  | 'claimed'
  /** Somebody with an assertion that the kiosk has used before. */
  | 'replayed';

/** What a request is like, for whoever wants to show it. */
export interface Asked {
  readonly as: Credentials;
  /** What the server will find to be so. */
  readonly facts: Facts;
}

/** A variable that holds the state of a machine of the model. */
export interface MachineVariable extends Variable {
  readonly machine: MachineName;
}

/** The variables in which a step of the server finds its machines. */
export interface Place {
  readonly transaction: string;
  readonly account: string;
  readonly quota: string;
}

export interface WorldRule extends Rule<WorldHappening> {
  readonly actor: Party;
  /** What happens, as a sentence for somebody who has never seen the code. */
  readonly says: string;
  /** What the adversary has to be able to do for this. */
  readonly needs?: CapabilityId;
  /** The request that is made, when one is. */
  readonly asks?: (here: Values) => Asked;
  /** Where the server finds its machines, when it takes part. */
  readonly at?: Place;
  /** The values of the place as the server has read them, when it works on what it read before. */
  readonly readBefore?: (here: Values) => Values;
  /** The same in the other one of two worlds in lock-step. */
  readonly twin?: WorldRule;
}

export interface PeopledWorld extends World<WorldHappening> {
  readonly rules: readonly WorldRule[];
  /** What properties of each kind look at, one at a time. */
  readonly subjects: Readonly<Record<'transaction' | 'account' | 'client', readonly string[]>>;
}

/** What every rule says about itself. */
export interface Telling {
  readonly name: string;
  readonly actor: Party;
  readonly says: string;
  readonly needs?: CapabilityId;
}

/** A rule in which nobody asks the authorization server for anything. */
export interface Act extends Telling {
  readonly touches: readonly string[];
  /** The transaction that it is about. */
  readonly transaction?: string;
  /** What is asked of the resource server, and answered by it. */
  readonly served?: { readonly exchange: ExchangeName; readonly outcome: OutcomeName };
  /** What changes and what is true of it; undefined when it cannot happen here. */
  readonly does: (here: Values) => { readonly next?: Values; readonly truth?: Truth } | undefined;
}

export function act({ does, transaction, served, ...telling }: Act): WorldRule {
  return {
    ...telling,
    ...(served === undefined ? {} : { asks: () => ({ as: 'stranger', facts: {} }) }),
    fire: (here): Fired<WorldHappening> | undefined => {
      const done = does(here);
      if (done === undefined) return undefined;
      const { next = {}, truth = {} } = done;
      const about = transaction === undefined ? {} : { transaction };
      return { next, seen: { actor: telling.actor, duties: [], truth, ...about, ...served } };
    },
  };
}

/** A variable with a few values, the first of which it starts with. */
export const variable = (name: string, ...values: readonly string[]): Variable => ({ name, values });
