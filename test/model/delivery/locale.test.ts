import { describe, expect, it } from 'vitest';
import { localeFor } from '../../../model/index.ts';

describe('The language of a message is found by Lookup (RFC 4647 §3.4)', () => {
  it.each([
    ['a language that is ours', 'es', 'es'],
    ['a region of it', 'es-MX', 'es'],
    ['script and region', 'es-Latn-US', 'es'],
    ['whatever its case', 'ES-us', 'es'],
    ['an extension, which goes together with its letter', 'es-u-co-trad', 'es'],
    ['the first of several that is ours', 'de-AT es-AR en', 'es'],
    ['their order', 'en-GB es', 'en'],
    ['none that is ours', 'tlh qya-Teng', 'en'],
    ['one that only begins like ours', 'est', 'en'],
    ['a private tag', 'x-es', 'en'],
    ['nothing', '', 'en'],
  ])('from %s', (_what, uiLocales, expected) => {
    expect(localeFor(undefined, uiLocales)).toBe(expected);
  });

  it('otp-authorization-request/ui-locales: what is on file goes before what the client asks for', () => {
    expect(localeFor('es-US', 'en')).toBe('es');
    expect(localeFor('en', 'es')).toBe('en');
  });

  it('falls back to what the client asks for when nobody can write in what is on file', () => {
    expect(localeFor('zh-Hant', 'es')).toBe('es');
    expect(localeFor('zh-Hant', undefined)).toBe('en');
  });
});
