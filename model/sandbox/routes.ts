/** Where the sandbox is spoken to. It is no part of the protocol: a server without a sandbox has none of these. */
export interface SandboxRouteRow {
  readonly path: string;
  /** What can be asked there: query or JSON in, JSON out, by method. */
  readonly calls: readonly {
    readonly method: 'GET' | 'POST';
    readonly takes: string;
    readonly gives: string;
    readonly description: string;
  }[];
}

export const sandboxRoutes = {
  clock: {
    path: '/sandbox/clock',
    calls: [
      { method: 'GET', takes: '', gives: '{"now"}', description: 'The time of the server, in epoch milliseconds.' },
      {
        method: 'POST',
        takes: '{"advanceSeconds"}',
        gives: '{"now"}',
        description: 'Lets time pass for everything the server does. Only forward; a restart goes back to real time.',
      },
    ],
  },
  messages: {
    path: '/sandbox/messages',
    calls: [
      {
        method: 'GET',
        takes: '?contact&afterId&waitSeconds',
        gives: '{"messages": [{"id", "method", "contact", "subject", "text", "code", "receivedAt"}]}',
        description:
          'What customers have received, newest first, with the passcode taken out; waits up to 30 seconds until there is something.',
      },
    ],
  },
  deliveries: {
    path: '/sandbox/deliveries',
    calls: [
      {
        method: 'POST',
        takes: '{"authSession"}',
        gives: '{"deliveries": [{"codeNumber", "method", "refusals", "fate"}]}',
        description: 'What became of the messages of a transaction, newest first: what a client never learns.',
      },
    ],
  },
  fixedCode: {
    path: '/sandbox/fixed-code',
    calls: [
      {
        method: 'POST',
        takes: '{"contact", "code"}',
        gives: '',
        description: 'Chooses the passcode of a contact from now on; null leaves it to chance again.',
      },
    ],
  },
  faults: {
    path: '/sandbox/faults',
    calls: [
      {
        method: 'POST',
        takes: '{"delivery"?, "server"?, "store"?, "transaction"?, "times"?}',
        gives: '',
        description: 'Lets the next things fail, once unless it says how many times.',
      },
    ],
  },
} as const satisfies Record<string, SandboxRouteRow>;

export type SandboxRoute = keyof typeof sandboxRoutes;
