/** Limits, mitigations, and the policy made of both. */
export * from './limits.ts';
export * from './mitigations.ts';
export * from './policy.ts';
