import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkLinearizability,
  largestWindow,
  type Operation,
  type SequentialSpecification,
  windowsOf,
} from '../../../spec/verify/linearizability.ts';

/** A register that holds a number: writes answer nothing, reads answer what was written last. */
type Call = { readonly write: number } | 'read';
const register: SequentialSpecification<number, Call, number> = {
  initial: 0,
  nameOf: String,
  outcomesOf: (held, call) => [call === 'read' ? { state: held, result: held } : { state: call.write, result: -1 }],
  isSame: (seen, specified) => seen === specified,
};

const write = (value: number, invokedAt: number, at: number): Operation<Call, number> => ({
  call: { write: value },
  invokedAt,
  returned: { at, result: -1 },
});
const read = (result: number, invokedAt: number, at: number): Operation<Call, number> => ({
  call: 'read',
  invokedAt,
  returned: { at, result },
});
const isExplained = (...history: Operation<Call, number>[]) => checkLinearizability(register, history).linearizable;

describe('A history of a register is linearizable', () => {
  it('when nothing overlaps and each read sees the last write', () => {
    expect(isExplained(write(1, 0, 1), read(1, 2, 3), write(2, 4, 5), read(2, 6, 7))).toBe(true);
    expect(isExplained(write(1, 0, 1), read(0, 2, 3))).toBe(false);
  });

  it('when a read that overlaps a write sees the value before it or after it', () => {
    expect(isExplained(write(1, 0, 5), read(0, 1, 4))).toBe(true);
    expect(isExplained(write(1, 0, 5), read(1, 1, 4))).toBe(true);
    expect(isExplained(write(1, 0, 5), read(2, 1, 4))).toBe(false);
  });

  it('but not when the new value is seen and then the old one (Herlihy and Wing, figure 1)', () => {
    expect(isExplained(write(1, 0, 9), read(1, 1, 2), read(0, 3, 4))).toBe(false);
    expect(isExplained(write(1, 0, 9), read(0, 1, 2), read(1, 3, 4))).toBe(true);
  });

  it('when a write that never returned was seen, or was not', () => {
    const lost: Operation<Call, number> = { call: { write: 7 }, invokedAt: 0 };
    expect(isExplained(lost, read(7, 1, 2), read(7, 3, 4))).toBe(true);
    expect(isExplained(lost, read(0, 1, 2), read(0, 3, 4))).toBe(true);
    expect(isExplained(lost, read(7, 1, 2), read(0, 3, 4))).toBe(false);
  });

  it('when it is empty', () => expect(checkLinearizability(register, [])).toEqual({ linearizable: true, order: [] }));
});

describe('A verdict', () => {
  it('gives an order that explains the results', () => {
    const history = [read(2, 0, 9), write(1, 1, 8), write(2, 2, 7)];
    const verdict = checkLinearizability(register, history);
    expect(verdict).toEqual({ linearizable: true, order: [history[1], history[2], history[0]] });
  });

  it('points at the calls that cannot be explained, however many came before', () => {
    const wrong = [write(3, 20, 23), read(4, 21, 22)];
    const verdict = checkLinearizability(register, [write(1, 0, 1), read(1, 2, 3), ...wrong, read(3, 30, 31)]);
    expect(verdict).toEqual({ linearizable: false, window: wrong });
  });

  it('keeps every explanation of a window until a later one decides', () => {
    expect(isExplained(write(1, 0, 3), write(2, 0, 3), read(1, 4, 5))).toBe(true);
    expect(isExplained(write(1, 0, 3), write(2, 0, 3), read(2, 4, 5))).toBe(true);
    expect(isExplained(write(1, 0, 3), write(2, 0, 3), read(1, 4, 5), read(2, 6, 7))).toBe(false);
  });
});

describe('Windows', () => {
  it('end where no call is under way', () => {
    const history = [write(1, 0, 3), read(1, 2, 5), read(1, 6, 7), read(1, 8, 9)];
    expect(windowsOf(history).map(({ length }) => length)).toEqual([2, 1, 1]);
  });

  it('of more than twelve calls are refused, and so is a call that returned before it was invoked', () => {
    // the last one comes when the first one has gone
    const crowd = Array.from({ length: largestWindow + 1 }, (_, place) => read(0, place, place + largestWindow - 1));
    expect(() => checkLinearizability(register, crowd)).toThrow(/13 calls overlap/);
    expect(isExplained(...crowd.slice(1))).toBe(true);
    expect(() => checkLinearizability(register, [read(0, 2, 1)])).toThrow(/before it was invoked/);
  });
});

describe('The search agrees with trying every order', () => {
  const operation = fc
    .record({ isRead: fc.boolean(), value: fc.nat(2), invokedAt: fc.nat(6), lasts: fc.nat(4) })
    .map(({ isRead, value, invokedAt, lasts }) => (isRead ? read : write)(value, invokedAt, invokedAt + lasts));

  it('on any small history', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 5 }), (history) => {
        expect(checkLinearizability(register, history).linearizable).toBe(ordersOf(history).some(explains));
      }),
      { numRuns: 400 },
    );
  });

  const ordersOf = (history: readonly Operation<Call, number>[]): Operation<Call, number>[][] =>
    history.length === 0
      ? [[]]
      : history.flatMap((first) => ordersOf(history.filter((one) => one !== first)).map((rest) => [first, ...rest]));

  function explains(order: readonly Operation<Call, number>[]): boolean {
    let held = 0;
    for (const [place, { call, invokedAt, returned }] of order.entries()) {
      if (order.slice(place + 1).some((later) => (later.returned?.at ?? 0) < invokedAt)) return false;
      if (call === 'read' && returned?.result !== held) return false;
      if (call !== 'read') held = call.write;
    }
    return true;
  }
});

describe('Sixty-four calls at one moment', () => {
  /** Hands out as many tokens as there are, and then says no. */
  const tokens = (count: number): SequentialSpecification<number, 'take', boolean> => ({
    initial: count,
    nameOf: String,
    outcomesOf: (left) => [{ state: Math.max(0, left - 1), result: left > 0 }],
    isSame: (seen, specified) => seen === specified,
  });
  const taken = (granted: number, before = 0): Operation<'take', boolean>[] =>
    Array.from({ length: 64 }, (_, index) => ({
      call: 'take',
      invokedAt: index,
      returned: { at: 100 + index - (index < before ? 60 : 0), result: index < granted },
    }));

  it('are explained when as many were granted as there were, and not with one more or one less', () => {
    const verdicts = [4, 5, 6].map((granted) => checkLinearizability(tokens(5), taken(granted)).linearizable);
    expect(verdicts).toEqual([false, true, false]);
  });

  it('come in an order that explains them', () => {
    const verdict = checkLinearizability(tokens(5), taken(5));
    if (!verdict.linearizable) throw new Error('it can be explained');
    expect(verdict.order.map(({ returned }) => returned?.result)).toEqual(
      Array.from({ length: 64 }, (_, index) => index < 5),
    );
  });

  it('are refused when some came after others, as too many to try in every order', () => {
    expect(() => checkLinearizability(tokens(5), taken(5, 3))).toThrow(RangeError);
  });
});
