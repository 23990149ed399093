/** What a sandbox can be told to get wrong, by what it befalls; `ok` takes back what was planned. */
export const faultKinds = {
  delivery: {
    ok: 'Messages are handed over again.',
    fails: 'The gateway refuses a message.',
    slow: 'A message arrives 20 seconds late, although the gateway took it at once.',
  },
  server: {
    ok: 'Requests are answered again.',
    fails: 'A request is answered with 500 and no body, before anything has happened.',
    losesAnswer: 'Everything has happened, and the answer is 502 without a body.',
  },
  store: {
    ok: 'The store answers again.',
    fails: 'The store fails, so that the request which needs it is answered with 503, and nothing has happened.',
  },
  transaction: {
    ok: 'Transactions start as usual again.',
    locks: 'A transaction is locked as soon as it is open.',
  },
} as const;

export type FaultKind = keyof typeof faultKinds;
export type Fault<Kind extends FaultKind> = keyof (typeof faultKinds)[Kind] & string;

/** How late a slow message is, by the clock of the sandbox. */
export const slowSeconds = 20;
