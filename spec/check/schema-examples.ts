/**
 * The generated schemas by themselves: each compiles in two independent validators, and every example that stands in one
 * is valid for the place where it stands, says each of them.
 */
import { compareFindings, type Finding } from './finding.ts';
import { compileSchemas, expectValid } from './validators.ts';

const folder = 'schemas/';

interface SchemaFile {
  readonly $id?: string;
  readonly [member: string]: unknown;
}

/** Findings for all schema files among the generated files. */
export async function schemaExamples(files: ReadonlyMap<string, string>): Promise<Finding[]> {
  const schemas = [...files]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, content]) => ({ path, schema: JSON.parse(content) as SchemaFile })); // emitted as objects
  const places = schemas.flatMap(({ path, schema }) =>
    examplesIn(schema, '#').map((example) => ({ ...example, path, base: schema })),
  );
  // Every place becomes a schema of its own, with the definitions of its file, so that it can be tried alone.
  const single = places.map(({ base, schema }, index) => ({
    $schema: base.$schema,
    $id: `https://otp-flow.example/checks/${index}`,
    ...(base.$defs === undefined ? {} : { $defs: base.$defs }),
    ...withoutExamples(schema),
  }));
  const broken = (await Promise.all(schemas.map(async ({ path, schema }) => uncompilable(path, schema)))).flat();
  if (broken.length > 0) return broken;
  const validators = await compileSchemas([...schemas.map(({ schema }) => schema), ...single]);
  return places
    .flatMap(({ path, pointer, examples }, index) =>
      examples.flatMap((example, position) =>
        expectValid(validators, `https://otp-flow.example/checks/${index}`, example, {
          file: `generated/${path}`,
          element: `${pointer}/examples/${position}`,
        }),
      ),
    )
    .sort(compareFindings);
}

/** A schema that a validator refuses altogether. */
async function uncompilable(path: string, schema: SchemaFile): Promise<Finding[]> {
  try {
    await compileSchemas([schema]);
    return [];
  } catch (error) {
    return [
      {
        rule: 'schema/uncompilable',
        file: `generated/${path}`,
        element: '#',
        expected: 'a schema of JSON Schema 2020-12 that both validators compile',
        actual: error instanceof Error ? error.message : String(error),
        fix: 'correct the message type behind the schema, then npm run generate',
      },
    ];
  }
}

interface Place {
  readonly pointer: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly examples: readonly unknown[];
}

function examplesIn(value: unknown, pointer: string): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = value as Readonly<Record<string, unknown>>; // any object or array can be read this way
  const own = Array.isArray(here.examples) ? [{ pointer, schema: here, examples: here.examples }] : [];
  return [
    ...own,
    ...Object.entries(here)
      .filter(([key]) => key !== 'examples')
      .flatMap(([key, child]) => examplesIn(child, `${pointer}/${key}`)),
  ];
}

function withoutExamples({ examples: _, contentSchema: __, ...rest }: Place['schema']) {
  return rest;
}
