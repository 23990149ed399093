/** A small client for the model: asks, lets things happen, and says what is seen from outside. */
import {
  defaultPolicy,
  type ExchangeName,
  errors,
  type Facts,
  initialParties,
  machinesUnder,
  type OutcomeRow,
  outcomes,
  type Parties,
  performEvent,
  performExchange,
} from '../../../model/index.ts';

/** What is seen of an answer: status and error code. Written as it is on the wire. */
export type Answer = readonly [status: number, error?: string];

export interface Run {
  ask(exchange: ExchangeName, facts?: Facts): Answer;
  happens(event: 'denial.received' | 'interval.elapsed' | 'code.expired' | 'transaction.expired'): readonly string[];
  /** Names of the duties that the last request or event asked for. */
  done(): readonly string[];
}

/** The facts of a request with which everything is in order. */
export const ordinary: Facts = {
  violation: 'none',
  client: 'same',
  option: 'offered',
  contact: 'onFile',
  code: 'newest',
};

/** Status and error code of an outcome. */
export const answerOf = (row: OutcomeRow): Answer =>
  row.error === undefined ? [row.status] : [row.status, errors[row.error].name];

/** A run of one client and one account from the first state, under the policy that the draft recommends. */
export function run(): Run {
  const machines = machinesUnder(defaultPolicy);
  let parties: Parties = initialParties(machines);
  let duties: readonly string[] = [];
  const noted = (reached: { parties: Parties; effects: ReturnType<typeof performExchange>['effects'] }) => {
    parties = reached.parties;
    duties = reached.effects.flatMap(({ effect }) => (effect.type === 'perform' ? [effect.params.duty] : []));
    return duties;
  };
  return {
    ask: (exchange, facts = {}) => {
      const performed = performExchange(machines, parties, exchange, { ...ordinary, ...facts });
      noted(performed);
      return answerOf(outcomes[performed.outcome]);
    },
    happens: (event) => noted(performEvent(machines, parties, 'transaction', event)),
    done: () => duties,
  };
}
