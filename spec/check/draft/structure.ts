/** The frame of the draft: sections that have to be there, pointers, references, and the words of BCP 14. */
import { requirements } from '../../../model/index.ts';
import { bcp14Keywords } from '../../emit/draft/words.ts';
import type { Finding } from '../finding.ts';
import type { DraftDocument } from './document.ts';
import { findingIn } from './lint-finding.ts';

const neededSections = ['Introduction', 'Security Considerations', 'Privacy Considerations', 'IANA Considerations'];

/** Sections without which a draft is not taken. */
export function sections(document: DraftDocument): Finding[] {
  const titles = new Set(document.headings.map(({ title }) => title));
  return neededSections
    .filter((title) => !titles.has(title))
    .map((title) =>
      findingIn(document)('section-missing', 1, `a section "${title}"`, 'none', 'write it, or give it back its title'),
    );
}

/** Pointers in double braces: sections, tables, figures and references; and numbers where a pointer belongs. */
export function pointers(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const known = new Set([...document.anchors, ...document.references.map(({ anchor }) => anchor)]);
  const anchored = new Set(document.headings.map(({ anchor }) => anchor));
  return document.prose.flatMap(({ text, line }) => [
    ...[...text.matchAll(/\{\{(?:Sections? [\w.]+ of )?([^{}]+)\}\}/g)].flatMap(([whole, target = '']) =>
      known.has(target) || anchored.has(target)
        ? []
        : [finding('pointer-dead', line, 'an anchor or a reference of the draft', whole, 'correct the anchor')],
    ),
    ...[...text.matchAll(/\b(?:Section|Appendix) [0-9A-Z](?:\.[0-9]+)*(?! of\b)\b/g)].flatMap(([whole]) =>
      /\{\{[^}]*$/.test(text.slice(0, text.indexOf(whole)))
        ? []
        : [finding('section-number', line, 'a pointer by anchor', whole, 'write {{anchor}}; numbers move')],
    ),
  ]);
}

/** References that nothing cites. */
export function references(document: DraftDocument): Finding[] {
  const all = document.prose.map(({ text }) => text).join('\n');
  const cited = new Set([...all.matchAll(/\{\{(?:Sections? [\w.]+ of )?([^{}]+)\}\}/g)].map(([, target]) => target));
  return document.references
    .filter(({ anchor }) => !cited.has(anchor))
    .map(({ anchor, kind, line }) =>
      findingIn(document)(
        'reference-uncited',
        line,
        `a citation of the ${kind} reference`,
        `${anchor} is cited nowhere`,
        'cite it or take it out',
      ),
    );
}

const boilerplate =
  /^The key words "MUST", "MUST NOT", "REQUIRED", "SHALL", "SHALL NOT", "SHOULD", "SHOULD NOT", "RECOMMENDED", "NOT RECOMMENDED", "MAY", and "OPTIONAL" in this document are to be interpreted as described in BCP 14 \{\{RFC2119\}\} \{\{RFC8174\}\} when, and only when, they appear in all capitals, as shown here\.$/;

/** The paragraph of RFC 8174, word for word. */
export function bcp14(document: DraftDocument): Finding[] {
  if (document.prose.some(({ text }) => boilerplate.test(text))) return [];
  return [
    findingIn(document)(
      'bcp14-boilerplate',
      1,
      'the paragraph of RFC 8174, word for word',
      'none',
      'write {{boilerplate bcp14}} into the prose',
    ),
  ];
}

const malformed =
  /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED) not\b|\b(?:must|shall|should|Must|Shall|Should) NOT\b|\bMAY NOT\b|\bnot (?:RECOMMENDED|REQUIRED)\b/g;
const lowerCase = /\b(?:must|should|shall)\b/gi;

/** Sections in which lower-case words order nothing: a sentence of RFC 7942, and titles of scenarios. */
const lenient = new Set(['implementation-status', 'test-vectors']);

/** Keywords that are none, and words that a reader could take for one. */
export const keywords = (document: DraftDocument): Finding[] => {
  const finding = findingIn(document);
  return document.prose.flatMap(({ text, line, section }) => {
    if (boilerplate.test(text) || /^\*(?:\[|Example )/.test(text)) return [];
    const wrong = [...text.matchAll(malformed)].map(([found]) =>
      finding('keyword-malformed', line, 'a keyword of BCP 14 in capitals as a whole', found, 'write it in capitals'),
    );
    const lower = [...text.matchAll(lowerCase)]
      .filter(([found]) => found !== found.toUpperCase() && !lenient.has(section))
      .map(([found]) =>
        finding(
          'keyword-lower-case',
          line,
          'a requirement, or other words',
          found,
          'state a requirement or say what is the case',
        ),
      );
    return [...wrong, ...lower];
  });
};

const keyword = new RegExp(`\\b(?:${bcp14Keywords.join('|')})\\b`);

/** A sentence of BCP 14 stands under the id of a requirement, and says what the requirement says. */
export function requirementSentences(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const sentences = new Map(Object.values(requirements).map(({ text, level }) => [plain(text), level]));
  return document.prose.flatMap(({ text, line }) => {
    if (!keyword.test(text) || boilerplate.test(text) || /^(?:\*\[|\|)/.test(text)) return [];
    if (sentences.has(plain(text.replace(/^: /, '')))) return [];
    return [
      finding(
        'requirement-unknown',
        line,
        'the sentence of a requirement of the model',
        text.slice(0, 90),
        'change the model, or say it in plain words',
      ),
    ];
  });
}

/** Letters and digits alone: how a sentence is set does not matter. */
const plain = (sentence: string): string =>
  sentence
    .replace(
      /\{\{(?:Section ([\w.]+) of )?([\w.-]+)\}\}/g,
      (_, section: string | undefined, document: string) => document.replace(/^RFC/, 'RFC ') + (section ?? ''),
    )
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
