/** The draft as it is written now, for tests that spoil it. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Chapter, readChapters } from '../../../spec/emit/draft/chapter.ts';
import { emitDraft } from '../../../spec/emit/draft/index.ts';
import type { Evidence } from '../../../spec/emit/draft/splice-context.ts';
import type { Recording } from '../../../spec/emit/recording.ts';
import { tracesIn } from '../../../spec/emit/trace/read.ts';

const folder = new URL('../../../generated/recordings/', import.meta.url);

/** What the reference server recorded. */
export const recordings: readonly Recording[] = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Recording); // of our own recorder

const evidenceFolder = new URL('../../../generated/', import.meta.url);

/** What was played and proved, as it stands. */
export const evidence: Evidence = {
  recordings,
  traces: tracesIn(
    new Map(
      readdirSync(new URL('traces/', evidenceFolder)).map((name) => [
        `traces/${name}`,
        readFileSync(new URL(`traces/${name}`, evidenceFolder), 'utf8'),
      ]),
    ),
  ),
};

/** One form of the draft, by the ending of its file. */
export function draftAs(extension: 'html' | 'md' | 'txt' | 'xml'): string {
  const found = emitDraft(evidence).find(({ path }) => path.endsWith(`.${extension}`));
  if (found === undefined) throw new Error(`no form of the draft ends in ${extension}`);
  return found.content;
}

/** A text with its first fitting place changed, and the line on which the change begins. */
export function spoilt(text: string, find: string | RegExp, replacement: string): { text: string; line: number } {
  const changed = text.replace(find, replacement);
  if (changed === text) throw new Error(`${String(find)} fits nowhere`);
  const lines = text.split('\n');
  const line = changed.split('\n').findIndex((one, index) => one !== lines[index]);
  return { text: changed, line: line + 1 };
}

/** The chapters, with one of them changed. */
export const chaptersWith = (file: string, find: string | RegExp, replacement: string): Chapter[] =>
  readChapters().map((chapter) =>
    chapter.file.endsWith(file) ? { ...chapter, text: spoilt(chapter.text, find, replacement).text } : chapter,
  );
