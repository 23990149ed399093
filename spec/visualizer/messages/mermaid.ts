/** A run as a Mermaid sequence diagram, for documents and issues. */
import { type ArrowKind, arrowsOf, type Lane, laneNames, lanes } from '../run/arrows.ts';
import type { Taken } from '../run/take.ts';

const shape: Readonly<Record<ArrowKind, string>> = {
  request: '->>',
  answer: '-->>',
  error: '--x',
  message: '-)',
  act: '->>',
  time: '',
  note: '',
};

/** Mermaid text: the lanes that take part, and an arrow or a note for everything that passes. */
export function mermaidOf(title: string, taken: readonly Taken[]): string {
  const arrows = taken.map(arrowsOf);
  const used = new Set<Lane>(arrows.flat().flatMap(({ from, to }) => [from, to]));
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    'sequenceDiagram',
    ...laneNames.filter((lane) => used.has(lane)).map((lane) => `  participant ${lane} as ${lanes[lane]}`),
    ...arrows
      .flat()
      .map(({ from, to, kind, text }) =>
        from === to ? `  Note over ${from}: ${plain(text)}` : `  ${from}${shape[kind] || '->>'}${to}: ${plain(text)}`,
      ),
    '',
  ].join('\n');
}

/** Mermaid ends a line at a semicolon, and takes a hash for an entity. */
const plain = (text: string): string => text.replace(/[;#]/g, (character) => `#${character.charCodeAt(0)};`);
