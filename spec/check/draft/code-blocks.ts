/** Blocks of code and figures: typed, named, narrow, well-formed, and folded so that they can be unfolded. */
import { fold, lineWidth, unfold } from '../../emit/draft/fold.ts';
import { httpType } from '../../emit/draft/http-source.ts';
import type { Finding } from '../finding.ts';
import type { CodeBlock, DraftDocument } from './document.ts';
import { parseHttp } from './http-message.ts';
import { findingIn } from './lint-finding.ts';

const knownTypes = new Set([httpType, 'json', 'text']);

/** Type, name and width of each block. */
export function blockFrames(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const names = new Map<string, number>();
  return document.blocks.flatMap(({ type, name, text, line }) => {
    const first = names.get(name);
    names.set(name, first ?? line);
    return [
      ...(knownTypes.has(type)
        ? []
        : [
            finding('block-type', line, [...knownTypes].join(', '), type || 'no type', 'say the type after the tildes'),
          ]),
      ...(name === ''
        ? [finding('block-name', line, 'a name', 'none', 'write {: sourcecode-name="…"} below the block')]
        : []),
      ...(name === '' || first === undefined
        ? []
        : [finding('block-name', line, 'a name of its own', `${name} is at line ${first} too`, 'rename it')]),
      ...tooWide(text, line, document),
    ];
  });
}

function tooWide(text: string, line: number, document: DraftDocument): Finding[] {
  return text
    .split('\n')
    .flatMap((one, index) =>
      one.length <= lineWidth
        ? []
        : [
            findingIn(document)(
              'line-too-long',
              line + index,
              `${lineWidth} columns at most`,
              `${one.length} columns`,
              'fold it as RFC 8792 describes',
            ),
          ],
    );
}

/** Figures: narrow as text, and said in words for whoever does not see them. */
export function figures(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  return document.figures.flatMap(({ text, line }) => {
    const drawn = text.replace(/&(?:gt|lt|amp|quot);/g, '.');
    const width = /^<|<\/artwork>/.test(text) ? [] : tooWide(drawn, line, document);
    const artworks = [...text.matchAll(/<artwork [^>]*>/g)].map(([tag]) => tag);
    const wordless = artworks.filter((tag) => !/ alt="[^"]{20,}"/.test(tag));
    const styled = /<svg[\s\S]*(?:\bstyle=|<style|<marker|<script|(?:fill|stroke)="(?!black"|white"|none"))/.test(text);
    return [
      ...width,
      ...wordless.map((tag) =>
        finding(
          'figure-alternative',
          line,
          'a text alternative',
          tag.slice(0, 60),
          'give the artwork an alt attribute',
        ),
      ),
      ...(styled
        ? [
            finding(
              'figure-profile',
              line,
              'the profile of RFC 7996: black and white, no style, no markers',
              'something else',
              'draw it with plain shapes',
            ),
          ]
        : []),
    ];
  });
}

/** What is inside of a block, by its type. */
export const blockContents = (document: DraftDocument): Finding[] =>
  document.blocks.flatMap((block) => [...foldings(block, document), ...contents(block, document)]);

function foldings({ text, line }: CodeBlock, document: DraftDocument): Finding[] {
  const whole = unfold(text);
  const isForm = (one: string) => /^[\w%.+-]+=[^ ]*&/.test(one);
  if (whole === text || fold(whole, isForm) === text) return [];
  return [
    findingIn(document)(
      'folding',
      line,
      'a text that folds to itself after it was unfolded',
      'another text',
      'fold it with the splicer',
    ),
  ];
}

function contents({ type, text, line }: CodeBlock, document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const whole = unfold(text);
  if (type === 'json')
    return isJson(whole) ? [] : [finding('json', line, 'JSON (RFC 8259)', 'something else', 'correct the JSON')];
  if (type !== httpType) return [];
  const message = parseHttp(whole);
  if (message === undefined)
    return [finding('http', line, 'an HTTP message', whole.split('\n')[0] ?? '', 'correct the message')];
  const media = message.fields.get('content-type')?.split(';')[0];
  if (message.body === undefined)
    return media === undefined
      ? []
      : [finding('http-body', line, `a body of type ${media}`, 'none', 'add the body, or take the field out')];
  if (media?.endsWith('json'))
    return isJson(message.body)
      ? []
      : [finding('json', line, 'a body in JSON (RFC 8259)', 'something else', 'correct the JSON')];
  if (media?.endsWith('form-urlencoded'))
    return isForm(message.body)
      ? []
      : [finding('form', line, 'a form body', message.body.slice(0, 60), 'correct the form')];
  return [finding('http-body', line, 'a Content-Type that fits the body', media ?? 'none', 'say what the body is')];
}

/** Strict: no comments, no trailing commas. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const isForm = (text: string): boolean => {
  if (!/^[\w%.*+-]+=[\w%.*+~-]*(?:&[\w%.*+-]+=[\w%.*+~-]*)*$/.test(text)) return false;
  try {
    decodeURIComponent(text.replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
};
