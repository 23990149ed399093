import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signWebhook, verifyWebhookSignature } from '../../../server/delivery/webhook-signature.ts';

const secret = 'a secret that only the two of them know';
const body = '{"to":"+12025550143"}';
const signedAt = 1_795_596_664_999;
const header = signWebhook(secret, body, signedAt);
const verify = (changes: Partial<Parameters<typeof verifyWebhookSignature>[0]> = {}) =>
  verifyWebhookSignature({ secret, header, body, nowAt: signedAt, maxAgeSeconds: 300, ...changes });

describe('the signature of a webhook', () => {
  it('is the HMAC-SHA256 over the time of signing and the body', () => {
    const expected = createHmac('sha256', secret).update(`1795596664.${body}`).digest('hex');
    expect(header).toBe(`t=1795596664,v1=${expected}`);
  });

  it('is valid for the bytes that were signed', () => {
    expect(verify()).toEqual({ outcome: 'valid' });
    expect(verify({ body: Buffer.from(body) })).toEqual({ outcome: 'valid' });
  });

  it('is wrong for another body, another secret, another time or another digest', () => {
    const wrong = { outcome: 'invalid', reason: 'wrong' };
    expect(verify({ body: `${body} ` })).toEqual(wrong);
    expect(verify({ secret: 'another' })).toEqual(wrong);
    expect(verify({ header: header.replace('t=1795596664', 't=1795596665') })).toEqual(wrong);
    expect(verify({ header: header.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) })).toEqual(wrong);
  });

  it('is stale once it is older than allowed, and when it comes from the future', () => {
    const stale = { outcome: 'invalid', reason: 'stale' };
    expect(verify({ nowAt: signedAt + 300_000 })).toEqual({ outcome: 'valid' });
    expect(verify({ nowAt: signedAt + 301_000 })).toEqual(stale);
    expect(verify({ nowAt: signedAt - 300_000 })).toEqual({ outcome: 'valid' });
    expect(verify({ nowAt: signedAt - 301_000 })).toEqual(stale);
  });

  it('is malformed when it is absent, cut short, or in another form', () => {
    for (const bad of [undefined, '', 't=1795596664', header.slice(0, -1), `${header}0`, `x${header}`, 't=,v1=']) {
      expect(verify({ header: bad }), String(bad)).toEqual({ outcome: 'invalid', reason: 'malformed' });
    }
  });

  it('cannot be made with an empty secret', () => {
    expect(() => signWebhook('', body, signedAt)).toThrow(TypeError);
    expect(() => verify({ secret: '' })).toThrow(TypeError);
  });
});
