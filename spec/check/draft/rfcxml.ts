/**
 * The RFCXML of the draft against the grammar of what it uses, with its pointers. idnits looks at content and lets
 * unknown attributes pass; renderers do not.
 */
import type { Finding } from '../finding.ts';
import { rfcxmlGrammar, ruleName } from './rfcxml-grammar.ts';

interface Tag {
  readonly name: string;
  readonly line: number;
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g;

/** Findings for a document, each with its line. */
export function rfcxml(file: string, xml: string): Finding[] {
  const findings: Finding[] = [];
  const say = (line: number, rule: string, expected: string, actual: string): void => {
    findings.push({
      rule: `rfcxml/${rule}`,
      file,
      element: `line ${line}`,
      expected,
      actual,
      fix: 'correct spec/emit/draft/render-xml.ts',
    });
  };
  const open: Tag[] = [];
  const anchors = new Map<string, number>();
  const targets: { target: string; line: number }[] = [];
  let line = 1;
  for (const [text, closes, name, attributes = '', empty] of xml.matchAll(token)) {
    const at = line;
    line += text.split('\n').length - 1;
    const parent = open.at(-1)?.name ?? '';
    const within = rfcxmlGrammar[parent];
    if (text === '<') say(at, 'malformed', 'a tag', xml.split('\n')[at - 1]?.slice(0, 60) ?? '');
    else if (name === undefined) {
      const isText = text.startsWith('<![CDATA[') || (!text.startsWith('<') && text.trim() !== '');
      if (isText && within?.text !== true)
        say(at, 'text', `no text in ${parent || 'the document'}`, text.trim().slice(0, 40));
      if (!text.startsWith('<') && /&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text))
        say(at, 'entity', 'entities of XML', text.slice(0, 40));
    } else if (closes === '/') {
      const last = open.pop();
      if (last?.name !== ruleName(name, open.at(-1)?.name ?? '')) say(at, 'nesting', `</${last?.name ?? ''}>`, text);
    } else {
      const known = ruleName(name, parent);
      const rule = rfcxmlGrammar[known];
      const may = parent === '' ? known === 'rfc' : (within?.children.includes(known) ?? false);
      if (rule === undefined || !may)
        say(at, 'element', `an element of version 3 that may stand in ${parent}`, `<${name}>`);
      for (const [, attribute = '', value = ''] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
        if (rule !== undefined && !rule.attributes.includes(attribute))
          say(at, 'attribute', `attributes of ${name}`, attribute);
        if (attribute === 'anchor') anchorSeen(value, at);
        if (attribute === 'target' && name === 'xref') targets.push({ target: value, line: at });
        if (/^(?:fill|stroke)$/.test(attribute) && !/^(?:black|white|none)$/.test(value))
          say(at, 'colour', 'black, white or none', value);
      }
      if (empty !== '/') open.push({ name: known, line: at });
    }
  }
  for (const { name, line: at } of open) say(at, 'nesting', `</${name}>`, 'the end of the document');
  for (const { target, line: at } of targets) {
    if (!anchors.has(target)) say(at, 'target', 'an anchor of the document', target);
  }
  return findings;

  function anchorSeen(value: string, at: number): void {
    if (!/^[A-Za-z_][\w.-]*$/.test(value)) say(at, 'anchor', 'a name that XML takes for an identifier', value);
    if (anchors.has(value)) say(at, 'anchor', 'an anchor of its own', `${value}, which line ${anchors.get(value)} has`);
    anchors.set(value, at);
  }
}
