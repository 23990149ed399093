/** Every normative sentence of OTP-flow, by its stable id `<message>/<rule>`. The only place where a MUST is worded. */
import { identificationRequirements } from './identification.ts';
import { proofRequirements } from './proofs.ts';
import { refreshRequirements } from './refresh.ts';
import { requestRequirements } from './requests.ts';
import { tokenStatusRequirements } from './token-status.ts';
import { transactionRequirements } from './transaction.ts';

export type { RequirementRow } from './requirement.ts';

export const requirements = {
  ...requestRequirements,
  ...identificationRequirements,
  ...transactionRequirements,
  ...refreshRequirements,
  ...tokenStatusRequirements,
  ...proofRequirements,
} as const;

export type RequirementId = keyof typeof requirements;

/** The sentences by the file of this folder in which they stand, for findings that send somebody there. */
export const requirementFiles = {
  requests: requestRequirements,
  identification: identificationRequirements,
  transaction: transactionRequirements,
  refresh: refreshRequirements,
  'token-status': tokenStatusRequirements,
  proofs: proofRequirements,
} as const;

export * from './duties.ts';
