/** The complete test suite of a transaction, and what it is proved with. */
export * from './complete-suite.ts';
export * from './definition-mutants.ts';
export * from './limit-cases.ts';
export * from './play.ts';
export * from './suite-input.ts';
export * from './suite-policy.ts';
export * from './suite-step.ts';
export * from './tester-world.ts';
export * from './timed-world.ts';
