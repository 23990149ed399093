/** Finite state machines with outputs, and test suites that are complete for them. Knows nothing about any protocol. */
export * from './cover.ts';
export * from './equivalence.ts';
export * from './kill.ts';
export * from './machine.ts';
export * from './minimal.ts';
export * from './mutants.ts';
export * from './seeded.ts';
export * from './separation.ts';
export * from './suite.ts';
