/**
 * The parts of the README that are facts: the exchange matrix, the picture of the machine, and which client generators
 * work. They stand between markers in an authored file; what is between two markers is written from the model or from
 * what was measured, everything else by people.
 */
import { errors, type OutcomeRow, outcomes, transaction } from '../../model/index.ts';
import { reachableOutcomes } from '../walk/reachable-outcomes.ts';
import { exchangeNames, outcomeNames } from './answers.ts';
import type { GeneratorMatrix } from './generator-matrix.ts';
import { generatorMeasurement, matrixRows } from './generator-page.ts';
import { overview } from './machine-figures.ts';
import { code, markdownTable } from './markdown-table.ts';

/** Measured files as they stand, by path below `generated/`. */
type Measured = ReadonlyMap<string, string>;

/** What can be spliced, by the name of its markers. */
export const readmeParts: Readonly<Record<string, (measured: Measured) => string>> = {
  'client-generators': clientGenerators,
  'exchange-matrix': outcomeMatrix,
  'transaction-machine': () => `\`\`\`mermaid\n${overview(transaction).trim()}\n\`\`\``,
};

const marker = /<!-- begin ([a-z-]+) -->\n[\s\S]*?<!-- end \1 -->/g;

/**
 * The README with its parts as they are now.
 *
 * @throws Error for a part that is not known, or one that the README does not have
 */
export function splicedReadme(text: string, measured: Measured): string {
  const used = new Set<string>();
  const spliced = text.replace(marker, (_block, name: string) => {
    const part = readmeParts[name];
    if (part === undefined) throw new Error(`README.md has a part ${name} that nobody writes`);
    used.add(name);
    return `<!-- begin ${name} -->\n${part(measured)}\n<!-- end ${name} -->`;
  });
  const missing = Object.keys(readmeParts).filter((name) => !used.has(name));
  if (missing.length > 0) throw new Error(`README.md lacks the parts ${missing.join(', ')}`);
  return spliced;
}

/** Every outcome, and which exchanges end in it. */
function outcomeMatrix(): string {
  const reachable = reachableOutcomes().outcomes;
  const rows = outcomeNames.map((name) => {
    const row: OutcomeRow = outcomes[name];
    return [
      name,
      String(row.status),
      row.error === undefined ? '' : code(errors[row.error].name),
      ...exchangeNames.map((exchange) => (reachable.get(exchange)?.has(name) === true ? '●' : '')),
    ];
  });
  return markdownTable(['outcome', 'status', 'error', ...exchangeNames], rows);
}

/** Which client generators work, as it was measured. */
function clientGenerators(measured: Measured): string {
  const content = measured.get(generatorMeasurement.path);
  if (content === undefined) return `Not measured yet: \`${generatorMeasurement.command}\`.`;
  return matrixRows(JSON.parse(content) as GeneratorMatrix); // the run wrote it
}
