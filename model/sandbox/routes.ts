/** Where the sandbox is spoken to. It is no part of the protocol: a server without a sandbox has none of these. */
export const sandboxRoutes = {
  clock: { path: '/sandbox/clock', description: 'The clock of the server, and a way to advance it.' },
  messages: { path: '/sandbox/messages', description: 'What customers have received; waits until there is something.' },
  deliveries: { path: '/sandbox/deliveries', description: 'What became of the messages of a transaction.' },
  fixedCode: { path: '/sandbox/fixed-code', description: 'Chooses the passcode of a contact.' },
  faults: { path: '/sandbox/faults', description: 'Lets the next things fail.' },
} as const;

export type SandboxRoute = keyof typeof sandboxRoutes;
