/** The engine: worlds in, states, shortest ways and dead ends out. */
export * from './explore.ts';
export * from './export-model.ts';
export * from './reach.ts';
export { OutgrownError } from './states.ts';
export * from './tabulation.ts';
export type * from './world.ts';
