/**
 * What the machines of parties are told while a rule fires. Rules say what becomes of a party and not how; whoever wants to
 * run the same machines elsewhere listens while a rule fires again.
 */
import type { Facts } from '../../../model/index.ts';

/** A machine of a party was told an event. */
export interface PartyMove {
  /** The variable that holds the machine's state. */
  readonly variable: string;
  readonly event: string;
  readonly facts: Facts;
  /** Where it was, and where it is then: lines that say all of a state. */
  readonly from: string;
  readonly to: string;
}

let listening: PartyMove[] | undefined;

/** Does something, and hands out what parties were told meanwhile, in order. */
export function overheard<Done>(does: () => Done): { readonly done: Done; readonly moves: readonly PartyMove[] } {
  const [outer, moves] = [listening, [] as PartyMove[]];
  listening = moves;
  try {
    return { done: does(), moves };
  } finally {
    listening = outer;
  }
}

/** Says that a party was told something; nobody has to listen. */
export const say = (move: PartyMove): void => {
  listening?.push(move);
};
