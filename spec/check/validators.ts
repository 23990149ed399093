/**
 * Two validators that share no code, ajv and @hyperjump/json-schema, asked the same question. A schema is trusted only
 * where they agree: validators differ in corners, and implementers pick their own.
 */
import '@hyperjump/json-schema/formats';
import {
  getShouldValidateFormat,
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  unregisterSchema,
  type Validator,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Finding } from './finding.ts';

/** One complaint about an instance. */
export interface ValidationError {
  /** JSON pointer into the instance, `#` for the whole. */
  readonly location: string;
  /** The keyword of JSON Schema that is not satisfied. */
  readonly keyword: string;
}

export interface Verdict {
  readonly valid: boolean;
  readonly errors: readonly ValidationError[];
}

/** What both say. `disagreement` means that the schema, or a validator, is at fault. */
export interface TwoVerdicts {
  readonly outcome: 'valid' | 'invalid' | 'disagreement';
  readonly ajv: Verdict;
  readonly hyperjump: Verdict;
}

export interface ValidatorPair {
  /**
   * Asks both validators about one instance.
   *
   * @throws Error for a schema id that was not compiled
   */
  validateWithBoth(schemaId: string, instance: unknown): TwoVerdicts;
}

/**
 * Compiles 2020-12 schemas, which may refer to each other by `$id`. `format` is asserted, unknown keywords are refused.
 *
 * @throws Error for a schema without `$id`, or one that either validator does not accept as a schema
 */
export async function compileSchemas(schemas: readonly object[]): Promise<ValidatorPair> {
  const ids = schemas.map(idOf);
  const ajv = compileWithAjv(schemas, ids);
  const hyperjump = await queued(() => compileWithHyperjump(schemas, ids));
  return {
    validateWithBoth(schemaId, instance) {
      const verdicts = { ajv: ajv(schemaId, instance), hyperjump: hyperjump(schemaId, instance) };
      const agreed = verdicts.ajv.valid ? 'valid' : 'invalid';
      const outcome = verdicts.ajv.valid === verdicts.hyperjump.valid ? agreed : 'disagreement';
      return { outcome, ...verdicts };
    },
  };
}

function idOf(schema: object): string {
  if ('$id' in schema && typeof schema.$id === 'string') return schema.$id;
  throw new Error('a schema to compile has no $id');
}

type Judge = (schemaId: string, instance: unknown) => Verdict;

const notCompiled = (schemaId: string) => new Error(`no schema with $id ${schemaId} was compiled`);

function compileWithAjv(schemas: readonly object[], ids: readonly string[]): Judge {
  const ajv = new Ajv2020({ strict: true, allErrors: true, discriminator: false });
  formats.default(ajv);
  for (const schema of schemas) ajv.addSchema(schema);
  for (const id of ids) ajv.getSchema(id); // compiles, so that a bad reference is met here
  return (schemaId, instance) => {
    const judge = ajv.getSchema(schemaId);
    if (judge === undefined) throw notCompiled(schemaId);
    const valid = judge(instance) === true;
    const errors = (judge.errors ?? []).map(({ instancePath, keyword }) => ({ location: `#${instancePath}`, keyword }));
    return { valid, errors: valid ? [] : errors };
  };
}

async function compileWithHyperjump(schemas: readonly object[], ids: readonly string[]): Promise<Judge> {
  const judges = new Map<string, Validator>();
  try {
    // The emitters' schemas are plain JSON; only the index signature that the library asks for is missing.
    for (const schema of schemas) registerSchema(schema as SchemaObject);
    for (const id of ids) judges.set(id, await validate(id));
  } finally {
    for (const id of ids) unregisterSchema(id);
  }
  return (schemaId, instance) => {
    const judge = judges.get(schemaId);
    if (judge === undefined) throw notCompiled(schemaId);
    // What is judged came from JSON; the library's type for JSON cannot be shown for `unknown`.
    const output = assertingFormats(true, () => judge(instance as SchemaObject, 'BASIC'));
    if (output.valid) return { valid: true, errors: [] };
    const errors = (output.errors ?? []).map(({ instanceLocation, keyword }) => ({
      location: instanceLocation,
      keyword: keyword.split('/').at(-1) ?? keyword,
    }));
    return { valid: false, errors };
  };
}

/**
 * Runs a validation of @hyperjump/json-schema with `format` asserted or ignored. The library has one switch for the whole
 * process and reads it while it validates, so it is put back afterwards.
 */
export function assertingFormats<Result>(asserted: boolean, work: () => Result): Result {
  const before = getShouldValidateFormat();
  setShouldValidateFormat(asserted);
  try {
    return work();
  } finally {
    setShouldValidateFormat(before);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** The library's registry is global, so two compilations that know the same `$id` must not overlap. */
function queued<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/**
 * Findings for an instance that ought to be valid: none when both validators accept it.
 *
 * @param place file that holds the instance, and where in it
 */
export function expectValid(
  validators: ValidatorPair,
  schemaId: string,
  instance: unknown,
  place: { readonly file: string; readonly element: string },
): Finding[] {
  const { outcome, ajv, hyperjump } = validators.validateWithBoth(schemaId, instance);
  if (outcome === 'valid') return [];
  const actual = `ajv: ${describe(ajv)}; hyperjump: ${describe(hyperjump)}`;
  const finding = { ...place, expected: `valid against ${schemaId}`, actual };
  switch (outcome) {
    case 'invalid':
      return [
        { ...finding, rule: 'schema/invalid', fix: 'correct the instance, or the message type behind the schema' },
      ];
    case 'disagreement':
      return [{ ...finding, rule: 'schema/validators-disagree', fix: 'restate the schema so that both read it alike' }];
  }
}

const describe = ({ valid, errors }: Verdict): string =>
  valid ? 'valid' : errors.map(({ location, keyword }) => `${location} fails ${keyword}`).join(', ') || 'invalid';
