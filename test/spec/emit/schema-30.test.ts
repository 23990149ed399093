import { describe, expect, it } from 'vitest';
import { referredTo, toSchema30 } from '../../../spec/emit/openapi/schema-30.ts';
import type { ComponentSchema } from '../../../spec/emit/openapi/schemas.ts';

describe('a schema of OpenAPI 3.1 in the words of 3.0', () => {
  it.each([
    ['a constant is an enumeration of one', { const: 'sig' }, { enum: ['sig'] }],
    [
      'of several examples the first is kept',
      { type: 'string', examples: ['a', 'b'] },
      { type: 'string', example: 'a' },
    ],
    [
      'what stands beside a reference becomes a schema around it',
      { $ref: '#/components/schemas/Pot', description: 'The pot.' },
      { description: 'The pot.', allOf: [{ $ref: '#/components/schemas/Pot' }] },
    ],
    ['a plain reference stays', { $ref: '#/components/schemas/Pot' }, { $ref: '#/components/schemas/Pot' }],
    [
      'the same holds further in',
      { type: 'array', items: { anyOf: [{ properties: { a: { const: 1 } } }] } },
      { type: 'array', items: { anyOf: [{ properties: { a: { enum: [1] } } }] } },
    ],
  ] satisfies [string, ComponentSchema, object][])('%s', (_title, schema, expected) => {
    expect(toSchema30(schema, {})).toEqual(expected);
  });

  it('what a string holds is written out, because 3.0 knows no references there', () => {
    const components = { Leaf: { type: 'string' as const, const: 'green' } };
    const schema = { contentMediaType: 'text/plain', contentSchema: { $ref: '#/components/schemas/Leaf' } };
    expect(toSchema30(schema, components)).toEqual({
      'x-contentMediaType': 'text/plain',
      'x-contentSchema': { type: 'string', enum: ['green'] },
    });
  });

  it.each([
    ['a list of types', { type: ['string', 'null'] as ('string' | 'null')[] }],
    ['a keyword without translation', { propertyNames: {} }],
  ])('%s stops the emitter', (_title, schema) => {
    expect(() => toSchema30(schema, {})).toThrow('cannot be said in OpenAPI 3.0');
  });
});

it('Only components that the document refers to are kept, through however many steps', () => {
  const components = {
    A: { $ref: '#/components/schemas/B' },
    B: { type: 'string' },
    C: { $ref: '#/components/schemas/C' },
  };
  expect(Object.keys(referredTo(components, { schema: { $ref: '#/components/schemas/A' } }))).toEqual(['A', 'B']);
});
