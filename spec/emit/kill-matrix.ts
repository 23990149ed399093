/**
 * What the conformance suite finds: each mutant server with the cases that failed on it, as it was measured, and the page
 * about it. A suite that has never failed says nothing; this says on what it has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { requirements as requirementRows } from '../../model/index.ts';
import type { Artifact } from './artifact.ts';
import { code, markdownTable } from './markdown-table.ts';
import type { Measurement } from './measured.ts';

const emitter = 'test/mutants/cli.ts';

/** The measured file, without the digest of what was measured. */
export interface KillMatrix {
  readonly counts: {
    /** Cases that pass on the right server and were tried on the mutants. */
    readonly cases: number;
    readonly mutants: number;
    readonly killed: number;
    /** Killed by a case about a requirement that the mutant breaks. */
    readonly killedByName: number;
  };
  readonly mutants: readonly MeasuredMutant[];
  /** The cases that failed on some mutant, each with what it is about. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
}

export interface MeasuredMutant {
  readonly id: string;
  readonly wrong: string;
  /** What it does not keep. */
  readonly requirements: readonly string[];
  /** The cases that failed; none for a survivor. */
  readonly cases: readonly string[];
  /** Why it was not found. */
  readonly reason?: string;
}

const folders = ['test/conformance/', 'test/conformance/suites/', 'test/mutants/'] as const;
const top = new URL('../../', import.meta.url);
/** What reports and starts the suite, and what runs the mutants, has no say in what is found. */
const aside = /(?:^|\/)(?:cli|bin|survivors|[\w-]+\.test)\.ts$/;

/** `tests/kill-matrix.json`. */
export const killMatrix: Measurement = {
  path: 'tests/kill-matrix.json',
  emitter,
  audience: 'whoever wants to know what the conformance suite finds',
  title: 'Mutant servers, each with the cases of the conformance suite that failed on it',
  command: 'npm run mutants',
  // the programs without comments and white space, and the state suite that they play
  subject: (files) => [files.get('tests/complete-suite.json') ?? '', ...folders.flatMap(tokensOf)].join('\n'),
  pages: (content) => [page(JSON.parse(content) as KillMatrix)], // written by `npm run mutants`
};

/** The programs of a folder, each as its tokens. */
function tokensOf(folder: string): string[] {
  const names = readdirSync(fileURLToPath(new URL(folder, top))).filter((name) => name.endsWith('.ts'));
  return names
    .filter((name) => !aside.test(name))
    .sort()
    .map((name) => `${folder}${name} ${tokens(readFileSync(fileURLToPath(new URL(folder + name, top)), 'utf8'))}`);
}

function tokens(source: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, source);
  const found: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) found.push(scanner.getTokenText());
  return found.join(' ');
}

function page({ counts, mutants, cases }: KillMatrix): Artifact {
  const survivors = mutants.filter((mutant) => mutant.cases.length === 0);
  return {
    path: 'tests/kill-matrix.md',
    emitter: 'spec/emit/kill-matrix.ts',
    audience: 'reviewers, and whoever trusts the conformance suite',
    title: 'The same as tables, by requirement and by mutant',
    content: `# What the conformance suite finds

${counts.mutants} servers that are wrong about one thing each were examined with ${counts.cases} cases that all pass on the
right one. ${counts.killed} were found out, ${counts.killedByName} of them by a case about a requirement that they break.
Measured by \`npm run mutants\`: all cases about the broken requirements are played, and where none of them fails the
others, up to the first that does.

## Not found

${
  survivors.length === 0
    ? 'Every one was found.'
    : markdownTable(
        ['mutant', 'the server', 'why nobody sees it'],
        survivors.map(({ id, wrong, reason = '' }) => [code(id), wrong, reason]),
      )
}

## By requirement

${markdownTable(
  ['requirement', 'mutants that break it', 'found', 'cases about it that failed'],
  Object.keys(requirementRows).flatMap((requirement) => {
    const breaking = mutants.filter(({ requirements }) => requirements.includes(requirement));
    if (breaking.length === 0) return [];
    const failed = new Set(
      breaking.flatMap((mutant) => mutant.cases.filter((name) => cases[name]?.includes(requirement))),
    );
    const found = breaking.filter((mutant) => mutant.cases.length > 0).length;
    return [[code(requirement), String(breaking.length), String(found), [...failed].sort().map(code).join(', ')]];
  }),
)}

## By mutant

${markdownTable(
  ['mutant', 'the server', 'breaks', 'cases that failed'],
  mutants.map(({ id, wrong, requirements, cases: failed }) => [
    code(id),
    wrong,
    requirements.map(code).join(', '),
    failed.map(code).join(', '),
  ]),
)}
`,
  };
}
