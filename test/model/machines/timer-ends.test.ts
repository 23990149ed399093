/** How long timers of a transaction run, over every order of methods and instants that three sends allow. */
import { describe, expect, it } from 'vitest';
import { type DeliveryMethod, defaultLimits, defaultPolicy, deliveryMethods, timerEnd } from '../../../model/index.ts';
import { giveTimed, laterAt, rememberingMachines, suiteInputs, timedStart } from '../../../spec/verify/suite/index.ts';

const { transactionLifeSeconds, postalCodeLifeSeconds, resendIntervalSeconds } = defaultLimits;
const letterEnd = transactionLifeSeconds + postalCodeLifeSeconds;
const server = { policy: defaultPolicy, machines: rememberingMachines(defaultPolicy) };
const methods = ['sms', 'email', 'postal'] as const satisfies readonly DeliveryMethod[];
const pauses = [resendIntervalSeconds, 600, transactionLifeSeconds, postalCodeLifeSeconds] as const;

/** Every order of up to three sends, each by a method and after a pause, sent or withheld. */
function* orders(length: number): Generator<readonly { readonly method: DeliveryMethod; readonly pause: number }[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const before of orders(length - 1)) {
    yield before;
    if (before.length < length - 1) continue;
    for (const method of methods) for (const pause of pauses) yield [...before, { method, pause }];
  }
}

describe('transaction/letter-life: in every order of three sends', () => {
  it.each(['onFile', 'none'])('a transaction lives as long as it was meant to, when a contact is %s', (contact) => {
    let seen = 0;
    for (const order of orders(3)) {
      let { state } = giveTimed(server, timedStart(server), suiteInputs.identify);
      let hasLetter = false;
      for (const { method, pause } of order) {
        const later = laterAt(state, state.now + pause);
        const given = giveTimed(server, later, suiteInputs.deliver, { method, facts: { contact } });
        state = given.state;
        const code = state.timers.find(({ name }) => name === 'code');
        if (given.output.startsWith('200')) {
          hasLetter ||= method === 'postal';
          const end = hasLetter ? letterEnd : transactionLifeSeconds;
          expect(code?.endsAt).toBe(Math.min(state.now + defaultLimits[deliveryMethods[method].life], end));
          // a first letter lives its whole life
          if (method === 'postal' && state.now <= transactionLifeSeconds)
            expect(code?.endsAt).toBe(state.now + postalCodeLifeSeconds);
        }
        const life = state.timers.find(({ name }) => name === 'transaction');
        if (life !== undefined) expect(life.endsAt).toBe(hasLetter ? letterEnd : transactionLifeSeconds);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(1_000);
  });
});

describe('A length that depends on what is not known', () => {
  it.each([
    ['a passcode without a method', 'codeLifeOfMethod', {}],
    ['a transaction without a method', 'transactionLifeOfMethod', { openedAt: 0, endsAt: 900 }],
    ['a transaction without a start', 'transactionLifeOfMethod', { method: 'postal', endsAt: 900 }],
  ] as const)('is a programming error: %s', (_what, length, about) => {
    expect(() => timerEnd(length, 0, defaultLimits, about)).toThrow('a passcode was sent');
  });
});
