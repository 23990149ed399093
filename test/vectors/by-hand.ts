/**
 * The messages of the grant, spelled by hand. Nothing here comes from the model: these files say what the RFCs and the
 * draft ask for, so that a name that changes in the model makes them fail.
 */
import { newestCode } from '../support/conversation.ts';
import type { Answer } from '../support/form-request.ts';
import type { TestClient } from '../support/test-clients.ts';
import type { TestServer } from '../support/test-server.ts';

export const grantTypeUri = 'urn:ietf:params:oauth:grant-type:otp';

export const identification = {
  sub_id: '{"format":"postal_address","street_address":"12 Sunny Lane","postal_code":"90001"}',
  scope: 'usage:read',
};

export const redemption = (auth_session: string, user_code: string) => ({
  grant_type: grantTypeUri,
  auth_session,
  user_code,
});

/** Starts a transaction; hands back its handle. */
export async function started(test: TestServer, client?: TestClient, scope = 'usage:read'): Promise<string> {
  const answer = await test.post('/otp-authorization', { ...identification, scope }, client);
  return answer.member('auth_session');
}

export const delivered = (test: TestServer, auth_session: string, client?: TestClient, delivery_option = 'sms') =>
  test.post('/otp-delivery', { auth_session, delivery_option }, client);

/** Starts a transaction and has a passcode sent. */
export async function sent(test: TestServer, client?: TestClient, scope?: string) {
  const session = await started(test, client, scope);
  await delivered(test, session, client);
  return { session, code: await newestCode(test) };
}

/** The answer to a redemption that succeeds. */
export async function granted(test: TestServer, client?: TestClient, scope?: string): Promise<Answer> {
  const { session, code } = await sent(test, client, scope);
  return test.post('/token', redemption(session, code), client);
}

export const usage = (test: TestServer, authorization?: string, query = '') =>
  test.inject({
    method: 'GET',
    url: `/usage${query}`,
    headers: authorization === undefined ? {} : { authorization },
  });

/** What RFC 6749 §5.2 allows in `error` and `error_description`. */
export const describable = /^[\x20\x21\x23-\x5B\x5D-\x7E]+$/;
