/** Which exchanges pass a transition, and what they are answered with there. */
import { type ExchangeName, type ExchangeRow, exchanges, type OutcomeName, outcomes } from '../../../model/index.ts';
import { declaredAt, type Pointed } from './headline.ts';
import { exchangeNames } from './step.ts';

export interface Passing {
  readonly exchange: ExchangeName;
  /** Undefined when the request goes on from there. */
  readonly outcome: OutcomeName | undefined;
}

/** The exchanges whose requests can take a transition. */
export function exchangesPassing(pointed: Pointed): Passing[] {
  const declared = declaredAt(pointed);
  if (declared === undefined) return [];
  const respond = declared.transition.actions?.find((action) => action.type === 'respond');
  const outcome = respond !== undefined && isOutcome(respond.params.outcome) ? respond.params.outcome : undefined;
  return exchangeNames
    .filter((name) => {
      const { steps }: ExchangeRow = exchanges[name];
      return steps.some(({ machine, event }) => machine === pointed.machine && event === declared.event);
    })
    .map((exchange) => ({ exchange, outcome }));
}

const isOutcome = (name: string): name is OutcomeName => Object.hasOwn(outcomes, name);
