/** The plain text of the draft: fits a terminal, and has every section, table, figure and requirement of the others. */
import { requirements } from '../../../model/index.ts';
import { textColumns } from '../../emit/draft/text-layout.ts';
import type { Finding } from '../finding.ts';

/**
 * Findings for the text.
 *
 * @param html the reading copy, whose numbers and titles are what the text is held against
 */
export function textForm(file: string, text: string, html: string): Finding[] {
  const lines = text.split('\n');
  const flowing = squeezed(text);
  const known = new Set(lines.map((line) => line.trim()));
  const finding = (rule: string, element: string, expected: string, actual: string): Finding => ({
    rule,
    file,
    element,
    expected,
    actual,
    fix: 'correct spec/emit/draft/render-text.ts',
  });
  return [
    ...lines.flatMap((line, index) =>
      line.length > textColumns || /[^\x20-\x7e]/.test(line)
        ? [finding('draft/text-line', `line ${index + 1}`, `${textColumns} columns of ASCII at most`, line)]
        : [],
    ),
    ...titles(html)
      .filter((title) => !flowing.includes(title))
      .map((title) => finding('draft/forms-differ', title, 'what the reading copy has', 'nothing of this name')),
    ...Object.keys(requirements)
      .filter((id) => !known.has(id))
      .map((id) => finding('draft/forms-differ', id, 'an entry that states it', 'none')),
  ];
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

/** Headings with their numbers, and captions, as plain words. */
function titles(html: string): string[] {
  const headings = [...html.matchAll(/<h[2-6]><a class="self"[^>]*>(.*?)<\/a><\/h/g)].map(([, inner = '']) => inner);
  const captions = [...html.matchAll(/<(?:fig)?caption>((?:Table|Figure) .*?)<\/(?:fig)?caption>/g)].map(
    ([, inner = '']) => inner,
  );
  return [...headings, ...captions].map((inner) => squeezed(plain(inner)));
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
