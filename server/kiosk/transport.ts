/** How requests leave the kiosk: within a time limit, without following redirects, and encrypted unless they stay on this host. */
import {
  allowInsecureRequests,
  type CustomFetchOptions,
  customFetch,
  type ProtectedResourceRequestBody,
} from 'oauth4webapi';
import { NoAnswer } from './no-answer.ts';

/** A request as `oauth4webapi` hands it over, or as we do. */
interface OutgoingRequest extends Omit<CustomFetchOptions<string, ProtectedResourceRequestBody>, 'headers'> {
  readonly headers: HeadersInit;
}

/** Options that every request function of `oauth4webapi` takes. */
export interface Transport {
  readonly [customFetch]: (url: string, request: OutgoingRequest) => Promise<Response>;
  readonly [allowInsecureRequests]: boolean;
  readonly signal: () => AbortSignal;
}

/**
 * The transport for requests to one party.
 *
 * @param url of the party; plain `http:` is allowed only when its host is a loopback address
 * @param timeoutSeconds how long to wait for a complete answer
 */
export const transportTo = (url: URL, timeoutSeconds: number): Transport => ({
  async [customFetch](target, request) {
    try {
      return await fetch(target, request as RequestInit); // differs only in that members may be undefined
    } catch (error) {
      throw new NoAnswer(
        error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection',
      );
    }
  },
  [allowInsecureRequests]: isLoopback(url.hostname),
  signal: () => AbortSignal.timeout(timeoutSeconds * 1000),
});

/** @see RFC 8252 §8.3, which trusts these hosts without TLS for the same reason: nobody is in between. */
const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
