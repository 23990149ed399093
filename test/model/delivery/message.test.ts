import { describe, expect, it } from 'vitest';
import {
  bindingAnimals,
  bindingColours,
  type CodeMessageParts,
  codeMessage,
  denialReplies,
  grantNotice,
  inWords,
  limits,
  scopes,
} from '../../../model/index.ts';

const story = {
  clientName: 'Lighting Aisle Kiosk',
  utilityName: 'Sunny Valley Power',
  scopes: ['usageRead'],
  denialUrl: 'https://utility.example/denial#4f1c',
  code: '04915672',
  lifeSeconds: 600,
  bindingMessage: 'amber otter',
  autofillDomain: 'kiosk.example',
} as const satisfies Omit<CodeMessageParts, 'method'>;

const longest = (words: readonly string[]): string => words.reduce((a, b) => (b.length > a.length ? b : a));

/** The longest message there can be with names of 40 characters and a domain of 40. */
const worst = {
  ...story,
  clientName: 'N'.repeat(40),
  utilityName: 'U'.repeat(40),
  scopes: ['usageRead', 'usageSummary'],
  code: '1'.repeat(limits.codeLength.maximum),
  bindingMessage: `${longest(bindingColours)} ${longest(bindingAnimals)}`,
  autofillDomain: `${'d'.repeat(32)}.example`,
} as const satisfies Omit<CodeMessageParts, 'method'>;

/** The basic characters of GSM 03.38, which take seven bits each; any other doubles the length of a text message. */
const gsmBasic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

/** How many parts a text message of basic characters is sent in: 160 characters alone, else 153 each. */
const segments = (text: string): number => (text.length <= 160 ? 1 : Math.ceil(text.length / 153));

const sentences: Readonly<Record<CodeMessageParts['method'], string>> = {
  sms: [
    'Lighting Aisle Kiosk asks Sunny Valley Power to let it see your electricity use for the last year, hour by hour. To agree, enter 04915672 there within 10 minutes. Words on the screen: "amber otter".',
    'Never tell this code to a caller. Not you? Reply NO.',
    '',
    '@kiosk.example #04915672',
  ].join('\n'),
  voice: [
    'This is Sunny Valley Power. Lighting Aisle Kiosk asks Sunny Valley Power to let it see your electricity use for the last year, hour by hour.',
    'If you agree, enter this code there within 10 minutes: 0, 4, 9, 1, 5, 6, 7, 2. Once more: 0, 4, 9, 1, 5, 6, 7, 2.',
    'The words on the screen have to be: amber otter.',
    'Never tell this code to a caller. If you did not ask for this, press 9.',
  ].join('\n'),
  email: [
    'Lighting Aisle Kiosk asks Sunny Valley Power to let it see your electricity use for the last year, hour by hour.',
    '',
    'If you agree, enter this code there within 10 minutes:',
    '',
    '    04915672',
    '',
    'The screen has to show the words "amber otter". If it shows others, do not enter the code.',
    'Never tell this code to anybody on the telephone.',
    '',
    'If you did not ask for this, tell us so: https://utility.example/denial#4f1c',
    '',
    'Sunny Valley Power',
  ].join('\n'),
  postal: [
    'Lighting Aisle Kiosk asks Sunny Valley Power to let it see your electricity use for the last year, hour by hour.',
    '',
    'If you agree, enter this code there within 21 days of the date of this letter:',
    '',
    '    04915672',
    '',
    'The screen has to show the words "amber otter". If it shows others, do not enter the code.',
    'Never tell this code to anybody on the telephone.',
    '',
    'If you did not ask for this, tell us so: https://utility.example/denial#4f1c',
    '',
    'Sunny Valley Power',
  ].join('\n'),
};

const methods = Object.keys(sentences) as CodeMessageParts['method'][]; // own keys of the table above

