/**
 * Everything that has to agree, held against each other. The order is that of a reader: the model by itself, then the
 * generated files as they stand on disk, then those files against what would be written now.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTestPrograms } from '../coverage/titles.ts';
import type { Artifact } from '../emit/artifact.ts';
import { draftPath } from '../emit/draft/index.ts';
import { emitFromModel } from '../emit/model-artifacts.ts';
import { openApiPath } from '../emit/openapi-artifacts.ts';
import {
  allArtifacts,
  coverageArtifacts,
  generatedFolder,
  readMeasured,
  readmeFile,
  record,
  top,
} from '../emit/pipeline.ts';
import { emitPromela } from '../emit/promela.ts';
import { emitFromRecordings } from '../emit/recorded-artifacts.ts';
import type { Recording } from '../emit/recording.ts';
import { tracesIn } from '../emit/trace/read.ts';
import type { Verification } from '../verify/check/verification.ts';
import { documentsAgree } from './documents-agree.ts';
import { formsAgree } from './draft/forms-agree.ts';
import { idnits } from './draft/idnits.ts';
import { lintDraft } from './draft/lint.ts';
import { rfcxml } from './draft/rfcxml.ts';
import { draftSources } from './draft/sources.ts';
import { textForm } from './draft/text-form.ts';
import { compareFindings, type Finding } from './finding.ts';
import { compareGenerated, listFiles } from './generated-files.ts';
import { machinesWhole } from './machines-whole.ts';
import { manifestTrue } from './manifest-true.ts';
import { measuredFresh } from './measured-fresh.ts';
import { lintOpenApi } from './openapi-lint.ts';
import { openApiMatchesMachine } from './openapi-matches-machine.ts';
import { pathsReplay } from './paths-replay.ts';
import { readmeSpliced } from './readme-spliced.ts';
import { recordingsComplete } from './recordings-complete.ts';
import { requirementsAttached } from './requirements-attached.ts';
import { requirementsTested } from './requirements-tested.ts';
import { routesMatch } from './routes-match.ts';
import { schemaExamples } from './schema-examples.ts';
import { tablesAgree } from './tables-agree.ts';
import { tracesValid } from './traces-valid.ts';
import { vocabularyUsed } from './vocabulary-used.ts';
import { yamlSame } from './yaml-same.ts';

/** The generated files, by path below `generated/`. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** A rule, by the name under which the command line reports it. */
type Rule<Subject> = (subject: Subject) => Finding[] | Promise<Finding[]>;

/** Rules about the model alone. */
export const modelRules: Readonly<Record<string, Rule<void>>> = {
  'machines are total, and everything in them is reached': () => machinesWhole(),
  'requirements are attached and well worded': () => requirementsAttached(),
  'vocabulary is used, and nothing else is': () => vocabularyUsed(),
  'the README says what the model says': async () =>
    readmeSpliced(await readFile(readmeFile, 'utf8'), await readMeasured(generatedFolder)),
};

const linted = [openApiPath('3.1', 'json'), openApiPath('3.0', 'json')];

/** Rules about the generated files as they stand, by what they mean: none compares them with what would be written now. */
export const meaningRules: Readonly<Record<string, Rule<GeneratedFiles>>> = {
  'schemas and their examples hold in two validators': schemaExamples,
  'OpenAPI describes what the machines do, and nothing else': (files) => each(files, linted, openApiMatchesMachine),
  'documents agree with each other': (files) =>
    documentsAgree([...files].map(([path, content]) => ({ path, content }))),
  'YAML says the same as JSON': yamlSame,
  'routes are those of the OpenAPI document': (files) =>
    routesMatch(files.get('server/routes.ts') ?? '', files.get(openApiPath('3.1', 'json')) ?? ''),
  'tables and XState take the same steps': tablesAgree,
  'recordings are complete and valid': (files) => recordingsComplete(recordingsIn(files)),
  'test paths are taken by the machine': pathsReplay,
  'traces are valid, and so are their messages': tracesValid,
  'the prose of the draft carries anchors, and no facts': (files) =>
    draftSources({ recordings: recordingsIn(files), traces: tracesIn(files) }),
  'the draft says what a draft has to': (files) =>
    lintDraft(`generated/${draftPath('md')}`, files.get(draftPath('md')) ?? '', recordingsIn(files)),
  'the RFCXML of the draft is clean': (files) =>
    rfcxml(`generated/${draftPath('xml')}`, files.get(draftPath('xml')) ?? ''),
  'the forms of the draft say the same': (files) => [
    ...formsAgree(
      {
        md: files.get(draftPath('md')) ?? '',
        xml: files.get(draftPath('xml')) ?? '',
        html: files.get(draftPath('html')) ?? '',
      },
      draftPath,
    ),
    ...textForm(draftPath('txt'), files.get(draftPath('txt')) ?? '', files.get(draftPath('html')) ?? ''),
  ],
  'every MUST is tested': requirementsTested,
  'what was measured was measured on these files': (files) => measuredFresh(files),
  'the manifest is true': manifestTrue,
};

