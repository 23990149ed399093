/** The messages in Spanish, each written here by hand once more. */
import { describe, expect, it } from 'vitest';
import {
  bindingAnimals,
  bindingColours,
  type CodeMessageParts,
  codeMessage,
  grantNotice,
  inSpanish,
  limits,
} from '../../../model/index.ts';

const story = {
  locale: 'es',
  clientName: 'Lighting Aisle Kiosk',
  utilityName: 'Sunny Valley Power',
  scopes: ['usageRead'],
  denialUrl: 'https://utility.example/denial/es#4f1c',
  code: '04915672',
  lifeSeconds: 600,
  bindingMessage: 'amber otter',
  autofillDomain: 'kiosk.example',
} as const satisfies Omit<CodeMessageParts, 'method'>;

const asks =
  'Lighting Aisle Kiosk pide permiso a Sunny Valley Power para ver el consumo de electricidad de su cuenta de los 12 meses anteriores, hora por hora.';

const written: Readonly<Record<CodeMessageParts['method'], string>> = {
  sms: [
    `${asks} Si acepta, escriba la clave 04915672 en esa pantalla; vence en 10 minutos. Palabras en la pantalla: "amber otter".`,
    'No le diga esta clave a nadie que le llame. ¿No fue usted? Responda NO.',
    '',
    '@kiosk.example #04915672',
  ].join('\n'),
  voice: [
    `Le llamamos de Sunny Valley Power. ${asks}`,
    'Si está de acuerdo, escriba en la pantalla esta clave, que vence en 10 minutos: 0, 4, 9, 1, 5, 6, 7, 2. Se la repetimos: 0, 4, 9, 1, 5, 6, 7, 2.',
    'En la pantalla deben aparecer estas palabras: amber otter.',
    'No le diga esta clave a nadie que le llame. Si usted no pidió esto, oprima el 9.',
  ].join('\n'),
  email: letter('Si está de acuerdo, escriba ahí esta clave, que vence en 10 minutos:'),
  postal: letter('Si está de acuerdo, escriba ahí esta clave, que vence a los 21 días de la fecha de esta carta:'),
};

function letter(agree: string): string {
  return [
    asks,
    '',
    agree,
    '',
    '    04915672',
    '',
    'En la pantalla deben aparecer las palabras "amber otter". Si aparecen otras, no escriba la clave.',
    'No le diga esta clave a nadie por teléfono.',
    '',
    'Si usted no pidió esto, avísenos aquí: https://utility.example/denial/es#4f1c',
    '',
    'Sunny Valley Power',
  ].join('\n');
}

const methods = Object.keys(written) as CodeMessageParts['method'][]; // own keys of the table above

/** The basic characters of GSM 03.38: any other one makes a text message cost twice as many parts. */
const gsmBasic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const segments = (text: string): number =>
  gsmBasic.test(text)
    ? text.length <= 160
      ? 1
      : Math.ceil(text.length / 153)
    : text.length <= 70
      ? 1
      : Math.ceil(text.length / 67);

describe('The message with the passcode, in Spanish', () => {
  it.each(methods)('by %s reads as it was written here by hand', (method) => {
    const lifeSeconds = method === 'postal' ? 21 * 86_400 : 600;
    expect(codeMessage({ ...story, method, lifeSeconds })).toEqual({
      subject: 'Su clave para Lighting Aisle Kiosk',
      text: written[method],
    });
  });

  it('code-message/origin-bound: a text message ends with the same line as in English', () => {
    const [spanish, english] = (['es', 'en'] as const).map((locale) =>
      codeMessage({ ...story, locale, method: 'sms' })
        .text.split('\n')
        .slice(-2),
    );
    expect(spanish).toEqual(english);
    expect(spanish).toEqual(['', '@kiosk.example #04915672']);
  });

  it('by text message takes three parts at most in the story and four at worst, in characters of seven bits', () => {
    const longest = (words: readonly string[]) =>
      words.reduce((one, other) => (other.length > one.length ? other : one));
    const worst = {
      ...story,
      clientName: 'N'.repeat(40),
      utilityName: 'U'.repeat(40),
      scopes: ['usageRead', 'usageSummary'],
      code: '1'.repeat(limits.codeLength.maximum),
      bindingMessage: `${longest(bindingColours)} ${longest(bindingAnimals)}`,
      autofillDomain: `${'d'.repeat(32)}.example`,
    } as const;
    const texts = [story, worst].map((parts) => codeMessage({ ...parts, method: 'sms' }).text);
    for (const text of texts) expect(text).toMatch(gsmBasic);
    expect(texts.map(segments)).toEqual([3, 4]);
    // one letter of another alphabet, and it would be more than twice as many
    expect(segments(texts[0]?.replace('clave', 'código') ?? '')).toBeGreaterThan(5);
  });
});

describe('The notice after a grant, in Spanish', () => {
  it('by text message is written in characters of seven bits, and fits into two parts', () => {
    const { text } = grantNotice({ ...story, method: 'sms' });
    expect(text).toBe(
      'Sunny Valley Power permite a Lighting Aisle Kiosk ver el consumo de electricidad de su cuenta de los 12 meses anteriores, hora por hora. Se hizo con una clave que enviamos a otro contacto de su cuenta. ¿No fue usted? Responda NO.',
    );
    expect(text).toMatch(gsmBasic);
    expect(segments(text)).toBe(2);
  });

  it.each(methods)('by %s says how to deny, and has no passcode', (method) => {
    const { subject, text } = grantNotice({ ...story, method });
    expect(subject).toBe('Lighting Aisle Kiosk recibió acceso');
    expect(text).toMatch(/Responda NO\.|oprima el 9\.|avísenos aquí: https:\/\/utility\.example\/denial\/es#4f1c/);
    expect(text).not.toContain(story.code);
  });
});

it.each([
  [600, '10 minutos'],
  [60, '1 minuto'],
  [86_400, '1 día'],
  [1_814_400, '21 días'],
  [59, '59 segundos'],
  [7_200, '2 horas'],
  [0, 'un momento'],
])('%d seconds are said in Spanish as %s', (seconds, words) => {
  expect(inSpanish(seconds)).toBe(words);
});
