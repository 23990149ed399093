/** All suites, in the order in which they are listed. */
import type { Case } from '../case.ts';
import type { SuiteName } from '../options.ts';
import type { World } from '../world.ts';
import { budgetCases } from './budgets.ts';
import { coverageCase } from './coverage.ts';
import { frontDoorCases } from './front-door.ts';
import { gapCases } from './gaps.ts';
import { grantRaceCases } from './grant-races.ts';
import { hintCases } from './hints.ts';
import { identificationCases } from './identification.ts';
import { introspectionCases } from './introspection.ts';
import { messageCases } from './messages.ts';
import { proofCases } from './proofs.ts';
import { raceCases } from './races.ts';
import { refreshCases } from './refresh.ts';
import { requestCases } from './requests.ts';
import { resourceCases } from './resource.ts';
import { revocationCases } from './revocation.ts';
import { stateCases } from './states.ts';
import { tokenCases } from './tokens.ts';
import { transactionLimitCases } from './transaction-limits.ts';
import { transactionCases } from './transactions.ts';
import { uniformCases } from './uniform.ts';

const lists: Readonly<Record<SuiteName, readonly ((world: World) => readonly Case[])[]>> = {
  requirements: [
    identificationCases,
    transactionCases,
    transactionLimitCases,
    messageCases,
    budgetCases,
    gapCases,
    hintCases,
  ],
  http: [frontDoorCases, requestCases],
  states: [stateCases],
  indistinguishability: [uniformCases],
  races: [raceCases, grantRaceCases],
  tokens: [tokenCases, resourceCases, refreshCases, revocationCases, introspectionCases, proofCases],
};

/** Every case there is. Which of them a run plays is decided elsewhere. */
export function allCases(world: World): Case[] {
  const cases = Object.values(lists).flatMap((suite) => suite.flatMap((list) => list(world)));
  return [...cases, coverageCase(cases)];
}
