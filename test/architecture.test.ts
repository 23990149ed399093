/** The rules of the house, held against the house, and each shown to catch a fault in a small made-up one. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type FileMap, readFiles } from './architecture/file-map.ts';
import { forbiddenImports, importCircles, importsOf } from './architecture/imports.ts';
import { impureUses } from './architecture/purity.ts';
import { lineLimit, longFiles, vagueNames } from './architecture/shape.ts';
import { spelledWireStrings, unmistakableWireStrings } from './architecture/wire-strings.ts';

const house = readFiles(fileURLToPath(new URL('..', import.meta.url)));
const wireStrings = unmistakableWireStrings();

/** Programs that may be long, and why. */
const long = new Map([
  ['model/machines/transaction.ts', 'one machine as data; its states are read side by side'],
  ['test/interop/oauth4webapi.test.ts', 'one foreign client, with and without a key, and what does not fool it'],
  ['test/server/exchange/proofs.test.ts', 'one list of the ways in which a proof can fail to convince'],
  ['test/server/clients/client-authentication.test.ts', 'one list of the ways in which a client can fail to convince'],
  ['test/server/kiosk/utility.test.ts', 'one list of what a utility can answer, and what the kiosk makes of it'],
  ['test/server/kiosk/visit.test.ts', 'one visit after the other, on one scripted utility'],
]);

const made = (files: Record<string, string>): FileMap => new Map(Object.entries(files));

describe('The house keeps its rules', () => {
  it('is read whole', () => {
    expect(house.size).toBeGreaterThan(60);
    expect(importsOf(house).length).toBeGreaterThan(150);
    expect(wireStrings).toEqual(expect.arrayContaining(['auth_session', 'slow_down', 'usage:read', '/otp-delivery']));
    expect(wireStrings).not.toEqual(expect.arrayContaining(['scope']));
  });

  it('imports follow the table', () => expect(forbiddenImports(house)).toEqual([]));
  it('no files load each other in a circle', () => expect(importCircles(house)).toEqual([]));
  it('wire strings are spelled in the vocabulary only', () =>
    expect(spelledWireStrings(house, wireStrings)).toEqual([]));
  it('nothing that is derived depends on the clock or on chance', () => expect(impureUses(house)).toEqual([]));
  it(`no program is longer than ${lineLimit} lines without a reason`, () => expect(longFiles(house, long)).toEqual([]));
  it('no folder or file is a drawer for everything', () => expect(vagueNames(house)).toEqual([]));
});

describe('An import against the table is found', () => {
  it.each([
    ['the model importing the server', 'model/a.ts', "import { b } from '../server/b.ts';"],
    ['the model importing a projection', 'model/a.ts', "export * from '../spec/b.ts';"],
    ['the model importing only a type from elsewhere', 'model/a.ts', "import type { B } from '../server/b.ts';"],
    ['the model naming a type from elsewhere', 'model/a.ts', "export type A = import('../server/b.ts').B;"],
    ['the model importing a package', 'model/a.ts', "import fastify from 'fastify';"],
    ['the model importing a package with a longer name', 'model/a.ts', "import x from 'xstate-tools';"],
    ['the model using what only Node has', 'model/a.ts', "import { hash } from 'node:crypto';"],
    ['the model using it without the prefix', 'model/a.ts', "import { readFileSync } from 'fs';"],
    ['the model loading what only a run can name', 'model/a.ts', 'export const a = (name: string) => import(name);'],
    ['a projection importing the server', 'spec/emit/a.ts', "import { b } from '../../server/b.ts';"],
    ['a projection importing what it generates', 'spec/a.ts', "import { b } from '../generated/b.ts';"],
    ['the server importing a projection', 'server/a.ts', "import { b } from '../spec/b.ts';"],
    ['the server importing a test, late', 'server/a.ts', "await import('../test/b.ts');"],
    ['generated routes importing the server', 'generated/a.ts', "import { b } from '../server/b.ts';"],
    ['generated routes importing another package', 'generated/a.ts', "import ajv from 'ajv';"],
    ['a file leaving the five folders', 'server/a.ts', "import { b } from '../../elsewhere/b.ts';"],
    ['the model reading the package file', 'model/a.ts', "import p from '../package.json' with { type: 'json' };"],
    ['the black-box suite looking at the model', 'test/conformance/a.ts', "import { b } from '../../model/index.ts';"],
    ['the black-box suite looking at other tests', 'test/conformance/a.ts', "import { b } from '../support/b.ts';"],
  ])('%s', (_title, path, text) => {
    expect(forbiddenImports(made({ [path]: text }))).toEqual([expect.stringContaining(`${path}:1 imports `)]);
  });

  it.each([
    ['model/a.ts', "import { setup } from 'xstate'; import { b } from './b/index.ts';"],
    ['spec/a.ts', "import ts from 'typescript'; import 'node:fs'; import { b } from '../model/index.ts';"],
    ['generated/a.ts', "import type { FastifyInstance } from 'fastify'; import { b } from '../model/index.ts';"],
    [
      'server/a.ts',
      "import { b } from '../generated/b.ts'; import { c } from '../model/index.ts'; import 'node:http';",
    ],
    ['server/a.ts', "import manifest from '../package.json' with { type: 'json' };"],
    ['test/a.ts', "import { b } from '../server/b.ts'; import { c } from '../spec/c.ts';"],
    ['test/conformance/a.ts', "import v from '../../generated/tests/v.json'; import { c } from './c.ts';"],
    [
      'model/a.ts',
      "// import { b } from '../server/b.ts'\nexport const text = \"import { b } from '../server/b.ts'\";",
    ],
  ])('and one that the table allows is not: %s %s', (path, text) => {
    expect(forbiddenImports(made({ [path]: text }))).toEqual([]);
  });
});

