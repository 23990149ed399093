import { describe, expect, it } from 'vitest';
import { compileSchemas, expectValid } from '../../../spec/check/validators.ts';

const $schema = 'https://json-schema.org/draft/2020-12/schema';
const potId = 'https://tea.example/pot.schema.json';
const leafId = 'https://tea.example/leaf.schema.json';
const place = { file: 'generated/pots.json', element: '#/0' };

const leaf = { $schema, $id: leafId, type: 'string', pattern: '^[\\x21-\\x7E]+$' };
const pot = {
  $schema,
  $id: potId,
  type: 'object',
  properties: {
    leaf: { $ref: leafId },
    minutes: { type: 'integer', minimum: 1 },
    brewed: { type: 'string', format: 'date-time' },
    // What the text holds is for people and generators; it need not be known here, and is not asserted.
    note: { type: 'string', contentMediaType: 'application/json', contentSchema: { $ref: 'unknown.schema.json' } },
  },
  required: ['leaf', 'minutes'],
};

describe('Two validators, asked the same question', () => {
  it('agree that an instance is valid', async () => {
    const { validateWithBoth } = await compileSchemas([pot, leaf]);
    const instance = { leaf: 'green', minutes: 4, brewed: '2025-11-01T00:00:00Z', note: 'no JSON', unknown: true };
    expect(validateWithBoth(potId, instance).outcome).toBe('valid');
  });

  it.each([
    ['a number with a fraction where an integer is due', { leaf: 'green', minutes: 4.5 }, '#/minutes', 'type'],
    ['a number below the minimum', { leaf: 'green', minutes: 0 }, '#/minutes', 'minimum'],
    ['a member that is missing', { leaf: 'green' }, '#', 'required'],
    ['a string that the pattern refuses', { leaf: 'green tea', minutes: 4 }, '#/leaf', 'pattern'],
    ['a string that is no date', { leaf: 'green', minutes: 4, brewed: 'at four' }, '#/brewed', 'format'],
  ])('agree on %s', async (_title, instance, location, keyword) => {
    const { validateWithBoth } = await compileSchemas([pot, leaf]);
    const verdicts = validateWithBoth(potId, instance);
    expect(verdicts.outcome).toBe('invalid');
    expect(verdicts.ajv.errors).toContainEqual({ location, keyword });
    expect(verdicts.hyperjump.errors).toContainEqual({ location, keyword });
  });

  it('may disagree, which is a finding about the schema', async () => {
    // One computes 0.3 / 0.1 in binary fractions and gets no whole number; the other allows for that.
    const $id = 'https://tea.example/price.schema.json';
    const validators = await compileSchemas([{ $schema, $id, type: 'number', multipleOf: 0.1 }]);
    expect(validators.validateWithBoth($id, 0.3).outcome).toBe('disagreement');
    expect(expectValid(validators, $id, 0.3, place)).toEqual([
      expect.objectContaining({
        rule: 'schema/validators-disagree',
        ...place,
        actual: 'ajv: # fails multipleOf; hyperjump: valid',
      }),
    ]);
  });

  it('give no finding for a valid instance, and one for an invalid one', async () => {
    const validators = await compileSchemas([pot, leaf]);
    expect(expectValid(validators, potId, { leaf: 'green', minutes: 4 }, place)).toEqual([]);
    expect(expectValid(validators, potId, { leaf: 'green', minutes: '4' }, place)).toEqual([
      expect.objectContaining({ rule: 'schema/invalid', ...place, expected: `valid against ${potId}` }),
    ]);
  });

  it('can be compiled twice, also at the same time', async () => {
    const pairs = await Promise.all([compileSchemas([leaf]), compileSchemas([{ ...leaf, pattern: '^x$' }])]);
    expect(pairs.map(({ validateWithBoth }) => validateWithBoth(leafId, 'y').outcome)).toEqual(['valid', 'invalid']);
  });
});

describe('What cannot be compiled is refused', () => {
  it.each([
    ['a schema without $id', { $schema, type: 'string' }],
    ['a keyword that JSON Schema does not have', { ...leaf, maximumLength: 3 }],
    ['a type that JSON Schema does not have', { ...leaf, type: 'text' }],
    ['a reference to a schema that is not there', { ...leaf, $ref: 'https://tea.example/milk.schema.json' }],
  ])('%s', async (_title, schema) => {
    await expect(compileSchemas([schema])).rejects.toThrow();
  });

  it('and so is a question about a schema that was not compiled', async () => {
    const { validateWithBoth } = await compileSchemas([leaf]);
    expect(() => validateWithBoth(potId, {})).toThrow(potId);
  });
});
