import { describe, expect, it } from 'vitest';
import { readGenerated } from '../../spec/check/check.ts';
import { type Cell, type GeneratorMatrix, steps } from '../../spec/emit/generator-matrix.ts';
import { generatorMeasurement } from '../../spec/emit/generator-page.ts';
import { openApiPath } from '../../spec/emit/openapi-artifacts.ts';
import { generatedFolder } from '../../spec/emit/pipeline.ts';
import { documentFaults, faultyDocument } from './document-faults.ts';
import { surprises } from './measure.ts';
import { setUps } from './set-ups.ts';

const files = await readGenerated(generatedFolder);
const recorded = JSON.parse(files.get(generatorMeasurement.path) ?? '{}') as GeneratorMatrix; // the run wrote it

/** The recorded matrix with one step of one set-up, with 3.1, as it might have come out. */
const changed = (name: string, change: Partial<Cell>): GeneratorMatrix => ({
  ...recorded,
  setUps: recorded.setUps.map((one) =>
    one.name === name
      ? { ...one, documents: { ...one.documents, '3.1': { ...one.documents['3.1'], ...change } } }
      : one,
  ),
});
const allOk = Object.fromEntries(steps.map((step) => [step, 'ok']));

describe('The recorded matrix', () => {
  it('has every set-up, of which at least eight make a client that works with both documents', () => {
    expect(recorded.setUps.map(({ name }) => name)).toEqual(setUps.map(({ name }) => name));
    const working = recorded.setUps.filter(({ documents }) =>
      Object.values(documents).every((cell) => cell.usage === 'ok' && cell['unknown error'] === 'ok'),
    );
    expect(working.length).toBeGreaterThanOrEqual(8);
  });

  it('has no surprise in it', () => expect(surprises(recorded)).toEqual([]));
});

describe('A run is red', () => {
  it('when a set-up that worked fails', () => {
    expect(surprises(changed('hey-api', { redeem: 'scope is undefined' }))).toEqual([
      'hey-api with 3.1 fails at redeem: scope is undefined',
    ]);
  });

  it('when one begins to write undefined', () => {
    expect(surprises(changed('hey-api', { undefined: 'scope is undefined' }))).toHaveLength(1);
  });

  it('when a fault that is known looks otherwise, or is gone', () => {
    expect(surprises(changed('openapi-typescript-codegen', { identify: 'threw: something' }))).toEqual([
      expect.stringContaining('fails at identify: threw: something'),
      expect.stringContaining('strike it'),
    ]);
    expect(surprises(changed('openapi-typescript-codegen', allOk))).toEqual([expect.stringContaining('strike it')]);
  });

  it('when a validator rejects a document', () => {
    const validators = recorded.validators.map((one) => ({ ...one, documents: { '3.0': 'ok', '3.1': 'no title' } }));
    expect(surprises({ ...recorded, validators })).toHaveLength(validators.length);
  });

  it('when a planted fault goes unseen', () => {
    const plantedFaults = recorded.plantedFaults.map((one) => ({ ...one, seenAt: 'nowhere' }));
    expect(surprises({ ...recorded, plantedFaults })).toHaveLength(documentFaults.length);
  });
});

describe('A fault planted in the document', () => {
  const document = files.get(openApiPath('3.1', 'json')) ?? '';

  it.each(documentFaults)('changes it: $fault', (fault) => {
    expect(faultyDocument(fault, document)).not.toBe(JSON.stringify(JSON.parse(document)));
  });

  it('is refused when it changes nothing, or has no place any more', () => {
    const [first] = documentFaults;
    if (first === undefined) throw new Error('there are none');
    expect(() => faultyDocument({ ...first, plant: () => {} }, document)).toThrow('does not fit');
    expect(() => faultyDocument(first, '{"paths":{},"components":{"schemas":{}}}')).toThrow('has no post /token');
  });
});

describe('The matrix is stale', () => {
  const path = openApiPath('3.1', 'json');
  const subject = (change: (text: string) => string) =>
    generatorMeasurement.subject(new Map([...files, [path, change(files.get(path) ?? '')]]));
  const now = generatorMeasurement.subject(files);

  it('when a document says something else to a generator', () => {
    expect(subject((text) => text.replace('"type": "integer"', '"type": "number"'))).not.toBe(now);
    expect(subject((text) => text.replace('"operationId": "readUsage"', '"operationId": "usage"'))).not.toBe(now);
  });

  it('but not when only its prose is another', () => {
    const reworded = subject((text) =>
      text.replace(/"description": "The answer may not be stored\."/, '"description": "Again"'),
    );
    expect(reworded).toBe(now);
  });
});
