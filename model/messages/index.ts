/** Message types: the shapes of all requests and responses, with their constraints in JSDoc. */
export * from './attachments.ts';
export * from './catalogue.ts';
export type * from './client-authentication.ts';
export type * from './delivery.ts';
export type * from './error.ts';
export type * from './identification.ts';
export type * from './metadata.ts';
export type * from './redemption.ts';
export type * from './subject-identifier.ts';
export type * from './token-status.ts';
export type * from './usage.ts';
