/** Attacks as the draft tells them: short enough to read, and nothing left out that makes them attacks. */
import { describe, expect, it } from 'vitest';
import { storyBlock, storyLines } from '../../../spec/emit/draft/trace-story.ts';
import type { Inlines } from '../../../spec/emit/draft/tree.ts';
import type { TraceStep } from '../../../spec/emit/trace/trace.ts';
import { evidence } from './drafts.ts';

const words = (inlines: Inlines): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : 'id' in inline ? inline.id : '')).join('');

const trace = (id: string) => {
  const found = evidence.traces.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no trace ${id}`);
  return found;
};
const told = (id: string): string[] => storyLines(trace(id).steps).map(words);

describe('The story of an attack', () => {
  it('has at most nine lines, for every trace', () => {
    expect(evidence.traces.length).toBeGreaterThan(50);
    for (const { steps } of evidence.traces) expect(storyLines(steps).length).toBeLessThan(10);
  });

  it('says whose rule is missing, what comes of it, and how small the limit is', () => {
    const block = storyBlock(trace('transaction-send-limit'));
    if (block.kind !== 'definitions') throw new Error('a story is an entry of a list');
    const [item] = block.items;
    const [lead] = item?.description ?? [];
    expect(item?.anchor).toBe('trace-transaction-send-limit');
    expect(words(item?.term ?? [])).toBe('Without transaction/send-limit: A transaction that floods its victim');
    expect(lead?.kind === 'paragraph' && words(lead.content)).toMatch(
      /^The customer's telephone .* \(Here the limit is 2: passcodes sent in a transaction\.\)$/,
    );
  });

  it('counts steps that are the same, and tells one transaction from the next', () => {
    expect(told('client-start-quota')).toEqual([
      "The stranger's client starts a transaction, for the customer's account.",
      "The stranger's client starts another transaction, for the customer's account, 3 times.",
    ]);
  });

  it('keeps apart steps that are answered differently', () => {
    expect(told('account-wrong-code-budget').slice(5, 7)).toEqual([
      "The stranger's client tries a wrong passcode in the second transaction (400 invalid_user_code).",
      "The stranger's client tries a wrong passcode in the second transaction (400 invalid_grant).",
    ]);
  });

  it('says who gets a token', () => {
    expect(told('relay-phishing').at(-1)).toMatch(/A token is granted, and the stranger has it\.$/);
  });

  it('says what tells two worlds apart, and nothing of names that only the model has', () => {
    expect(told('error-response-leaks-nothing').at(-1)).toMatch(
      /\(400 invalid_user_code\)\. In one of them the answer shows something: because none was sent\.$/,
    );
  });

  it('says nothing about worlds that look alike', () => {
    const step = trace('error-response-leaks-nothing').steps[0];
    expect(step?.truth.observed).toBeDefined();
    const lines = storyLines([step] as TraceStep[]).map(words); // there is one
    expect(lines).toEqual(['The client starts a transaction, in both worlds.']);
  });
});
