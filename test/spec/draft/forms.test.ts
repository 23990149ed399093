/** The three forms of the draft: that they are one document, and that tools for authors take them. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirements } from '../../../model/index.ts';
import { kioskClientId, kioskRegistration } from '../../../server/sandbox/clients.ts';
import { formsAgree } from '../../../spec/check/draft/forms-agree.ts';
import { idnits } from '../../../spec/check/draft/idnits.ts';
import { rfcxml } from '../../../spec/check/draft/rfcxml.ts';
import { front } from '../../../spec/draft/front.ts';
import { story } from '../../../spec/draft/story.ts';
import { draftPath, emitDraft } from '../../../spec/emit/draft/index.ts';
import { draftAs, evidence, spoilt } from './drafts.ts';

let forms: { md: string; xml: string; html: string };

beforeAll(() => {
  forms = { md: draftAs('md'), xml: draftAs('xml'), html: draftAs('html') };
});

describe('The forms of the draft', () => {
  it('are the same bytes for the same recordings and traces', () => {
    expect(emitDraft(evidence)).toEqual(emitDraft(structuredClone(evidence)));
  });

  it('have the same sections, tables, figures and requirements', () => {
    expect(formsAgree(forms, draftPath)).toEqual([]);
  });

  it.each<['md' | 'xml' | 'html', string, string]>([
    ['md', '{:#code-message_says-scope}', ''],
    ['xml', '<section anchor="notice">', '<section anchor="notices">'],
    ['html', 'id="code-message/says-scope"', 'id="code-message/scope"'],
  ])('would be caught apart in %s', (form, find, replacement) => {
    const apart = { ...forms, [form]: spoilt(forms[form], find, replacement).text };
    expect(formsAgree(apart, draftPath)).toContainEqual(expect.objectContaining({ file: draftPath(form) }));
  });

  it('name the kiosk as it is registered at the reference server', () => {
    const { displayName, autofillDomain } = kioskRegistration({});
    expect(story).toMatchObject({ clientName: displayName, autofillDomain });
    expect(forms.md).toContain(kioskClientId);
  });
});

describe('The reading copy', () => {
  it('has an anchor for each requirement, by its id', () => {
    for (const id of Object.keys(requirements)) expect(forms.html).toContain(`id="${id}"`);
  });

  it('has every anchor once, and a place for every link within it', () => {
    const ids = [...forms.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...forms.html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(links.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('fetches nothing', () => {
    expect(forms.html).not.toMatch(/<script|<link|<img|@import|url\(/);
  });
});

describe('The RFCXML', () => {
  it('fits the grammar of what it uses, and its pointers lead somewhere', () => {
    expect(rfcxml(draftPath('xml'), forms.xml)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['an element that version 3 deprecates', 'rfcxml/element', '<ul>', '<list>'],
    ['an attribute that there is none of', 'rfcxml/attribute', '<sourcecode type=', '<sourcecode language='],
    ['an anchor that is there twice', 'rfcxml/anchor', '<section anchor="notice">', '<section anchor="messages">'],
    ['an anchor with a slash', 'rfcxml/anchor', '<dt anchor="request_method">', '<dt anchor="request/method">'],
    ['a pointer to nowhere', 'rfcxml/target', '<xref target="newest"/>', '<xref target="newer"/>'],
    ['a tag that is not closed', 'rfcxml/nesting', '</section>', ''],
    ['an ampersand that is not escaped', 'rfcxml/entity', 'Heather Homeowner', 'Heather & Homeowner'],
    ['text between sections', 'rfcxml/text', '<middle>', '<middle>Text'],
    ['a figure in colour', 'rfcxml/colour', 'stroke="black"', 'stroke="navy"'],
    ['an SVG element out of the profile', 'rfcxml/element', '<path d=', '<marker d='],
    ['a broken tag', 'rfcxml/malformed', '<middle>', '<middle'],
  ])('%s is found', (_title, rule, find, replacement) => {
    const found = rfcxml('draft.xml', spoilt(forms.xml, find, replacement).text);
    expect(found.map((finding) => finding.rule)).toContain(rule);
  });
});

describe('idnits', () => {
  it('has nothing to complain about in submission mode', async () => {
    expect(await idnits(draftPath('xml'), forms.xml)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['MISSING_IPR_ATTRIBUTE', ' ipr="trust200902"', ''],
    ['MISSING_ABSTRACT_SECTION', 'abstract>', 'note>'],
    ['DEPRECATED_ELEMENT', '<ul>', '<list>'],
  ])('is asked, and heard: %s', async (code, find, replacement) => {
    const spoiltXml = forms.xml.replaceAll(find, replacement);
    expect(
      await idnits(draftPath('xml'), spoiltXml.replaceAll('</ul>', find === '<ul>' ? '</list>' : '</ul>')),
    ).toContainEqual(expect.objectContaining({ rule: `idnits/${code}` }));
  });
});

const converter = ((): string | undefined => {
  try {
    return execFileSync('which', ['kramdown-rfc'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
})();

describe.skipIf(converter === undefined)('kramdown-rfc, where it is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otp-flow-draft-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function converted(markdown: string, name = 'draft.md'): Promise<{ stdout: string; stderr: string }> {
    const file = join(folder, name);
    writeFileSync(file, markdown);
    const env = { ...process.env, KRAMDOWN_OFFLINE: '1', KRAMDOWN_NO_SOURCE: '1', KRAMDOWN_REFCACHEDIR: folder };
    return promisify(execFile)(converter ?? '', ['--v3', file], { env, maxBuffer: 16 * 1024 * 1024 });
  }

  it('converts the Markdown without a network and without a line of complaint', async () => {
    expect((await converted(forms.md)).stderr).toBe('');
  });

  it('converts it in the layout of an i-d-template repository, under its name without the revision', async () => {
    const name = front.docName.replace(/-\d\d$/, '');
    const latest = spoilt(forms.md, `docname: ${front.docName}`, `docname: ${name}-latest`).text;
    const { stdout, stderr } = await converted(latest, `${name}.md`);
    expect(stderr).toBe('');
    // what the template's `make submit` does
    const submitted = stdout.replaceAll(`${name}-latest`, front.docName);
    expect(submitted).toContain(`docName="${front.docName}"`);
    expect(wordsOf(submitted).length).toBe(wordsOf((await converted(forms.md)).stdout).length);
  });

  it('complains about what it does not like, which is how we know that it was asked', async () => {
    const { text } = spoilt(forms.md, '~~~ json\n{', '~~~ json\n{,');
    expect((await converted(text)).stderr).toMatch(/JSON/);
  });

  it('makes of it, word by word, what stands in our own XML', async () => {
    const theirs = wordsOf((await converted(forms.md)).stdout.replaceAll(/ title=(?:"([^"]*)"|'([^']*)')/g, '>$1$2<'));
    const ours = wordsOf(forms.xml);
    expect(ours.length).toBeGreaterThan(15_000);
    expect(theirs).toEqual(ours);
  });
});

/** The words of the body, with pointers by their targets. Markup may differ; what is said may not. */
function wordsOf(xml: string): string[] {
  const body = xml.slice(xml.indexOf('<middle>'), xml.lastIndexOf('</back>'));
  return body
    .replace(/<references[\s\S]*<\/references>/, '')
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .replaceAll(/<xref [^>]*?target="([^"]+)"[^>]*>/g, ' →$1 ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&nbsp;|&#160;|\u00a0/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split(/\s+/);
}
