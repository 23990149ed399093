/** One whole authorization with each contender, as a client sees it: its requests, and what has to come back. */
import type { Pool } from 'undici';
import { accountNumberOf, benchClient, codeOf } from './contenders/entry.ts';

/** One cycle with the customer of a number. Throws when an answer is not the one that it has to be. */
export type Cycle = (to: Pool, customer: number) => Promise<void>;

const authorization = `Basic ${Buffer.from(`${benchClient.id}:${benchClient.secret}`).toString('base64')}`;

async function post(to: Pool, path: string, form: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { statusCode, body } = await to.request({
    method: 'POST',
    path,
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${text}`);
  return JSON.parse(text) as Record<string, string>; // what is used of it is text
}

/** Opens a transaction. */
export async function otpOpening(to: Pool, customer: number): Promise<string> {
  const { auth_session = '' } = await post(to, '/otp-authorization', {
    sub_id: JSON.stringify({ format: 'account_number', account_number: accountNumberOf(customer) }),
    scope: 'usage:read',
  });
  return auth_session;
}

/** Identify, deliver, redeem. */
export const otpCycle: Cycle = async (to, customer) => {
  const auth_session = await otpOpening(to, customer);
  await post(to, '/otp-delivery', { auth_session, delivery_option: 'sms' });
  const { access_token } = await post(to, '/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:otp',
    auth_session,
    user_code: codeOf(customer),
  });
  mustBeJwt(access_token);
};

/** The device asks, somebody approves, the device fetches its token. */
export const deviceCycle: Cycle = async (to) => {
  const { device_code = '', user_code = '' } = await post(to, '/device/auth', { scope: 'usage:read' });
  await post(to, '/approve', { user_code });
  const { access_token } = await post(to, '/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code,
  });
  mustBeJwt(access_token);
};

function mustBeJwt(token: string | undefined): void {
  if (token?.split('.').length !== 3) throw new Error(`the access token is no JWT: ${token}`);
}
