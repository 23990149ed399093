/** Rules of a world with people in it: each says in words what happens, and shows watchers what is true of it. */
import type { MachineDefinition, MachineName, Party, Policy, Truth, WorldHappening } from '../../../model/index.ts';
import type { Fired, Rule, Values, Variable, World } from '../engine/index.ts';
import type { CapabilityId } from './adversary.ts';

/** Under which policy, and with which machines: those of the model, or some with a planted fault. */
export interface Setting {
  readonly policy: Policy;
  readonly machines: Readonly<Record<MachineName, MachineDefinition>>;
}

export interface WorldRule extends Rule<WorldHappening> {
  readonly actor: Party;
  /** What happens, as a sentence for somebody who has never seen the code. */
  readonly says: string;
  /** What the adversary has to be able to do for this. */
  readonly needs?: CapabilityId;
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

/** A rule in which nobody asks the server for anything. */
export interface Act extends Telling {
  readonly touches: readonly string[];
  /** The transaction that it is about. */
  readonly transaction?: string;
  /** What changes and what is true of it; undefined when it cannot happen here. */
  readonly does: (here: Values) => { readonly next?: Values; readonly truth?: Truth } | undefined;
}

export function act({ does, transaction, ...telling }: Act): WorldRule {
  return {
    ...telling,
    fire: (here): Fired<WorldHappening> | undefined => {
      const done = does(here);
      if (done === undefined) return undefined;
      const { next = {}, truth = {} } = done;
      const about = transaction === undefined ? {} : { transaction };
      return { next, seen: { actor: telling.actor, duties: [], truth, ...about } };
    },
  };
}

/** A variable with a few values, the first of which it starts with. */
export const variable = (name: string, ...values: readonly string[]): Variable => ({ name, values });
