/** The pages of the site: whole, small, the same each time, and asking for nothing. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { requirements } from '../../../../model/index.ts';
import type { Artifact } from '../../../../spec/emit/artifact.ts';
import { draftPath, emitDraft } from '../../../../spec/emit/draft/index.ts';
import { machinesDigest } from '../../../../spec/emit/site/digest.ts';
import { scriptJson } from '../../../../spec/emit/site/escape.ts';
import { emitSite } from '../../../../spec/emit/site.ts';
import { recordings } from '../../visualizer/recorded.ts';

const others: readonly Artifact[] = [
  { path: 'openapi/a & b.json', content: '{}\n', emitter: 'x', audience: 'tools <all>', title: 'An interface' },
  { path: draftPath('html'), content: '<!doctype html>', emitter: 'x', audience: 'readers' },
  { path: 'unheard/of.txt', content: 'ä\n', emitter: 'x', audience: 'anybody' },
];
const top = fileURLToPath(new URL('../../../../', import.meta.url));
const limit = 2 * 1024 * 1024;

let pages: ReadonlyMap<string, string>;
const page = (name: string): string => pages.get(`site/${name}`) ?? '';
/** What of a page fits a pattern; a whole page in a message of failure helps nobody. */
const matches = (name: string, pattern: RegExp): string[] =>
  (page(name).match(new RegExp(pattern, 'g')) ?? []).map(String);
const holds = (name: string, text: string): boolean => page(name).includes(text);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  pages = new Map((await emitSite(recordings, others)).map(({ path, content }) => [path, content]));
});

describe('Every page', () => {
  it('is there', () => {
    expect([...pages.keys()]).toEqual([
      'site/visualizer.html',
      'site/requirements.html',
      'site/links.json',
      'site/failed-check.schema.json',
      'site/README.md',
      'site/index.html',
    ]);
  });

  it('is written the same, byte for byte, each time', async () => {
    const again = await emitSite(recordings, others);
    expect(again.map(({ content }) => hashOf(content))).toEqual([...pages.values()].map(hashOf));
  });

  it('says nothing about where it was made, and ends its lines as everything does', () => {
    for (const content of pages.values()) {
      const forbidden = [top.replace(/\/$/, ''), `${homedir()}/`, '\r', 'sourceMappingURL'];
      expect(forbidden.filter((text) => content.includes(text))).toEqual([]);
    }
  });

  it('loads nothing from anywhere', () => {
    for (const content of pages.values()) {
      const loads = [
        ...content.matchAll(
          /<(?:script|img|iframe|link|object|embed|source|video|audio)\b[^>]*\b(?:src|href|data)="([^"]*)"/g,
        ),
      ].map(([, url]) => url);
      expect(loads.filter((url) => !url?.startsWith('data:'))).toEqual([]);
      expect(content.match(/@import|url\((?!#|"?data:)/g)).toBeNull();
    }
  });

  it('carries nothing of the layout engine, which has another licence', () => {
    expect(matches('visualizer.html', /elk\.layered|org\.eclipse|\bEPL\b/)).toEqual([]);
  });
});

describe('The visualizer', () => {
  it(`is no larger than ${limit} bytes`, () => {
    expect(Buffer.byteLength(page('visualizer.html'))).toBeLessThan(limit);
  });

  it('may run its own program and use its own style only', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page('visualizer.html')) ?? [];
    const [, script = ''] = /<script>([\s\S]*?)<\/script>\s*<\/body>/.exec(page('visualizer.html')) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>\n<\/head>/.exec(page('visualizer.html')) ?? [];
    const base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${base64(script)}'`);
    expect(policy).toContain(`style-src 'sha256-${base64(style)}'`);
    expect(policy).not.toContain('unsafe');
  });

  it('holds the digest of the machines, the charts and the recordings', () => {
    expect(holds('visualizer.html', machinesDigest())).toBe(true);
    for (const { scenario } of recordings) expect(holds('visualizer.html', `"scenario":"${scenario}"`)).toBe(true);
  });

  it('links sentences to the draft when there is one, and only then', async () => {
    expect(holds('visualizer.html', `../${draftPath('html')}#`)).toBe(true);
    const [alone] = await emitSite(recordings, []);
    expect(alone?.content.includes('"sentenceLinks":{}')).toBe(true);
  });

  it('and the draft lead to each other, sentence by sentence', () => {
    const draft = emitDraft({ recordings, traces: [] }).find(({ path }) => path === draftPath('html'))?.content ?? '';
    for (const id of Object.keys(requirements)) {
      expect(holds('visualizer.html', `"../${draftPath('html')}#${id}"`), id).toBe(true);
      expect(draft.includes(`id="${id}"`), id).toBe(true);
      expect(draft.includes(`href="../site/visualizer.html#sentence=${id}"`), id).toBe(true);
    }
  });
});

describe('Data inside of a page', () => {
  it('cannot close the element it stands in', () => {
    const text = scriptJson({ words: '</script><!--' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ words: '</script><!--' });
  });
});

describe('The index', () => {
  it('lists every file with its size and its checksum', () => {
    for (const { path, content } of others) {
      expect(holds('index.html', hashOf(content))).toBe(true);
      expect(holds('index.html', `href="../${path.replace('&', '&amp;')}"`)).toBe(true);
    }
    expect(holds('index.html', hashOf(page('visualizer.html')))).toBe(true);
    expect(holds('index.html', 'href="visualizer.html"')).toBe(true);
  });

  it('escapes what it is told', () => {
    expect(holds('index.html', 'tools &lt;all&gt;')).toBe(true);
    expect(holds('index.html', 'tools <all>')).toBe(false);
  });
});

describe('The table of sentences', () => {
  it('has every sentence, each under its own id', () => {
    for (const id of Object.keys(requirements)) expect(holds('requirements.html', `<li id="${id}">`)).toBe(true);
  });

  it('names the switch of a mitigation', () => {
    expect(holds('requirements.html', 'switched off by resendKeepsCount')).toBe(true);
  });
});
