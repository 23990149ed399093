/** The plain text of the draft, and the parts it is laid out with. */
import { beforeAll, describe, expect, it } from 'vitest';
import { textForm } from '../../../spec/check/draft/text-form.ts';
import { textColumns, wrapped } from '../../../spec/emit/draft/text-layout.ts';
import { columnWidths, tableLines } from '../../../spec/emit/draft/text-table.ts';
import { draftAs, spoilt } from './drafts.ts';

let text: string;
let html: string;

beforeAll(() => {
  text = draftAs('txt');
  html = draftAs('html');
});

describe('The draft as plain text', () => {
  it('fits a terminal, and has what the other forms have', () => expect(textForm('draft.txt', text, html)).toEqual([]));

  it('looks as RFCs do: numbered sections, a table of contents, references by name, captions', () => {
    expect(text).toMatch(/^Table of Contents\n\n {3}1\. {2}Introduction\n {5}1\.1\. {2}The Passcode/m);
    expect(text).toMatch(/^1\. {2}Introduction$/m);
    expect(text).toMatch(/^ {3}\[RFC6749\] {2}Hardt, D\., Ed\., "The OAuth 2\.0 Authorization Framework",/m);
    expect(text).toMatch(/^Appendix A\. {2}Requirements$/m);
    expect(text).toMatch(/^ +Figure 1: A transaction that goes well$/m);
  });

  it('keeps examples line by line, so that they can be taken out', () => {
    expect(text).toContain('\n   POST /otp-delivery HTTP/1.1\n   Host: utility.example\n');
  });

  it.each<[string, string, string | RegExp, string]>([
    ['a line that is too long', 'draft/text-line', /^ {3}Heather .*$/m, `$&${'.'.repeat(20)}`],
    ['a mark that is no ASCII', 'draft/text-line', 'Heather Homeowner', 'Heather Homeowner\u2019s'],
    ['a section that is gone', 'draft/forms-differ', /^8\.\d\. {2}Notice to the Other Contacts$/m, ''],
    ['a requirement that is gone', 'draft/forms-differ', /^ {3}code-message\/says-scope$/m, ''],
    ['a caption that is gone', 'draft/forms-differ', /^ +Table 4: Error codes$/m, ''],
  ])('%s is found', (_title, rule, find, replacement) => {
    // a heading stands in the table of contents too, so it is the second one that counts
    const contents = text.indexOf('\n1.  Introduction');
    const body = spoilt(text.slice(contents), find, replacement).text;
    const found = textForm('draft.txt', (rule === 'draft/forms-differ' ? '' : text.slice(0, contents)) + body, html);
    expect(found.map((finding) => finding.rule)).toContain(rule);
  });
});

describe('A paragraph', () => {
  it('is filled up to the width, with a hanging indent', () => {
    expect(wrapped('one two three four', 11, ' * ')).toEqual([' * one two', '   three', '   four']);
  });

  it('cuts a name that is wider than the line behind one of its joints', () => {
    expect(wrapped('otp-authorization-response/uniform', 20)).toEqual(['otp-authorization-', 'response/uniform']);
  });

  it('cuts anywhere what has no joints, and loses nothing', () => {
    const word = 'x'.repeat(150);
    const lines = wrapped(word, textColumns, '   ');
    expect(Math.max(...lines.map((line) => line.length))).toBe(textColumns);
    expect(lines.map((line) => line.trim()).join('')).toBe(word);
  });
});

describe('A table', () => {
  it('takes no more room than it needs', () => {
    expect(tableLines(['a', 'b'], [['1', 'two']], 69)).toEqual([
      '+===+=====+',
      '| a | b   |',
      '+===+=====+',
      '| 1 | two |',
      '+---+-----+',
    ]);
  });

  it('gives what room there is to the column with most to say, and keeps short names whole', () => {
    const rows = [
      ['name', 'meaning'],
      ['delivery_option', 'word '.repeat(40).trim()],
    ];
    const [name = 0, meaning = 0] = columnWidths(rows, 50);
    expect([name, name + meaning]).toEqual([15, 50]);
  });

  it('cuts no word where it has no joint, as long as there is room', () => {
    const rows = [
      [
        'identification.received',
        'transaction.expired',
        'invalid_authorization_details',
        'something longer to say '.repeat(3),
      ],
    ];
    const [event = 0, other = 0, error = 0] = columnWidths(rows, 56);
    expect(event).toBeGreaterThanOrEqual('identification.'.length);
    expect(other).toBeGreaterThanOrEqual('transaction.'.length);
    expect(error).toBeGreaterThanOrEqual('authorization_'.length);
  });

  it('fills the width exactly when it has too much to say', () => {
    const cell = 'several words that need room and more of them '.repeat(3);
    for (const line of tableLines(['a', 'b', 'c'], [[cell, cell, cell]], 69)) expect(line).toHaveLength(69);
  });
});
