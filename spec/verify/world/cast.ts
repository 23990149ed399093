/** The parties around the server that are machines of the model too: a client, and a resource owner. */
import {
  type DutyName,
  type ErrorName,
  type Facts,
  type MachineName,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
} from '../../../model/index.ts';
import type { MachineTable } from '../table/compile.ts';
import { outputAt, placeOf } from '../table/perform.ts';
import { tableOf } from '../table/tables.ts';
import { say } from './overheard.ts';
import type { MachineVariable, Setting } from './rule.ts';

export interface Actor {
  readonly variable: MachineVariable;
  /** Where an event leads, and the duties that it brings. An event that is not expected changes nothing. */
  readonly step: (state: string | undefined, event: string, facts?: Facts) => Stepped;
}

export interface Stepped {
  readonly to: string;
  readonly duties: readonly DutyName[];
}

/** A client that runs the model's machine for clients. */
export const clientOf = ({ policy, machines }: Setting, name: string): Actor =>
  actorOf(name, 'client', tableOf(machines.client, policy));

/** A resource owner, who compares what they see or does not. */
export function ownerOf({ policy, machines }: Setting, name: string, heed: 'careful' | 'careless' = 'careful'): Actor {
  const table = tableOf(machines.resourceOwner, policy);
  if (heed === 'careful') return actorOf(name, 'resourceOwner', table);
  return actorOf(name, 'resourceOwner', tableOf(careless(machines.resourceOwner), policy));
}

const known = new WeakMap<Setting['machines']['resourceOwner'], Setting['machines']['resourceOwner']>();

/** The same person, who starts out careless: the first value of a variable is where it starts. */
function careless(definition: Setting['machines']['resourceOwner']): Setting['machines']['resourceOwner'] {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const heed = definition.variables.heed;
  if (heed?.kind !== 'value') throw new Error('the resource owner has no heed to turn off');
  const variables = { ...definition.variables, heed: { ...heed, values: ['careless', 'careful'] } as const };
  const made = { ...definition, variables };
  known.set(definition, made);
  return made;
}

/** A party that runs a machine, as the variable of that name. */
export function actorOf(name: string, machine: MachineName, table: MachineTable): Actor {
  return {
    variable: { name, machine, values: table.states.map(({ label }) => label) },
    step: (state, event, facts = {}) => {
      const place = placeOf(table, table.stateOf.get(state ?? '') ?? -1, event, facts);
      const to = table.states[table.next[place] ?? -1]?.label;
      if (to === undefined) throw new Error(`${name} is in no state of its machine: ${state}`);
      say({ variable: name, event, facts, from: state ?? '', to });
      const duties = outputAt(table, place).flatMap((one) => (one.type === 'perform' ? [one.params.duty] : []));
      return { to, duties };
    },
  };
}

/** The path of a state, such as `pending.cooling`, of the line that says all of it. */
export const pathOf = (state: string | undefined): string => state?.split(',')[0] ?? '';

/** What an answer is to a client: the event of its machine. */
export function answerEvent(outcome: OutcomeName | undefined, issuer: 'expected' | 'other' = 'expected') {
  switch (outcome) {
    case undefined:
      return { type: 'answer.missing', facts: {} };
    case 'sessionIssued':
      return { type: 'session.received', facts: { issuer } };
    case 'codeSent':
      return { type: 'code.announced', facts: {} };
    case 'tokenIssued':
      return { type: 'token.received', facts: {} };
    default: {
      const { error }: OutcomeRow = outcomes[outcome];
      return { type: 'error.received', facts: { error: knownErrors.find((name) => name === error) ?? 'other' } };
    }
  }
}

/** Errors that mean something to the machine of a client. */
const knownErrors: readonly ErrorName[] = [
  'slowDown',
  'invalidSession',
  'expiredToken',
  'accessDenied',
  'deliveryLimitExceeded',
  'invalidUserCode',
  'invalidGrant',
];
