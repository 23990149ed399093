/** Requirements that nobody can see from outside, each with the reason. A requirement that is neither here nor in a case is a failure. */
export const unseen: Readonly<Record<string, string>> = {};
