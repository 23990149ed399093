import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldingNotice, lineWidth, unfold } from '../../../spec/emit/draft/fold.ts';
import { readableJson } from '../../../spec/emit/draft/readable-json.ts';

const isForm = (line: string): boolean => line.includes('&');
const letters = [...'abcXYZ019-._~%+&= '];
const lines = fc.array(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 300 }).map((line) => line.trim()),
  {
    minLength: 1,
    maxLength: 6,
  },
);

describe('Folding in the way of RFC 8792', () => {
  it('can be undone, and leaves no line too long', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.join('\n');
        const folded = fold(text, isForm);
        expect(Math.max(...folded.split('\n').map((line) => line.length))).toBeLessThanOrEqual(lineWidth);
        expect(unfold(folded)).toBe(text);
      }),
      { seed: 8792, numRuns: 2_000 },
    );
  });

  it('says so in the first line, and leaves short text alone', () => {
    expect(fold('short')).toBe('short');
    expect(fold('x'.repeat(lineWidth))).toBe('x'.repeat(lineWidth));
    expect(
      fold('x'.repeat(lineWidth + 1))
        .split('\n')
        .slice(0, 2),
    ).toEqual([foldingNotice, '']);
  });

  it('lets each parameter of a long form begin a line', () => {
    const form = `one=${'x'.repeat(40)}&two=${'y'.repeat(40)}`;
    expect(fold(form, isForm).split('\n').slice(2)).toEqual([`one=${'x'.repeat(40)}\\`, ` &two=${'y'.repeat(40)}`]);
  });

  it('goes behind a blank rather than into a word', () => {
    const [first = ''] = fold('word '.repeat(20).trim()).split('\n').slice(2);
    expect(first).toMatch(/word \\$/);
  });

  it('does not touch a text without the notice', () => {
    expect(unfold('a\\\n b')).toBe('a\\\n b');
  });
});

describe('JSON for readers', () => {
  it('says what the JSON said, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 8259, numRuns: 500 },
    );
  });

  it('keeps small objects on their line', () => {
    expect(readableJson({ options: [{ id: 'sms' }], empty: {} })).toBe(
      '{\n  "options": [{ "id": "sms" }],\n  "empty": {}\n}',
    );
  });
});
