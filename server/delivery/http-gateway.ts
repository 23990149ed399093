/** Hands text messages and calls to a provider by a signed webhook, which an operator adapts to the provider's own API. */
import { headers, mediaTypes } from '../../model/vocabulary/index.ts';
import type { Clock, DeliveryGateway, OutgoingMessage } from '../ports.ts';
import { signWebhook, webhookSignatureHeader } from './webhook-signature.ts';

export interface HttpGatewayOptions {
  /** Where messages are posted to: an `https:` URL, or `http:` where nobody can listen in. */
  readonly url: string;
  /** Shared with the receiver, who verifies `Webhook-Signature` with it. */
  readonly secret: string;
  readonly clock: Clock;
  /** How long to wait for an answer. 10 unless set. */
  readonly timeoutSeconds?: number;
}

/**
 * A gateway that posts each message as JSON: `id`, `to`, `method`, `text`, `locale`. Any 2xx answer accepts it; any
 * other answer, a redirect included, refuses it, as does no answer in time. No reason quotes the message or the answer.
 *
 * @throws TypeError when the URL or the secret cannot be used
 */
export function openHttpGateway(options: HttpGatewayOptions): DeliveryGateway {
  const { secret, clock, timeoutSeconds = 10 } = options;
  const url = new URL(options.url);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('The URL of an HTTP gateway has to be an http or https URL');
  if (secret === '') throw new TypeError('The secret of an HTTP gateway is empty');
  return {
    async hand(message) {
      const body = webhookBody(message);
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            [headers.contentType.name]: mediaTypes.json,
            [webhookSignatureHeader]: signWebhook(secret, body, clock.now()),
          },
          body,
          // following would repeat the passcode to whoever the answer names
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutSeconds * 1000),
        });
        await answer.body?.cancel();
        return answer.ok ? { outcome: 'accepted' } : { outcome: 'refused', reason: `it answered ${answer.status}` };
      } catch (error) {
        return { outcome: 'refused', reason: failureReason(error, timeoutSeconds) };
      }
    },
    async close() {},
  };
}

const webhookBody = ({ id, contact, method, text, locale }: OutgoingMessage): string =>
  JSON.stringify({ id, to: contact, method, text, locale });

/** Codes of the platform only: its sentences may quote addresses. */
function failureReason(error: unknown, timeoutSeconds: number): string {
  if (!(error instanceof Error)) return 'it could not be reached';
  if (error.name === 'TimeoutError') return `it did not answer within ${timeoutSeconds} s`;
  const code = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined;
  return typeof code === 'string' ? `it could not be reached (${code})` : 'it could not be reached';
}
