/** What reaches the resource owner: messages and binding words. */
export * from './binding-words.ts';
export * from './message.ts';
