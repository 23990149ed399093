/** What the model checker finds is what is promised: properties hold, mitigations are needed, risks are risks. */
import { problemsOf, type Verification } from '../verify/check/verification.ts';
import type { Finding } from './finding.ts';

/** A finding for each property that is broken, each mitigation that stops no attack, and each risk that is none. */
export const verificationHolds = (verification: Verification): Finding[] =>
  problemsOf(verification).map(({ element, expected, actual, fix }) => ({
    rule: 'verification/refuted',
    file: 'model',
    element,
    expected,
    actual,
    fix,
  }));
