/** A specification whose calls may lose their answers: then they have happened, or they have not, and nobody was told. */
import type { SequentialSpecification } from '../../spec/verify/linearizability.ts';

/** What is seen of a call whose answer got lost, or whose answer was that the server is not available. */
export const lost = 'lost';

export const withLostAnswers = <State, Call>(
  specification: SequentialSpecification<State, Call, string>,
): SequentialSpecification<State, Call, string> => ({
  ...specification,
  outcomesOf: (state, call) => [
    ...specification.outcomesOf(state, call).flatMap((outcome) => [outcome, { ...outcome, result: lost }]),
    { state, result: lost },
  ],
});
