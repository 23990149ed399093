/**
 * Each rule of the lint, seen to find the fault it is there for, on the line where it was planted. The twenty seeds of
 * the research are numbered; several are found by more rules than one, and here it is asked that the right one does.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { blockContents } from '../../../spec/check/draft/code-blocks.ts';
import { readDocument } from '../../../spec/check/draft/document.ts';
import { examples } from '../../../spec/check/draft/examples.ts';
import { lintDraft } from '../../../spec/check/draft/lint.ts';
import type { Finding } from '../../../spec/check/finding.ts';
import { draftAs, recordings, spoilt } from './drafts.ts';

let draft: string;

beforeAll(() => {
  draft = draftAs('md');
});

const lint = (text: string): Promise<Finding[]> => lintDraft('draft.md', text, recordings);
const prose = (sentence: string): [string, string] => [
  '# Delivery {#delivery}\n\n',
  `# Delivery {#delivery}\n\n${sentence}\n\n`,
];

describe('The draft as it is', () => {
  it('has nothing to complain about', async () => expect(await lint(draft)).toEqual([]));
});

describe('A planted fault is found by its rule', () => {
  it.each<[string, string, [string | RegExp, string]]>([
    ['01 broken JSON in an HTTP message', 'draft/json', ['"interval": 30,', '"interval": 30,,']],
    ['02 a comment in JSON', 'draft/json', [/(~~~ json\n\{)/, '$1 // one']],
    [
      '03 a misspelt parameter in an example',
      'draft/example-parameter',
      ['&delivery_option=sms', '&delivery_opton=sms'],
    ],
    ['03 a misspelt parameter in the prose', 'draft/name-unknown', ['`code_length` and', '`code_lenght` and']],
    ['04 a missing parameter', 'schema/invalid', [' &delivery_option=sms\\\n', '']],
    ['05 a number that contradicts the limits', 'draft/number-contradicted', prose('The passcode is valid for 300 s.')],
    ['06 a handle that changes on its way', 'draft/example-thread', [/(&auth_session=)w/, '$1x']],
    ['06 a token that changes on its way', 'draft/example-thread', [/(Authorization: Bearer ey)J/, '$1K']],
    [
      '07 an error without a registration',
      'draft/iana-row-missing',
      [/\| `invalid_user_code` \| token endpoint response .*\n/, ''],
    ],
    ['07 a new error in the prose', 'draft/name-unknown', prose('The answer is `otp_expired`.')],
    [
      '08 a registration that points nowhere',
      'draft/iana-reference',
      ['{{token-errors}} of this document', '{{token-error}} of this document'],
    ],
    ['09 an answer that caches may keep', 'draft/cache-control', ['Cache-Control: no-store\n', '']],
    ['10 a line that is too long', 'draft/line-too-long', ['HTTP/1.1 200 OK', `HTTP/1.1 200 OK${' '.repeat(60)}.`]],
    ['11 a lower-case keyword', 'draft/keyword-lower-case', prose('The client must wait.')],
    ['12 no boilerplate', 'draft/bcp14-boilerplate', ['The key words "MUST"', 'The words "MUST"']],
    ['13 no Security Considerations', 'draft/section-missing', ['# Security Considerations {', '# Security {']],
    ['14 no IANA Considerations', 'draft/section-missing', ['# IANA Considerations {', '# Registrations {']],
    ['15 half a keyword', 'draft/keyword-malformed', ['The client MUST NOT', 'The client MUST not']],
    [
      '16 a reference that nobody cites',
      'draft/reference-uncited',
      ['normative:\n', 'normative:\n  RFC2616:\n    title: "HTTP"\n'],
    ],
    ['17 a host that somebody may own', 'draft/host-real', ['Host: utility.example', 'Host: utility.com']],
    ['18 a number that somebody may have', 'draft/phone-real', [/%2B12025550199/, '%2B14155552671']],
    ['18 the same in the prose', 'draft/phone-real', prose('Call +1 415 555 2671.')],
    [
      '19 a passcode in the query',
      'draft/secret-in-uri',
      ['POST /token HTTP/1.1', 'POST /token?user_code=12345678 HTTP/1.1'],
    ],
    ['20 a pointer to nowhere', 'draft/pointer-dead', ['{{newest}}', '{{newer}}']],
    ['20 the number of a section', 'draft/section-number', prose('See Section 7.9.')],
    ['a block without a type', 'draft/block-type', ['~~~ http-message', '~~~']],
    ['a block without a name', 'draft/block-name', ['{: sourcecode-name="kiosk-story-2-request.http"}', '']],
    ['two blocks of one name', 'draft/block-name', ['"kiosk-story-3-request.http"', '"kiosk-story-2-request.http"']],
    ['a message that is none', 'draft/http', ['HTTP/1.1 200 OK', 'HTTP 200']],
    ['a form that is none', 'draft/form', [/^sub_id=%7B/m, 'sub_id=%7']],
    ['a body without a type', 'draft/http-body', ['Content-Type: application/json; charset=utf-8\n', '']],
    ['a fold that cannot be undone', 'draft/folding', [/\\\n &delivery_option=sms/, '\\\n   &delivery_option=sms']],
    ['a refusal that names no way to authenticate', 'draft/www-authenticate', [/WWW-Authenticate: Basic .*\n/, '']],
    [
      'an example that was not played',
      'draft/example-unrecorded',
      ['"lock-7-response.http"', '"lock-70-response.http"'],
    ],
    ['a requirement of one’s own', 'draft/requirement-unknown', prose('The client MUST wait.')],
    [
      'a requirement that says something else',
      'draft/requirement-unknown',
      ['MUST bound the size', 'MUST NOT bound the size'],
    ],
    [
      'a registration that nobody asked for',
      'draft/iana-row-unused',
      ['| `user_code` | token request', '| `user_pin` | token request'],
    ],
    [
      'a registration without a usage location',
      'draft/iana-field',
      ['| `user_code` | token request |', '| `user_code` |  |'],
    ],
    ['a table of registrations that is gone', 'draft/iana-table', ['| URN | Common Name |', '| URN | Name |']],
    ['a threat without an entry', 'draft/checklist-entry', ['{:#threat-replay}', '']],
    [
      'an attack without an answer',
      'draft/mitigation-missing',
      [/(\{:#attack-toll-fraud\}.*\n: ).*\n/, '$1Nothing helps.\n'],
    ],
    [
      'an attack with an answer that is none',
      'draft/mitigation-unknown',
      [/(\{:#attack-toll-fraud\}.*\n: ).*\n/, '$1`code-message/prayer`\n'],
    ],
    [
      'an attack that no property answers',
      'draft/mitigation-unproved',
      [/(\{:#attack-code-replay\}.*\n: ).*\n/, '$1`code-message/plain-words`\n'],
    ],
    ['a chance that was not computed', 'draft/guess-miscounted', ['1 in 20,000,000', '1 in 200,000,000']],
    ['a rule on parameters that is gone', 'draft/parameter-rule', ['{:#request_empty-is-absent}', '']],
    ['a transition without a row', 'draft/transition-row', [/\| `absent` \| `code\.submitted` .*\n/, '']],
    [
      'a transition whose requirement is not stated',
      'draft/transition-unstated',
      ['{:#transaction_denial-revokes}', ''],
    ],
    [
      'personal data that is not named',
      'draft/personal-unnamed',
      [
        /\| `meter_number` \| .*who|\| `meter_number` \| Number of a meter, as printed on its face or on a bill \| The client.*\n/,
        '',
      ],
    ],
    ['an error that no example shows', 'draft/name-unshown', ['"error": "invalid_target"', '"error": "invalid_scope"']],
    ['a figure without words', 'draft/figure-alternative', [/(<artwork type="svg") alt="[^"]*"/, '$1']],
    ['a figure in colour', 'draft/figure-profile', ['fill="black"', 'fill="red"']],
  ])('%s', async (_title, rule, [find, replacement]) => {
    const { text, line } = spoilt(draft, find, replacement);
    const found = (await lint(text)).filter((finding) => finding.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    // Where something is missing the finding stands at the top, or at the beginning of what lacks it.
    const lines = found.map(({ element }) => Number(/^line (\d+)/.exec(element)?.[1]));
    expect(lines.some((at) => at === 1 || Math.abs(at - line) <= 30)).toBe(true);
  });
});

describe('An example', () => {
  it('fails with any of its bytes flipped', async () => {
    const document = readDocument('draft.md', draft);
    const http = document.blocks.filter(({ type }) => type === 'http-message');
    expect(http.length).toBeGreaterThan(40);
    for (const [index, block] of http.entries()) {
      const at = (index * 37) % block.text.length;
      const flipped = block.text[at] === 'q' ? 'z' : 'q';
      const text = `${block.text.slice(0, at)}${flipped}${block.text.slice(at + 1)}`;
      const spoilt = { ...document, blocks: [{ ...block, text }] };
      const found = [...blockContents(spoilt), ...(await examples(spoilt, recordings))];
      expect(found, `${block.name} at ${at}`).not.toEqual([]);
    }
  }, 60_000);
});
