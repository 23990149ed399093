/**
 * The part of RFCXML version 3 that the draft uses: which elements may stand where, and with which attributes. It is
 * narrower than the vocabulary, has no deprecated element in it, and knows the SVG of RFC 7996.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7991
 */

export interface ElementRule {
  readonly attributes: readonly string[];
  /** Elements that may stand inside. */
  readonly children: readonly string[];
  /** Whether text may. */
  readonly text: boolean;
}

const inline = ['bcp14', 'em', 'tt', 'xref'];
const flow = ['dl', 'figure', 'ol', 'sourcecode', 't', 'table', 'ul'];

const element = (attributes: string, children: readonly string[] = [], text = false): ElementRule => ({
  attributes: attributes === '' ? [] : attributes.split(' '),
  children,
  text,
});

const shape = 'd fill stroke x y width height';

export const rfcxmlGrammar: Readonly<Record<string, ElementRule>> = {
  rfc: element('category consensus docName ipr sortRefs submissionType symRefs tocInclude version xml:lang xmlns:xi', [
    'front',
    'middle',
    'back',
  ]),
  front: element('', ['abstract', 'area', 'author', 'date', 'keyword', 'seriesInfo', 'title', 'workgroup']),
  title: element('abbrev', [], true),
  seriesInfo: element('name value'),
  author: element('fullname initials role surname', ['address', 'organization']),
  organization: element('', [], true),
  address: element('', ['email']),
  email: element('', [], true),
  date: element('month year'),
  area: element('', [], true),
  workgroup: element('', [], true),
  keyword: element('', [], true),
  abstract: element('', ['t']),
  middle: element('', ['section']),
  back: element('', ['references', 'section']),
  section: element('anchor numbered', ['name', 'section', ...flow]),
  name: element('', [], true),
  t: element('', inline, true),
  ul: element('', ['li']),
  ol: element('', ['li']),
  li: element('', inline, true),
  dl: element('newline', ['dt', 'dd']),
  dt: element('anchor', inline, true),
  dd: element('', flow),
  figure: element('anchor', ['artset', 'name']),
  artset: element('', ['artwork']),
  artwork: element('alt type', ['svg'], true),
  sourcecode: element('name type', [], true),
  table: element('anchor', ['name', 'tbody', 'thead']),
  thead: element('', ['tr']),
  tbody: element('', ['tr']),
  tr: element('', ['td', 'th']),
  th: element('', [], true),
  td: element('', inline, true),
  references: element('anchor', ['name', 'reference', 'references']),
  reference: element('anchor target', ['front', 'seriesInfo']),
  xref: element('section sectionFormat target'),
  bcp14: element('', [], true),
  em: element('', [], true),
  tt: element('', [], true),
  svg: element('baseProfile version viewBox xmlns', ['path', 'rect', 'svg-title', 'text']),
  'svg-title': element('', [], true),
  path: element(shape),
  rect: element(shape),
  text: element('fill font-family font-size text-anchor x y', [], true),
};

/** Elements with a name of their own inside of SVG. */
export const ruleName = (name: string, parent: string): string =>
  name === 'title' && parent === 'svg' ? 'svg-title' : name;
