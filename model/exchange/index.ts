/** From request to response: rules of the front door, exchanges, outcomes, and the pure step that joins them. */
export * from './admission-rules.ts';
export * from './duty-events.ts';
export * from './exchanges.ts';
export * from './outcomes.ts';
export * from './perform.ts';
export type * from './recording.ts';
export * from './server-metadata.ts';
