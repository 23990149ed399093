/** The vocabulary: one row per wire identifier. The only door through which other files take these strings. */
export * from './algorithms.ts';
export * from './delivery-methods.ts';
export * from './endpoints.ts';
export * from './errors.ts';
export * from './grant.ts';
export * from './headers.ts';
export * from './metadata.ts';
export * from './parameters.ts';
export * from './references.ts';
export * from './row.ts';
export * from './scopes.ts';
export * from './subject-identifiers.ts';
