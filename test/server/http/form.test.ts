import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeForm } from '../../../server/http/form.ts';

const decode = (body: string) => decodeForm(Buffer.from(body, 'utf8'));
const parameters = (body: string) => {
  const form = decode(body);
  return form.outcome === 'decoded' ? Object.fromEntries(form.parameters) : form;
};

/** Text that a form can carry here: whole characters, none of them a control character. */
const text = fc.string({ unit: 'binary' }).filter((value) => !/\p{Control}/u.test(value));

describe('a form body', () => {
  it('decodes to its parameters, with + for a space and percent-escapes as UTF-8', () => {
    expect(parameters('scope=usage%3Aread+more&name=J%C3%BCrgen&plain')).toEqual({
      scope: 'usage:read more',
      name: 'Jürgen',
    });
    expect(parameters('a=b=c&&d=%26%3D%2B%25')).toEqual({ a: 'b=c', d: '&=+%' });
    expect(parameters('')).toEqual({});
  });

  it('leaves out parameters that are sent without a value (RFC 6749 §3.2)', () => {
    expect(parameters('a=&b=1&c')).toEqual({ b: '1' });
  });

  it('reports a parameter that is sent more than once, even without a value or in another spelling', () => {
    for (const body of ['a=1&a=2', 'a=1&a=1', 'a=&a=1', 'a=1&a', 'a&a', 'a=1&b=2&%61=3']) {
      expect(decode(body), body).toEqual({ outcome: 'repeated', parameter: 'a' });
    }
  });

  it('is unreadable when a percent-escape is malformed or does not stand for UTF-8', () => {
    for (const body of ['a=%', 'a=%4', 'a=%4g', '%zz=1', 'a=%ff', 'a=%c3', 'a=%c0%80', 'a=%ed%a0%80', 'a=100%']) {
      expect(decode(body), body).toMatchObject({ outcome: 'unreadable' });
    }
  });

  it('is unreadable when its bytes are not UTF-8', () => {
    for (const bytes of [
      [0x61, 0x3d, 0xff],
      [0x61, 0x3d, 0xc3],
      [0xc0, 0x80],
    ]) {
      expect(decodeForm(Uint8Array.from(bytes))).toMatchObject({ outcome: 'unreadable' });
    }
  });

  it('is unreadable when a name or a value holds NUL or another control character', () => {
    for (const body of ['a=%00', 'a=1%0d%0a', 'a%09=1', 'a=\n', 'a=%7f', 'a=%c2%85']) {
      expect(decode(body), body).toMatchObject({ outcome: 'unreadable' });
    }
  });

  it('never says in its reason what the body held', () => {
    const form = decode('user_code=04915672%');
    expect(JSON.stringify(form)).not.toContain('04915672');
  });

  it('keeps names that mean something to JavaScript as plain names', () => {
    const form = decode('__proto__=1&constructor=2&toString=3');
    expect(form).toEqual({
      outcome: 'decoded',
      parameters: new Map([
        ['__proto__', '1'],
        ['constructor', '2'],
        ['toString', '3'],
      ]),
    });
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('gives back whatever URLSearchParams wrote, in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }), (pairs) => {
        const form = decode(new URLSearchParams(pairs).toString());
        expect(form.outcome === 'decoded' && [...form.parameters]).toEqual(pairs.filter(([, value]) => value !== ''));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with URLSearchParams on every body it can read', () => {
    // ASCII only: Node 20 reads "é" before "%a9%a9" as one byte of theirs
    const piece = fc.constantFrom('a', 'b', '=', '&', '+', '%', '%41', '%c3', '%a9', '4', '1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = pieces.join('');
        const form = decode(body);
        const peer = [...new URLSearchParams(body)];
        // what is no UTF-8, the peer replaces with U+FFFD; what is no escape, it leaves as it is
        const garbled = /%(?![0-9a-f]{2})/i.test(body) || /[\uFFFD\p{Control}]/u.test(peer.flat().join(''));
        const repeated = new Set(peer.map(([name]) => name)).size < peer.length;
        if (form.outcome === 'decoded') {
          expect([garbled, repeated]).toEqual([false, false]);
          expect([...form.parameters]).toEqual(peer.filter(([, value]) => value !== ''));
        } else if (form.outcome === 'repeated') {
          expect(peer.filter(([name]) => name === form.parameter).length).toBeGreaterThan(1);
        } else {
          expect(garbled).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
