/** The prose of the draft, and what becomes of it when somebody types what belongs to the model. */
import { describe, expect, it } from 'vitest';
import { draftSources } from '../../../spec/check/draft/sources.ts';
import { readChapters } from '../../../spec/emit/draft/chapter.ts';
import { chaptersWith, evidence } from './drafts.ts';

const found = (file: string, find: string | RegExp, replacement: string) =>
  draftSources(evidence, chaptersWith(file, find, replacement));

describe('The prose as it is', () => {
  it('has nothing to complain about', () => expect(draftSources(evidence)).toEqual([]));
});

describe('A fault in the prose is found, with its line', () => {
  const delivery = '## OTP Delivery Errors';
  const typed = (sentence: string): [string, string, string] => [
    '07-delivery.md',
    delivery,
    `${sentence}\n\n${delivery}`,
  ];
  it.each<[string, string, [string, string | RegExp, string]]>([
    [
      'an anchor that names nothing',
      'draft/anchor-unknown',
      ['07-delivery.md', '{{param codeLength}}', '{{param codeSize}}'],
    ],
    [
      'an anchor of an unknown kind',
      'draft/anchor-unknown',
      ['07-delivery.md', '{{param codeLength}}', '{{parameter codeLength}}'],
    ],
    [
      'a limit without a value',
      'draft/anchor-unknown',
      ['07-delivery.md', '{{limit codeLength.default}}', '{{limit codeLength}}'],
    ],
    [
      'a step that was not recorded',
      'draft/anchor-unknown',
      ['07-delivery.md', '{{example resend/3 resendTooSoon response}}', '{{example resend/30 resendTooSoon response}}'],
    ],
    [
      'a step whose place another has taken',
      'draft/anchor-unknown',
      ['07-delivery.md', '{{example resend/3 resendTooSoon response}}', '{{example resend/2 resendTooSoon response}}'],
    ],
    [
      'a citation of an unknown document',
      'draft/anchor-unknown',
      ['01-introduction.md', '{{ref rfc8628}}', '{{ref rfc8629}}'],
    ],
    [
      'a requirement that is stated twice',
      'draft/anchor-doubled',
      [
        '08-messages.md',
        '{{req code-message/says-scope}}',
        '{{req code-message/says-scope}}\n{{req code-message/says-scope}}',
      ],
    ],
    [
      'an example that is shown twice',
      'draft/anchor-doubled',
      ['10-transaction.md', '{{example resend/7 codeWrong response}}', '{{example resend/3 resendTooSoon response}}'],
    ],
    [
      'an attack that the verifier did not find',
      'draft/anchor-unknown',
      ['92-without.md', '{{trace transaction-single-grant}}', '{{trace transaction-double-grant}}'],
    ],
    [
      'an attack that is told twice',
      'draft/anchor-doubled',
      ['92-without.md', '{{trace transaction-single-grant}}', '{{trace transaction-wrong-code-lock}}'],
    ],
    ['a pointer to nowhere', 'draft/pointer', ['07-delivery.md', '{{section newest}}', '{{section newer}}']],
    [
      'a pointer to a table that is not there',
      'draft/pointer',
      ['10-transaction.md', '{{table-ref limits}}', '{{table-ref bounds}}'],
    ],
    ['a number in digits', 'draft/typed-number', typed('A passcode has 8 digits.')],
    ['a number in words', 'draft/typed-number', typed('It lives for ten minutes.')],
    ['a parameter', 'draft/typed-name', typed('The client sends auth_session again.')],
    ['an error code', 'draft/typed-name', typed('The answer is slow_down.')],
    ['a path', 'draft/typed-name', typed('The client posts to /otp-delivery for this.')],
    ['anything set as code', 'draft/typed-name', typed('The client sends `codes`.')],
    ['a keyword of BCP 14', 'draft/typed-keyword', typed('The client MUST wait.')],
    ['a lower-case keyword', 'draft/lower-case-keyword', typed('The client should wait.')],
    ['the number of a section', 'draft/typed-section', typed('Section 7.2 says more.')],
  ])('%s', (_title, rule, [file, find, replacement]) => {
    const findings = found(file, find, replacement).filter((finding) => finding.rule === rule);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ file: `spec/draft/${file}`, element: expect.stringMatching(/^line \d+/) });
  });

  it('says the line on which it stands', () => {
    const line = readChapters()
      .find(({ file }) => file.endsWith('07-delivery.md'))
      ?.text.split('\n')
      .findIndex((one) => one.startsWith(delivery));
    expect(found(...typed('A passcode has 8 digits.'))[0]?.element).toBe(`line ${(line ?? 0) + 1}`);
  });
});

describe('What the model has and the prose leaves out is found', () => {
  it.each<[string, string, string, string | RegExp, string]>([
    ['a requirement', 'requirement code-message/says-scope', '08-messages.md', '{{req code-message/says-scope}}\n', ''],
    ['a scenario', 'scenario expiry', '09-redemption.md', '{{example expiry/3 codeLapsed response}}', 'Nothing.'],
    ['an attack', 'attack toll-fraud', '14-security.md', '{{attack toll-fraud}}', 'Toll fraud'],
    ['a question on privacy', 'privacy retention', '15-privacy.md', '{{privacy retention}}', 'Retention'],
    ['a threat of RFC 3552', 'threat replay', '14-security.md', '{{threat replay}}', 'Replay'],
    ['a name on the wire', 'name error_uri', '05-requests.md', '{{table members errorResponse}}', 'Nothing.'],
    [
      'an attack that the verifier found',
      'trace transaction-single-grant',
      '92-without.md',
      '{{trace transaction-single-grant}}\n',
      '',
    ],
    ['a reference', 'reference cdr', '16-comparison.md', '{{ref cdr}}', ''],
  ])('%s', (_title, element, file, find, replacement) => {
    expect(found(file, find, replacement)).toContainEqual(expect.objectContaining({ rule: 'draft/unused', element }));
  });
});
