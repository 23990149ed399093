/**
 * OpenAPI documents, judged by three parties that share no code: Redocly's linter, Spectral, and the meta-schema of the
 * OpenAPI Specification. No error, no warning and no hint is let through; `redocly.yaml` and `spectral-ruleset.ts`
 * say which rules are off and why.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '@hyperjump/json-schema/openapi-3-0';
import { type SchemaObject, validate } from '@hyperjump/json-schema/openapi-3-1';
import { Document, Spectral } from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import { parse } from 'yaml';
import { compareFindings, type Finding } from './finding.ts';
import { spectralRuleset } from './spectral-ruleset.ts';
import { assertingFormats } from './validators.ts';

/** A document in JSON or YAML; its path is relative, and names it in the findings. */
export interface OpenApiDocument {
  readonly path: string;
  readonly content: string;
}

const fix = 'change the emitter of the document, or the model behind it, and run npm run generate';

/**
 * Everything that Redocly, Spectral or the meta-schema has to say about OpenAPI 3.0 and 3.1 documents. A document that
 * refers out of itself is not shown to them, because they would fetch what it refers to; no connection is opened.
 *
 * @returns findings whose element is a JSON pointer into the document
 * @throws Error when a linter could not be run
 */
export async function lintOpenApi(documents: readonly OpenApiDocument[]): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-lint-'));
  try {
    const found = await Promise.all(documents.map((document) => lintOne(document, folder)));
    return found.flat().sort(compareFindings);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function lintOne(document: OpenApiDocument, folder: string): Promise<Finding[]> {
  const { path } = document;
  const parsed = parseDocument(document.content);
  if (typeof parsed === 'string') {
    const expected = 'an object in JSON or YAML';
    return [{ rule: 'openapi/syntax', file: path, element: '#', expected, actual: parsed, fix }];
  }
  const outside = outsideReferences(parsed, '#');
  if (outside.length > 0) {
    const place = { rule: 'openapi/self-contained', file: path, expected: 'a reference that starts with #', fix };
    return outside.map(([element, actual]) => ({ ...place, element, actual }));
  }
  const verdicts = [
    lintWithRedocly(document, folder),
    lintWithSpectral(document),
    validateAgainstMetaSchema(path, parsed),
  ];
  return (await Promise.all(verdicts)).flat();
}

/** References to other documents, each with the place where it stands. */
function outsideReferences(value: unknown, pointer: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]): [string, string][] => {
    const place = `${pointer}/${escapeStep(key)}`;
    const isReference = key === '$ref' && typeof member === 'string';
    if (isReference) return member.startsWith('#') ? [] : [[place, member]];
    return outsideReferences(member, place);
  });
}

/** The part of Redocly's JSON output that is read here. */
interface RedoclyReport {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly reference?: string;
    readonly location: readonly { readonly pointer?: string }[];
    readonly suggest: readonly string[];
  }[];
}

const redoclyCommand = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
const redoclyConfig = fileURLToPath(new URL('./redocly.yaml', import.meta.url));

async function lintWithRedocly({ path, content }: OpenApiDocument, folder: string): Promise<Finding[]> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
  const { problems } = await runRedocly(path, folder);
  return problems.map(({ ruleId, message, reference, location, suggest }) => ({
    rule: `redocly/${ruleId}`,
    file: path,
    element: location[0]?.pointer ?? '#',
    expected: reference ?? `what the rule ${ruleId} asks`,
    actual: message.trim(),
    fix: suggest.length > 0 ? `perhaps ${suggest.join(' or ')} was meant; ${fix}` : fix,
  }));
}

/** One process per document, because for several it prints several JSON texts one after the other. */
function runRedocly(path: string, folder: string): Promise<RedoclyReport> {
  const args = [redoclyCommand, 'lint', path, `--config=${redoclyConfig}`, '--format=json', '--max-problems=10000'];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, env, maxBuffer: 2 ** 26 },
      (_exitIsNotZeroForProblems, stdout, stderr) => {
        try {
          // Written by the linter whose version is pinned; a shape that changed shows in the tests of this file.
          resolve(JSON.parse(stdout) as RedoclyReport);
        } catch {
          reject(new Error(`redocly could not lint ${path}: ${stderr.trim() || stdout.trim()}`));
        }
      },
    );
  });
}

async function lintWithSpectral({ path, content }: OpenApiDocument): Promise<Finding[]> {
  const spectral = new Spectral();
  spectral.setRuleset(spectralRuleset);
  const source = path.endsWith('.json')
    ? new Document(content, spectralParsers.Json, path)
    : new Document(content, spectralParsers.Yaml, path);
  const results = await spectral.run(source);
  return results.map(({ code, message, path: place }) => ({
    rule: `spectral/${code}`,
    file: path,
    element: toPointer(place),
    expected: spectral.ruleset?.rules[code]?.description ?? `what the rule ${code} asks`,
    actual: message,
    fix,
  }));
}

const toPointer = (place: readonly (string | number)[]): string =>
  ['#', ...place.map((step) => escapeStep(String(step)))].join('/');

const escapeStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const metaSchemas = {
  // The package's copy asks for an absolute URI in every `$ref`, so here `format` cannot be asserted.
  '3.0': { id: 'https://spec.openapis.org/oas/3.0/schema', formats: false },
  '3.1': { id: 'https://spec.openapis.org/oas/3.1/schema-base', formats: true },
} as const;

async function validateAgainstMetaSchema(path: string, document: SchemaObject): Promise<Finding[]> {
  const place = { rule: 'openapi/meta-schema', file: path, fix };
  const metaSchema = metaSchemaOf(document.openapi);
  if (metaSchema === undefined) {
    const expected = `a version out of ${Object.keys(metaSchemas).join(', ')}`;
    return [{ ...place, element: '#/openapi', expected, actual: String(document.openapi) }];
  }
  const validator = await validate(metaSchema.id);
  const output = assertingFormats(metaSchema.formats, () => validator(document, 'BASIC'));
  if (output.valid) return [];
  return (output.errors ?? []).map(({ instanceLocation, absoluteKeywordLocation }) => ({
    ...place,
    element: instanceLocation,
    expected: `valid against ${metaSchema.id}`,
    actual: `fails ${absoluteKeywordLocation}`,
  }));
}

function metaSchemaOf(version: unknown) {
  const [, minor] = /^(3\.[01])\.\d+$/.exec(String(version)) ?? [];
  return minor === '3.0' || minor === '3.1' ? metaSchemas[minor] : undefined;
}

/** The document as an object, or why it is none. */
function parseDocument(content: string): SchemaObject | string {
  try {
    const value: unknown = parse(content);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    // A parsed YAML mapping without tags of its own is plain JSON.
    return isObject ? (value as SchemaObject) : `a document that is ${value === null ? 'empty' : 'no object'}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
