/**
 * Signs and verifies the body of a webhook, so that its receiver knows who sent it and that it is fresh. The header
 * reads `t=<epoch seconds>,v1=<hex>`, where the hex text is the HMAC-SHA256 over the seconds, a full stop and the body.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The HTTP field that carries the signature. */
export const webhookSignatureHeader = 'Webhook-Signature';

export type WebhookVerification =
  | { readonly outcome: 'valid' }
  /** `malformed`: no signature to check; `stale`: too old, or from the future; `wrong`: not signed with this secret. */
  | { readonly outcome: 'invalid'; readonly reason: 'malformed' | 'stale' | 'wrong' };

/**
 * The value of the signature header for a body.
 *
 * @param secret shared with the receiver
 * @param nowAt epoch milliseconds
 */
export function signWebhook(secret: string, body: string | Uint8Array, nowAt: number): string {
  const seconds = Math.floor(nowAt / 1000);
  return `t=${seconds},v1=${digest(secret, String(seconds), body).toString('hex')}`;
}

/**
 * Checks a received signature in constant time. Whether a webhook is a repetition within `maxAgeSeconds` is for the
 * receiver to find out, by what the body identifies.
 *
 * @param received.header value of the signature header, undefined when there was none
 * @param received.body exactly the bytes that arrived
 * @param received.nowAt epoch milliseconds
 * @param received.maxAgeSeconds how far the time of signing may lie from now, in either direction
 */
export function verifyWebhookSignature(received: {
  readonly secret: string;
  readonly header: string | undefined;
  readonly body: string | Uint8Array;
  readonly nowAt: number;
  readonly maxAgeSeconds: number;
}): WebhookVerification {
  const { secret, header = '', body, nowAt, maxAgeSeconds } = received;
  const [, seconds, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (seconds === undefined || signature === undefined) return { outcome: 'invalid', reason: 'malformed' };
  if (!timingSafeEqual(digest(secret, seconds, body), Buffer.from(signature, 'hex'))) {
    return { outcome: 'invalid', reason: 'wrong' };
  }
  const ageSeconds = Math.abs(Math.floor(nowAt / 1000) - Number(seconds));
  return ageSeconds > maxAgeSeconds ? { outcome: 'invalid', reason: 'stale' } : { outcome: 'valid' };
}

function digest(secret: string, seconds: string, body: string | Uint8Array): Buffer {
  if (secret === '') throw new TypeError('A webhook cannot be signed with an empty secret');
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
