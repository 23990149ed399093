/** Compiles the generated schemas, which are JSON Schema 2020-12. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A compiler that reports every violation of a request: which one counts is for the rules to say. */
export function schemaCompiler(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv;
}
