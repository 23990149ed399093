/**
 * Twenty faults of a kind that drafts really have, each planted in the Markdown of ours: the linter finds at least
 * nineteen, and none in the draft as it is. Tools for authors found six of such twenty.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../../../spec/check/draft/lint.ts';
import { draftPath } from '../../../../spec/emit/draft/index.ts';
import type { Recording } from '../../../../spec/emit/recording.ts';

const generated = new URL('../../../../generated/', import.meta.url);
const file = `generated/${draftPath('md')}`;
const draft = readFileSync(new URL(draftPath('md'), generated), 'utf8');
const recordings = readdirSync(new URL('recordings/', generated)).map(
  (name) => JSON.parse(readFileSync(new URL(`recordings/${name}`, generated), 'utf8')) as Recording, // of our own recorder
);

/** Changes the first place that fits; a seed that fits nowhere is a mistake in this test. */
function seeded(find: string | RegExp, replace: string): string {
  const faulty = draft.replace(find, replace);
  if (faulty === draft) throw new Error(`the seed ${String(find)} fits nowhere`);
  return faulty;
}

const withoutSection = (title: string): string => seeded(new RegExp(`\\n# ${title}[\\s\\S]*?(?=\\n# )`), '\n');

const seeds: readonly (readonly [string, () => string])[] = [
  ['01 broken JSON inside an HTTP message', () => seeded('"expires_in": 900,', '"expires_in": 900,,')],
  ['02 broken JSON in a block of JSON', () => seeded(/(~~~ json\n\{[\s\S]*?"): /, '$1 ')],
  [
    '03 a misspelt parameter in an example',
    () => seeded(/(~~~ http-message[\s\S]*?)delivery_option=sms/, '$1delivery_opton=sms'),
  ],
  ['04 a parameter that is required is missing', () => seeded(/&?delivery_option=sms/, '')],
  [
    '05 a number in prose that contradicts the model',
    () => seeded('# Delivery {#delivery}\n', '# Delivery {#delivery}\n\nThe passcode works for 300 seconds.\n'),
  ],
  ['06 the session changes between two steps', () => seeded(/(auth_session=)[A-Za-z0-9_-]{8}/, '$1AAAAAAAA')],
  ['07 an error code without an IANA row', () => seeded(/\| `invalid_user_code` \| token endpoint response .*\n/, '')],
  [
    '08 an IANA row that points to a section that is not there',
    () => seeded('| token request | IETF | {{token-request}}', '| token request | IETF | {{token-reply}}'),
  ],
  ['09 an answer without Cache-Control', () => seeded('Cache-Control: no-store\n', '')],
  ['10 a line that is too long', () => seeded(/(~~~ http-message\n.*)/, `$1${'x'.repeat(70)}`)],
  [
    '11 a requirement in lower case',
    () => seeded('# Delivery {#delivery}\n', '# Delivery {#delivery}\n\nThe client must not do that.\n'),
  ],
  ['12 the boilerplate of BCP 14 is gone', () => seeded(/The key words "MUST"[\s\S]*?\n\n/, '')],
  ['13 no Security Considerations', () => withoutSection('Security Considerations')],
  ['14 no IANA Considerations', () => withoutSection('IANA Considerations')],
  ['15 a keyword that is none', () => seeded('The client MUST NOT', 'The client MUST not')],
  [
    '16 a normative reference that nobody cites',
    () => seeded('normative:\n', 'normative:\n  RFC2616:\n    title: Hypertext Transfer Protocol\n    date: 1999\n'),
  ],
  ['17 a host that is not reserved for examples', () => seeded('Host: utility.example', 'Host: utility.com')],
  ['18 a telephone number that somebody may have', () => seeded(/\+1202555\d{4}/, '+14155552671')],
  ['19 a passcode in the query', () => seeded('POST /token HTTP/1.1', 'POST /token?user_code=12345678 HTTP/1.1')],
  [
    '20 a reference to a section that is not there',
    () => seeded('{{otp-delivery-response}}', '{{otp-delivery-reply}}'),
  ],
];

describe('The draft', () => {
  it('has none of these faults', async () => {
    expect(await lintDraft(file, draft, recordings)).toEqual([]);
  });
});

describe('A seeded fault is found', () => {
  it.each(seeds)('%s', async (_title, plant) => {
    const found = await lintDraft(file, plant(), recordings);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) expect(finding.file).toBe(file);
  });
});
