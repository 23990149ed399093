/** Everything that shows what was proved: the verification's tables, and its traces with recorded messages in them. */
import type { Verification } from '../verify/check/verification.ts';
import type { Artifact } from './artifact.ts';
import type { Recording } from './recording.ts';
import { emitTraces } from './traces.ts';
import { emitVerification } from './verification.ts';

/** Files for `generated/`. Pure: the same recordings and the same verification give the same bytes. */
export const emitProofs = (recordings: readonly Recording[], verification: Verification): Artifact[] => [
  ...emitVerification(verification),
  ...emitTraces(recordings, verification),
];
