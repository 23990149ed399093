/** The events of a machine where it is: the same that the model takes, and the others. */
import { eventCases, type MachineEvent, type RunnableMachine, type Snapshot } from '../../../model/index.ts';
import { candidatesFor } from './candidates.ts';

export interface Offer {
  readonly type: string;
  /** Whether some case of the event is taken here. */
  readonly isTaken: boolean;
  /** The cases that are taken. */
  readonly cases: readonly MachineEvent[];
}

/** Every event of the machine, in the order of its definition. */
export function offersOf(machine: RunnableMachine, snapshot: Snapshot): Offer[] {
  const cases = eventCases(machine.definition);
  return Object.keys(machine.definition.events).map((type) => {
    const taken = cases.filter(
      (event) =>
        event.type === type && candidatesFor(machine, snapshot, event).some(({ verdict }) => verdict === 'taken'),
    );
    return { type, isTaken: taken.length > 0, cases: taken };
  });
}
