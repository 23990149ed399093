/** Limits, mitigations, and the policy made of both. */
export * from './duty-mitigations.ts';
export * from './limits.ts';
export * from './mitigations.ts';
export * from './policy.ts';
