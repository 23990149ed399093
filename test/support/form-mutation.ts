/** Mistakes in the parameters of a form, as people and tools make them, and as nobody makes them by accident. */
import fc from 'fast-check';

/** Name and value of each parameter, in order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** One mistake. */
export type FormMutation = (pairs: Pairs) => Pairs;

/** Mistakes with values of the given kind. The same seed gives the same mistakes. */
export const formMutation = (text: fc.Arbitrary<string>): fc.Arbitrary<FormMutation> =>
  fc
    .record({
      kind: fc.constantFrom('drop', 'twice', 'replace', 'rename', 'add', 'append'),
      at: fc.nat({ max: 9 }),
      text,
    })
    .map(({ kind, at, text }) => (pairs) => {
      const [name, value] = pairs[at % Math.max(1, pairs.length)] ?? ['x', ''];
      const others = pairs.filter(([other]) => other !== name);
      switch (kind) {
        case 'drop':
          return others;
        case 'twice':
          return [...pairs, [name, text]];
        case 'replace':
          return [...others, [name, text]];
        case 'rename':
          return [...others, [text, value]];
        case 'append':
          return [...others, [name, value + text]];
        case 'add':
          return [...pairs, [text, value]];
      }
    });
