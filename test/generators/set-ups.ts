/**
 * The generators that are run: what is called, and which client in `clients/` wraps what comes out. All of them come
 * from the packages that `package.json` beside this file names.
 */
import type { Step } from '../../spec/emit/generator-matrix.ts';

/** A fault of a generator: where it shows, how it looks there, and what to say about it. */
export interface Defect {
  readonly at: Step;
  readonly symptom: RegExp;
  readonly words: string;
}

/** One way to make a client of the documents. */
export interface SetUp {
  /** Also the name of its client in `clients/`. */
  readonly name: string;
  /** Packages whose versions are told, the generator first; names as they stand in `package.json`. */
  readonly packages: readonly [string, ...string[]];
  /** Program below `node_modules/`, and its arguments; it runs in a folder with `openapi.json` and fills `generated/`. */
  readonly program: string;
  readonly arguments: readonly string[];
  /** Where what it prints is kept, if that is the client. */
  readonly printsTo?: string;
  /** More files of its folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** More modules of `clients/` that its client needs. */
  readonly modules?: readonly string[];
  /** Faults of the generator with any document of this kind. When one is gone, the run fails so that it gets struck. */
  readonly defects?: readonly Defect[];
}

const document = './openapi.json';
const output = './generated/api.ts';

const openapiTypescript = {
  packages: ['openapi-typescript', 'openapi-fetch'],
  program: '.bin/openapi-typescript',
  arguments: [document, '--output', output],
} as const;

const writesUndefined: Defect = {
  at: 'undefined',
  symptom: /is undefined/,
  words: 'sends the word `undefined` for an optional parameter that is set to undefined; leave it out instead',
};

const orvalConfig = `export default {
  api: {
    input: '${document}',
    output: {
      target: '${output}',
      client: 'fetch',
      baseUrl: { runtime: 'base.url', imports: [{ name: 'base', importPath: '../base.ts' }] },
    },
  },
};
`;

export const setUps: readonly SetUp[] = [
  { name: 'openapi-fetch', ...openapiTypescript, defects: [writesUndefined] },
  {
    name: 'openapi-fetch-defaults',
    ...openapiTypescript,
    defects: [
      {
        at: 'identify',
        symptom: /application\/json/,
        words: 'sends JSON whatever the document says, unless it is told the Content-Type as the set-up above does',
      },
    ],
  },
  {
    name: 'hey-api',
    packages: ['@hey-api/openapi-ts'],
    program: '.bin/openapi-ts',
    arguments: ['--input', document, '--output', './generated', '--client', '@hey-api/client-fetch'],
  },
  {
    name: 'oazapfts',
    packages: ['oazapfts', '@oazapfts/runtime'],
    program: '.bin/oazapfts',
    arguments: [document, output],
  },
  {
    name: 'openapi-client-axios',
    packages: ['openapi-client-axios', 'openapi-client-axios-typegen', 'axios'],
    program: '.bin/typegen',
    arguments: [document],
    modules: ['axios-reply.ts'],
    printsTo: './generated/api.d.ts',
  },
  {
    name: 'openapi-typescript-codegen',
    packages: ['openapi-typescript-codegen'],
    program: '.bin/openapi',
    arguments: ['--input', document, '--output', './generated', '--client', 'fetch'],
    defects: [{ at: 'identify', symptom: /multipart\/form-data/, words: 'sends every form as multipart/form-data' }],
  },
  {
    name: 'openapi-zod-client',
    packages: ['openapi-zod-client', '@zodios/core', 'zod', 'axios'],
    program: '.bin/openapi-zod-client',
    arguments: [document, '--output', output],
    modules: ['axios-reply.ts'],
    defects: [writesUndefined],
  },
  {
    name: 'orval-7-axios',
    packages: ['orval-7', 'axios'],
    program: 'orval-7/dist/bin/orval.js',
    arguments: ['--input', document, '--output', output, '--client', 'axios'],
    modules: ['axios-reply.ts'],
    defects: [
      {
        at: 'compile',
        symptom: /'TData'/,
        words: 'what it makes does not compile with the declarations of this axios',
      },
    ],
  },
  {
    name: 'orval-axios',
    packages: ['orval', 'axios'],
    program: '.bin/orval',
    arguments: ['--input', document, '--output', output, '--client', 'axios'],
    modules: ['axios-reply.ts'],
  },
  {
    name: 'orval-fetch',
    packages: ['orval'],
    program: '.bin/orval',
    arguments: ['--config', './orval.config.mjs'],
    files: { 'orval.config.mjs': orvalConfig },
    modules: ['base.ts'],
  },
  {
    name: 'swagger-typescript-api',
    packages: ['swagger-typescript-api'],
    program: '.bin/swagger-typescript-api',
    arguments: ['generate', '--path', document, '--output', './generated', '--name', 'api.ts'],
  },
  {
    name: 'swagger-typescript-api-axios',
    packages: ['swagger-typescript-api', 'axios'],
    program: '.bin/swagger-typescript-api',
    arguments: ['generate', '--path', document, '--output', './generated', '--name', 'api.ts', '--axios'],
    modules: ['axios-reply.ts'],
  },
];

/** Generators that people use and that cannot be run here, with the reason. */
export const notRun: readonly { readonly name: string; readonly reason: string }[] = [
  {
    name: 'OpenAPI Generator (Java, C#, Python, …)',
    reason: 'the npm package downloads a Java archive from elsewhere',
  },
  { name: 'NSwag (C#, TypeScript)', reason: 'needs the .NET runtime or Mono' },
  { name: 'Kiota', reason: 'the npm package downloads a program from elsewhere' },
  { name: 'oapi-codegen (Go)', reason: 'needs a Go toolchain' },
  { name: 'openapi-python-client', reason: 'is not on npm' },
];
