/** A client as small as one can be that makes no mistake, and the same with one mistake: what the hostile server is held against. */
import type { OperatedClient } from './person.ts';

export type ClientFault =
  | 'ignores the interval'
  | 'ignores Retry-After'
  | 'tries again after the lock'
  | 'logs the passcode'
  | 'logs the passcode in groups'
  | 'sends the passcode in the URI'
  | 'sends the passcode in a header field'
  | 'uses an expired transaction again'
  | 'uses a granted transaction again'
  | 'crashes at an unknown error'
  | 'goes on after an unknown error'
  | 'does not compare the issuer';

export interface SimpleClientOptions {
  readonly issuer: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
  readonly fault?: ClientFault;
}

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, string | number>>;
  readonly retryAfter: number;
}

const knownErrors = [
  'slow_down',
  'invalid_session',
  'expired_token',
  'access_denied',
  'invalid_user_code',
  'invalid_grant',
];

/** Opens a client. It throws what it cannot go on with, and what whoever uses it would see as a message. */
export function simpleClient({ issuer, now, log, fault }: SimpleClientOptions): OperatedClient {
  let session = '';
  let resendAt = 0;
  let redeemAt = 0;
  let over: string | undefined = 'not started';
  let isDead = false;

  const post = async (
    path: string,
    form: Record<string, string>,
    more: Record<string, string> = {},
  ): Promise<Reply> => {
    if (isDead) throw new Error('the client has crashed');
    const response = await fetch(issuer + path, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('client:secret')}`, ...more },
      body: new URLSearchParams(form),
    });
    const body = (await response.json()) as Reply['body']; // the double trusts the shape
    log(`${path} ${response.status}`);
    return { status: response.status, body, retryAfter: Number(response.headers.get('retry-after') ?? 0) };
  };

  /** Takes note of an error; only a few leave the transaction as it was. */
  const stopAt = (error: string): void => {
    const isForgiven = fault === 'tries again after the lock' && error === 'invalid_grant';
    if (!knownErrors.includes(error)) {
      isDead = fault === 'crashes at an unknown error';
      if (fault === 'goes on after an unknown error') return;
    }
    if (error === 'slow_down' || error === 'invalid_user_code' || isForgiven) return;
    over = error;
  };

  return {
    async start() {
      const isReusing =
        (fault === 'uses an expired transaction again' && over === 'expired_token') ||
        (fault === 'uses a granted transaction again' && over === 'granted');
      over = undefined;
      if (isReusing) return;
      const { body } = await post('/otp-authorization', {
        sub_id: '{"format":"account_number","account_number":"1"}',
        scope: 'usage:read',
      });
      session = String(body.auth_session);
      [resendAt, redeemAt] = [0, 0];
      if (body.iss !== issuer && fault !== 'does not compare the issuer') over = 'another issuer';
    },
    async choose() {
      if (over !== undefined) throw new Error(`over: ${over}`);
      if (now() < resendAt && fault !== 'ignores the interval') throw new Error('please wait');
      const { status, body, retryAfter } = await post('/otp-delivery', {
        auth_session: session,
        delivery_option: 'sms',
      });
      if (status === 200) resendAt = now() + Number(body.interval) * 1000;
      else if (status === 429) resendAt = now() + retryAfter * 1000;
      else stopAt(String(body.error));
    },
    async enter(code) {
      if (over !== undefined) throw new Error(`over: ${over}`);
      if (now() < redeemAt && fault !== 'ignores Retry-After') throw new Error('please wait');
      if (fault === 'logs the passcode') log(`entered ${code}`);
      if (fault === 'logs the passcode in groups') log(`entered ${code.slice(0, 4)} ${code.slice(4)}`);
      const path = fault === 'sends the passcode in the URI' ? `/token?trace=${code}` : '/token';
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:otp', auth_session: session, user_code: code };
      const more: Record<string, string> = fault === 'sends the passcode in a header field' ? { 'x-trace': code } : {};
      const { status, body, retryAfter } = await post(path, form, more);
      if (status === 200) over = 'granted';
      else if (status === 429) redeemAt = now() + retryAfter * 1000;
      else stopAt(String(body.error));
    },
  };
}
