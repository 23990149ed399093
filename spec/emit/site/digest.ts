/** What a link is made for: everything that decides how a run goes, as one hash. */
import { createHash } from 'node:crypto';
import {
  admissionRules,
  allMitigations,
  exchanges,
  limits,
  machineDefinitions,
  outcomes,
} from '../../../model/index.ts';

/** SHA-256 of the machines, of what connects them, and of what they are played under, in hexadecimal. */
export const machinesDigest = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        machineDefinitions,
        exchanges,
        Object.entries(outcomes).map(([name, { status, headers }]) => [name, status, headers]),
        Object.entries(admissionRules).map(([name, { outcome, appliesTo }]) => [name, outcome, appliesTo]),
        Object.entries(limits).map(([name, { default: value, minimum, maximum }]) => [name, value, minimum, maximum]),
        Object.keys(allMitigations),
      ]),
    )
    .digest('hex');
