/** Validators of other people, asked about a document. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Verdict } from '../../spec/emit/generator-matrix.ts';

/** As much of the validators as is used. Both take a parsed document, and change it. */
interface ReadmeParser {
  validate(document: unknown): Promise<{ readonly valid: boolean; readonly errors?: readonly { message: string }[] }>;
}
interface SwaggerParser {
  readonly default: { validate(document: unknown): Promise<unknown> };
}

export const validators: readonly {
  /** Name of the package. */
  readonly name: string;
  validate(modules: string, document: string): Promise<Verdict>;
}[] = [
  {
    name: '@readme/openapi-parser',
    async validate(modules, document) {
      const parser = await loaded<ReadmeParser>(modules, this.name);
      const { valid, errors = [] } = await parser.validate(JSON.parse(document));
      return valid ? 'ok' : (errors[0]?.message.split('\n')[0] ?? 'not valid');
    },
  },
  {
    name: '@apidevtools/swagger-parser',
    async validate(modules, document) {
      const parser = await loaded<SwaggerParser>(modules, this.name);
      return parser.default.validate(JSON.parse(document)).then(
        () => 'ok',
        (error: Error) => error.message.split('\n')[0] ?? 'not valid',
      );
    },
  },
];

/** A package of the generators' own `node_modules`. */
async function loaded<Module>(modules: string, name: string): Promise<Module> {
  const path = createRequire(join(modules, 'from-here.js')).resolve(name);
  return (await import(pathToFileURL(path).href)) as Module; // the shape is stated above
}
