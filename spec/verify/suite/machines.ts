/**
 * The machines of a transaction that suites are worth comparing on: under the policy of the suite, and with the counts of
 * the default one, whose passcodes live too long beside the transaction for every order of their ends to happen.
 */
import { defaultPolicy, type Policy } from '../../../model/index.ts';
import { type MealyMachine, machineOf, minimised } from '../../mealy/index.ts';
import { suitePolicy } from './suite-policy.ts';
import { transactionBehaviour } from './tester-world.ts';
import { rememberingMachines } from './timed-world.ts';

const machineUnder = (policy: Policy): MealyMachine =>
  minimised(machineOf(transactionBehaviour(rememberingMachines(policy))));

const named = (title: string, policy: Policy): readonly [string, MealyMachine] => {
  const { wrongCodesPerTransaction, sendsPerTransaction } = policy.limits;
  return [`${title}: ${wrongCodesPerTransaction} wrong passcodes, ${sendsPerTransaction} sends`, machineUnder(policy)];
};

export const machines: Readonly<Record<string, MealyMachine>> = Object.fromEntries([
  named('Policy of the suite', suitePolicy),
  named('Default policy', defaultPolicy),
]);