describe('A circle of imports is found', () => {
  it('told once, from its first file, however long', () => {
    const circle = made({
      'model/c.ts': "import { a } from './a.ts';",
      'model/a.ts': "import { b } from './b.ts';",
      'model/b.ts': "export * from './c.ts';",
      'model/d.ts': "import { a } from './a.ts';",
    });
    expect(importCircles(circle)).toEqual(['model/a.ts -> model/b.ts -> model/c.ts -> model/a.ts']);
  });

  it('also when the braces hold types only, because such a statement is still loaded', () => {
    const circle = made({
      'model/a.ts': "import { type B } from './b.ts';",
      'model/b.ts': "import { a } from './a.ts';",
    });
    expect(importCircles(circle)).toEqual(['model/a.ts -> model/b.ts -> model/a.ts']);
  });

  it('but not when one of them imports nothing but types: then nothing is loaded', () => {
    const noCircle = made({
      'model/a.ts': "import type { B } from './b.ts';",
      'model/b.ts': "import { a } from './a.ts';",
    });
    expect(importCircles(noCircle)).toEqual([]);
  });
});

describe('A wire string outside the vocabulary is found', () => {
  it.each([
    ['alone', "const name = 'auth_session';"],
    ['as an error code', "const code = 'slow_down';"],
    ['as a word of a sentence', "throw new Error('the auth_session is missing');"],
    ['in a template', `const text = \`the \${what} needs an auth_session and \${more}\`;`],
    ['as a quoted key', "const body = { 'user_code': code };"],
    ['as an index', "const session = body['auth_session'];"],
    ['as the grant', "const grant = 'urn:ietf:params:oauth:grant-type:otp';"],
    ['as a path', "const url = issuer + '/.well-known/oauth-authorization-server';"],
    ['as a path below an issuer', "const url = 'https://utility.example/otp-delivery';"],
    ['as a scope', "const scope = 'usage:read usage:summary';"],
    ['as a media type', "const type = 'application/x-www-form-urlencoded';"],
  ])('%s', (_title, text) => {
    expect(spelledWireStrings(made({ 'server/a.ts': text }), wireStrings)).toEqual([
      expect.stringMatching(/^server\/a\.ts:1 spells /),
    ]);
  });

  it.each([
    ['property access, which the compiler binds', 'const session = response.auth_session;'],
    ['a member without quotes, which it binds too', 'const body: Request = { auth_session: session };'],
    ['a type', "type Given = Omit<Request, 'grant_type'>;"],
    ['a case, which has to be one of its type', "switch (subject.format) { case 'phone_number': break; }"],
    ['ordinary words', "const words = ['scope', 'usage', 'sms', 'id', 'method', 'email', 'token'];"],
    ['a longer name', "const mine = 'my_auth_session_id';"],
    ['a comment', "// 'auth_session' is what the client holds\n"],
    ['an import', "import type { A } from './otp-delivery.ts';"],
  ])('but not %s', (_title, text) => {
    expect(spelledWireStrings(made({ 'server/a.ts': text }), wireStrings)).toEqual([]);
  });

  it('nor in the vocabulary, in the types of messages, in oracles and in what is generated', () => {
    const text = "const name = 'auth_session';";
    const paths = ['model/vocabulary/a.ts', 'model/messages/a.ts', 'test/server/a.test.ts', 'generated/routes.ts'];
    expect(spelledWireStrings(made(Object.fromEntries(paths.map((path) => [path, text]))), wireStrings)).toEqual([]);
  });
});

describe('A clock or a lot in what is derived is found', () => {
  it.each([
    'const at = Date.now();',
    'const at = new Date();',
    'const at = new Date;',
    'const at = Date();',
    'const lot = Math.random();',
    'const at = globalThis.performance.now();',
    'const id = crypto.randomUUID();',
    "import { randomBytes as bytes } from 'node:crypto';",
  ])('%s', (text) => {
    expect(impureUses(made({ 'model/a.ts': text, 'spec/emit/b.ts': text, 'server/c.ts': text }))).toEqual([
      expect.stringMatching(/^model\/a\.ts:1 uses /),
      expect.stringMatching(/^spec\/emit\/b\.ts:1 uses /),
    ]);
  });

  it('but a given date is as good as any other value', () => {
    expect(
      impureUses(made({ 'spec/emit/a.ts': "const at = new Date('2026-01-01T00:00:00Z').toISOString();" })),
    ).toEqual([]);
  });
});

describe('A file without a shape is found', () => {
  const lines = (count: number): string => 'a;\n'.repeat(count);

  it('by its length, unless there is a reason', () => {
    const files = made({ 'model/a.ts': lines(300), 'model/b.ts': lines(301), 'generated/c.ts': lines(900) });
    expect(longFiles(files, new Map())).toEqual([expect.stringMatching(/^model\/b\.ts has 301 lines/)]);
    expect(longFiles(files, new Map([['model/b.ts', 'a reason']]))).toEqual([]);
  });

  it('and a reason that is no longer needed is found too', () => {
    expect(longFiles(made({ 'model/a.ts': lines(300) }), new Map([['model/a.ts', 'a reason']]))).toHaveLength(1);
    expect(longFiles(made({}), new Map([['model/gone.ts', 'a reason']]))).toHaveLength(1);
  });

  it.each(['server/utils/a.ts', 'spec/helpers.ts', 'model/common/a.ts', 'test/util/a.ts'])(
    'by its name: %s',
    (path) => {
      expect(vagueNames(made({ [path]: '' }))).toHaveLength(1);
    },
  );
});
