/** Where the server is, for clients that take it from a module instead of an argument. */
export const base = { url: '' };
