/**
 * Facts of the protocol that somebody typed into the prose: numbers, names on the wire, paths, and words of BCP 14. Each
 * of them has an anchor, and what is typed goes stale.
 */
import { endpoints } from '../../../model/index.ts';
import type { Chapter } from '../../emit/draft/chapter.ts';
import { bcp14Keywords } from '../../emit/draft/words.ts';
import type { Finding } from '../finding.ts';
import { wireNames } from './wire-names.ts';

/** Digits that are part of a name or a date and no fact of this protocol. */
const harmless = /\bOAuth 2\.0\b|\bRFC [0-9]{4}\b|\bBCP 14\b|\bthe year [0-9]{4}\b/g;

const unmistakable = [...wireNames(), ...Object.values(endpoints).map(({ path }) => path)].filter((name) =>
  /[_:/]/.test(name),
);
const escaped = (value: string): string => value.replace(/[^\w]/g, '\\$&');
const number = 'two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|hundred|thousand';
const unit =
  'digits?|characters?|bits?|seconds?|minutes?|hours?|days?|weeks?|attempts?|tries|guesses|sends?|resends?|passcodes?|codes?';

interface Suspicion {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly expected: string;
  readonly fix: string;
}

const suspicions: readonly Suspicion[] = [
  {
    rule: 'draft/typed-number',
    pattern: new RegExp(`\\d[\\d.,]*|\\b(?:${number})[- ](?:\\w+ )?(?:${unit})\\b`, 'gi'),
    expected: 'a number that comes from the model',
    fix: 'write {{limit name.default}}, {{status outcome}} or {{computed name}}, or say it without the number',
  },
  {
    rule: 'draft/typed-name',
    pattern: new RegExp(`(?<![\\w/-])(?:${unmistakable.map(escaped).join('|')})(?![\\w-])|\`[^\`]*\``, 'g'),
    expected: 'a name that comes from the model',
    fix: 'write {{param name}}, {{error name}}, {{endpoint name}}, {{metadata name}} or the like',
  },
  {
    rule: 'draft/typed-keyword',
    pattern: new RegExp(`\\b(?:${bcp14Keywords.join('|')})\\b`, 'g'),
    expected: 'words of BCP 14 in requirements only',
    fix: 'make it a requirement of the model and write {{req id}}, or say it in plain words',
  },
  {
    rule: 'draft/lower-case-keyword',
    pattern: /\b(?:must|shall|should|required to|recommended to)\b/gi,
    expected: 'no word that a reader may take for one of BCP 14',
    fix: 'make it a requirement of the model, or say what is the case',
  },
  {
    rule: 'draft/typed-section',
    pattern: /\b(?:Sections?|Appendix|Table|Figure) (?:[0-9A-Z](?:\.[0-9]+)*)\b(?!\w)/g,
    expected: 'pointers to sections, tables and figures by name',
    fix: 'write {{section anchor}}, {{table-ref name}}, {{figure-ref name}} or {{ref document section}}',
  },
];

/** Sentences that RFC 7942 asks authors to copy as they are. */
const copied = /^This is not intended as, and must not be construed to be,/;

/** Findings for a chapter, one for each place. */
export function typedFacts({ file, text }: Chapter): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    if (copied.test(line)) return [];
    const prose = line
      .replace(/\{\{[^{}]*\}\}/g, ' ')
      .replace(/\{#[a-z0-9-]+[^}]*\}/, '')
      .replace(/^[0-9]+\. /, '')
      .replace(harmless, ' ');
    return suspicions.flatMap(({ rule, pattern, expected, fix }) => {
      if (rule === 'draft/typed-name' && line.startsWith('Table: ')) return [];
      return [...prose.matchAll(pattern)].map(([found]) => ({
        rule,
        file,
        element: `line ${index + 1}`,
        expected,
        actual: found,
        fix,
      }));
    });
  });
}