/** Rules that need a process of their own, and so a second. */
export const lintRules: Readonly<Record<string, Rule<GeneratedFiles>>> = {
  'the draft passes idnits': (files) => idnits(draftPath('xml'), files.get(draftPath('xml')) ?? ''),
  'OpenAPI passes two linters': (files) =>
    lintOpenApi(linted.flatMap((path) => (files.has(path) ? [{ path, content: files.get(path) ?? '' }] : []))),
};

/** Reads the generated files. */
export async function readGenerated(folder: string): Promise<GeneratedFiles> {
  const paths = await listFiles(folder);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

/**
 * The rules of a table, one after the other, with what each found.
 *
 * @param isEnough asked before each rule; those after the first yes are left out
 */
export async function findingsOf<Subject>(
  rules: Readonly<Record<string, Rule<Subject>>>,
  subject: Subject,
  report: (name: string, findings: readonly Finding[]) => void = () => {},
  isEnough: () => boolean = () => false,
): Promise<Finding[]> {
  const all: Finding[] = [];
  for (const [name, rule] of Object.entries(rules)) {
    if (isEnough()) break;
    const findings = (await ranOrFailed(name, rule, subject)).map(inRepository);
    report(name, findings);
    all.push(...findings);
  }
  return all.sort(compareFindings);
}

/** A rule that stumbles over what it judges has found something, even if it cannot say it well. */
async function ranOrFailed<Subject>(name: string, rule: Rule<Subject>, subject: Subject): Promise<Finding[]> {
  try {
    return await rule(subject);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, file = 'model'] = /((?:generated|model|spec|server)\/[\w./-]+)/.exec(message) ?? [];
    return [
      {
        rule: 'check/stumbled',
        file,
        element: name,
        expected: 'something that can be judged',
        actual: message.slice(0, 300),
        fix: 'mend what the message names, then check again',
      },
    ];
  }
}

/**
 * Compares the generated files with what would be written now. A server that cannot be recorded is a finding, because
 * its routes are generated too.
 *
 * @param proving what the model checker finds; without it the files that show it are left alone
 */
export async function compareWithNow(folder: string, proving?: Promise<Verification>): Promise<Finding[]> {
  const fromModel = emitFromModel(); // whoever calls turns a failure into a finding
  const verification = await proving;
  try {
    const recordings = await record();
    const [measured, tests] = [await readMeasured(folder), await readTestPrograms(top)];
    if (verification === undefined) {
      const unproved = [
        ...fromModel,
        ...emitFromRecordings(recordings, tracesIn(await readGenerated(folder))),
        ...coverageArtifacts(fromModel, measured, tests),
      ];
      return (await compareGenerated(unproved, folder)).filter(isNoOrphan);
    }
    const promela = emitPromela();
    const sources = { fromModel, promela, recordings, verification, measured, tests };
    return await compareGenerated(await allArtifacts(sources), folder);
  } catch (error) {
    return [...(await compareGenerated(fromModel, folder)).filter(isNoOrphan), unrecorded(error)];
  }
}

const isNoOrphan = ({ rule }: Finding): boolean => rule !== 'generated/orphaned';

const unrecorded = (error: unknown): Finding => ({
  rule: 'recordings/failed',
  file: 'server/recorder/scenarios.ts',
  element: 'the recorder',
  expected: 'every scenario ends as it says',
  actual: /Error: .*/.exec(String(error))?.[0] ?? String(error).slice(0, 300),
  fix: 'npm run generate; if it stays, mend the server or the scenario',
});

function each(
  files: GeneratedFiles,
  paths: readonly string[],
  rule: (document: Pick<Artifact, 'path' | 'content'>) => Finding[],
): Finding[] {
  return paths.flatMap((path) => rule({ path, content: files.get(path) ?? '' }));
}

/** The recordings among the generated files. */
export const recordingsIn = (files: GeneratedFiles): Recording[] =>
  [...files].filter(([path]) => path.startsWith('recordings/')).map(([, content]) => JSON.parse(content) as Recording); // written by our own emitter

/** Some rules know files by their path below `generated/`; readers know them from the top. */
const inRepository = (finding: Finding): Finding =>
  /^(README\.md$|(generated|model|spec|server|test)(\/|$))/.test(finding.file)
    ? finding
    : { ...finding, file: `generated/${finding.file}` };
