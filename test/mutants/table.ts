/** All mutants, in the order in which they are run and listed. */
import { answerMutants } from './answer-mutants.ts';
import { grantMutants } from './grant-mutants.ts';
import { guardMutants } from './guard-mutants.ts';
import { hintMutants } from './hint-mutants.ts';
import { leakMutants } from './leak-mutants.ts';
import { limitMutants } from './limit-mutants.ts';
import { machineMutants } from './machine-mutants.ts';
import { messageMutants } from './message-mutants.ts';
import { metadataMutants } from './metadata-mutants.ts';
import type { Mutant } from './mutant.ts';
import { raceMutants } from './race-mutants.ts';
import { requestMutants } from './request-mutants.ts';
import { resourceMutants } from './resource-mutants.ts';
import { statusMutants } from './status-mutants.ts';
import { tokenMutants } from './token-mutants.ts';

export const mutants: readonly Mutant[] = [
  ...guardMutants,
  ...limitMutants,
  ...machineMutants,
  ...requestMutants,
  ...resourceMutants,
  ...answerMutants,
  ...metadataMutants,
  ...tokenMutants,
  ...grantMutants,
  ...statusMutants,
  ...messageMutants,
  ...leakMutants,
  ...hintMutants,
  ...raceMutants,
];
