/** What reaches the resource owner: messages and binding words; and what a client is offered to have them sent by. */
export * from './binding-words.ts';
export * from './locale.ts';
export * from './message.ts';
export * from './options.ts';
export { inSpanish } from './spanish.ts';