describe('The message with the passcode', () => {
  it.each(methods)('by %s reads as it was written here by hand', (method) => {
    const lifeSeconds = method === 'postal' ? 21 * 86_400 : 600;
    expect(codeMessage({ ...story, method, lifeSeconds })).toEqual({
      subject: 'Your code for Lighting Aisle Kiosk',
      text: sentences[method],
    });
  });

  it.each(methods)(
    'code-message/names-client, says-scope and binding-message hold by %s, whatever is asked',
    (method) => {
      const { text } = codeMessage({ ...worst, method });
      expect(text).toContain(worst.clientName);
      expect(text).toContain(worst.utilityName);
      expect(text).toContain(`${scopes.usageRead.words} and ${scopes.usageSummary.words}`);
      expect(text).toContain(worst.bindingMessage);
    },
  );

  it.each(methods)('code-message/contains-code by %s: the passcode and how long it lives', (method) => {
    const { text } = codeMessage({ ...story, method, lifeSeconds: 120 });
    expect(text.replaceAll(', ', '')).toContain('04915672');
    expect(text).toContain('within 2 minutes');
  });

  it.each(methods)('code-message/says-how-to-deny by %s, and that no caller may be told', (method) => {
    const { text } = codeMessage({ ...story, method });
    expect(text).toMatch(/Never tell this code to (a caller|anybody on the telephone)\./);
    expect(text).toMatch(/Not you\? Reply NO\.|press 9\.|tell us so: https:\/\/utility\.example\/denial#4f1c/);
  });

  it.each(methods)(
    'keeps the passcode out of the subject by %s, since subjects are shown on locked screens',
    (method) => {
      expect(codeMessage({ ...story, method }).subject).not.toContain(story.code);
    },
  );

  it('says in text messages and calls only replies that are understood as a denial', () => {
    expect(denialReplies).toEqual(expect.arrayContaining(['no', '9']));
  });
});

describe('A text message', () => {
  it('code-message/origin-bound: ends with the line that binds the passcode to the domain, and nothing after it', () => {
    const lines = codeMessage({ ...story, method: 'sms' }).text.split('\n');
    expect(lines.at(-1)).toBe('@kiosk.example #04915672');
    expect(lines.at(-2)).toBe('');
  });

  it('has no such line for a client without a domain', () => {
    const { autofillDomain: _none, ...rest } = story;
    const { text } = codeMessage({ ...rest, method: 'sms' });
    expect(text).not.toContain('@');
    expect(text.split('\n').at(-1)).toBe('Never tell this code to a caller. Not you? Reply NO.');
  });

  it('fits into two parts in the story and into three at worst, in characters of seven bits', () => {
    expect(segments(codeMessage({ ...story, method: 'sms' }).text)).toBe(2);
    const { text } = codeMessage({ ...worst, method: 'sms' });
    expect(text).toMatch(gsmBasic);
    expect(segments(text)).toBeLessThanOrEqual(3);
    expect(segments(`${text}${'.'.repeat(153)}`)).toBeGreaterThan(3);
  });
});

describe('The notice after a grant', () => {
  it.each(methods)(
    'by %s names the client, says what was granted and how to deny it, and has no passcode',
    (method) => {
      const { subject, text } = grantNotice({ ...story, method });
      expect(subject).toBe('Lighting Aisle Kiosk was given access');
      expect(text).toContain('Sunny Valley Power lets Lighting Aisle Kiosk see your electricity use');
      expect(text).toMatch(/Not you\? Reply NO\.|press 9\.|tell us so: https:\/\/utility\.example\/denial#4f1c/);
      expect(text).not.toContain(story.code);
    },
  );

  it('fits into two parts as a text message', () => {
    expect(segments(grantNotice({ ...story, method: 'sms' }).text)).toBeLessThanOrEqual(2);
  });
});

describe('Words', () => {
  it.each([
    [600, '10 minutes'],
    [60, '1 minute'],
    [119, '1 minute'],
    [59, '59 seconds'],
    [86_400, '1 day'],
    [7_200, '2 hours'],
    [0, 'a moment'],
  ])('%d seconds are said as %s: never longer than they are', (seconds, words) => {
    expect(inWords(seconds)).toBe(words);
  });

  it('for binding messages are different, 1024 pairs, in plain letters', () => {
    const words = [...bindingColours, ...bindingAnimals];
    expect(new Set(words).size).toBe(64);
    expect(bindingColours.length * bindingAnimals.length).toBe(1024);
    for (const word of words) expect(word).toMatch(/^[a-z]{3,8}$/);
  });
});
