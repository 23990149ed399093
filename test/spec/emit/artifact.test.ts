import { expect, it } from 'vitest';
import { canonicalJson } from '../../../spec/emit/artifact.ts';

it('JSON is written with two spaces, in the order given, with a newline at the end', () => {
  expect(canonicalJson({ b: 1, a: [true, null], gone: undefined })).toBe(
    '{\n  "b": 1,\n  "a": [\n    true,\n    null\n  ]\n}\n',
  );
});

it.each([
  ['not a number', { a: Number.NaN }],
  ['infinity', { a: [Number.POSITIVE_INFINITY] }],
  ['a function', { a: () => 1 }],
  ['a hole in an array', { a: [1, undefined] }],
  ['nothing at all', undefined],
  ['a big integer', { a: 1n }],
])('What JSON would lose is refused: %s', (_title, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
