import { describe, expect, it } from 'vitest';
import { firstFault, steps } from '../../spec/emit/generator-matrix.ts';
import type { Connection, Conversation, Reply } from './clients/port.ts';
import { play } from './play.ts';

type Form = Readonly<Record<string, string>>;

/** How a client written by hand may be wrong. */
interface Ways {
  encode(form: Form): { readonly type: string; readonly body: string };
  errorOf(status: number, body: Readonly<Record<string, unknown>>): string | undefined;
  undefinedAs?: string;
  queryOf(resolution?: string): string;
}

const sound: Ways = {
  encode: (form) => ({ type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() }),
  errorOf: (_status, { error }) => String(error),
  queryOf: (resolution) => (resolution === undefined ? '' : `?resolution=${resolution}`),
};

/** A client written by hand, in the shape that generated ones are wrapped into. */
const byHand =
  (ways: Ways) =>
  ({ server, authorization }: Connection): Conversation => {
    async function call<Success>(
      path: string,
      init: RequestInit,
      map: (body: Form) => Success,
    ): Promise<Reply<Success>> {
      const response = await fetch(server + path, init);
      const body = await response.json();
      return response.ok
        ? { status: response.status, success: map(body) }
        : { status: response.status, error: ways.errorOf(response.status, body) };
    }
    const post = <Success>(path: string, form: Form, map: (body: never) => Success) => {
      const { type, body } = ways.encode(form);
      return call(
        path,
        { method: 'POST', headers: { authorization, 'Content-Type': type }, body },
        map as () => Success,
      ); // every caller knows the answer of its path
    };
    return {
      identify: (subId, scope) =>
        post(
          '/otp-authorization',
          { sub_id: subId, scope, ui_locales: 'en-US en' },
          (body: { auth_session: string; iss: string; delivery_options: { id: string }[]; expires_in: number }) => ({
            session: body.auth_session,
            issuer: body.iss,
            optionIds: body.delivery_options.map(({ id }) => id),
            expiresInSeconds: body.expires_in,
          }),
        ),
      identifyWithUndefined: (subId, scope) => {
        const more = ways.undefinedAs === undefined ? {} : { resource: ways.undefinedAs };
        return post('/otp-authorization', { sub_id: subId, scope, ...more }, () => ({}));
      },
      deliver: (session, optionId) =>
        post(
          '/otp-delivery',
          { auth_session: session, delivery_option: optionId },
          (body: { binding_message: string; code_length: number; interval: number }) => ({
            bindingMessage: body.binding_message,
            codeLength: body.code_length,
            intervalSeconds: body.interval,
          }),
        ),
      redeem: (session, code) =>
        post(
          '/token',
          { grant_type: 'urn:ietf:params:oauth:grant-type:otp', auth_session: session, user_code: code },
          (body: { access_token: string; token_type: string; refresh_token?: string }) => ({
            accessToken: body.access_token,
            tokenType: body.token_type,
            refreshToken: body.refresh_token,
          }),
        ),
      read: (accessToken, resolution) =>
        call(
          `/usage${ways.queryOf(resolution)}`,
          { headers: { authorization: `Bearer ${accessToken}` } },
          (body: { resolution?: string; intervals?: unknown }) => ({
            resolution: body.resolution ?? '',
            kilowattHours: (body.intervals as { kilowatt_hours: number }[]).map((one) => one.kilowatt_hours), // of the usage response
          }),
        ),
    };
  };

const playedBy = async (changes: Partial<Ways>) => {
  const verdicts = await play({ converse: byHand({ ...sound, ...changes }) });
  const unplayed = Object.fromEntries(steps.map((step) => [step, 'not reached'])) as Record<
    (typeof steps)[number],
    string
  >; // every step is there
  return { ...unplayed, generate: 'ok', compile: 'ok', refresh: 'not in the document', ...verdicts };
};

describe('A client that is played with', () => {
  it('gets through when it is sound, and what it does not show is said', async () => {
    const cell = await playedBy({});
    expect(firstFault(cell)).toBeUndefined();
    expect(cell).toMatchObject({ undefined: 'ok', retryAfter: 'not shown', 'unknown error': 'ok', usage: 'ok' });
  });

  it('is found when it sends JSON', async () => {
    const cell = await playedBy({ encode: (form) => ({ type: 'application/json', body: JSON.stringify(form) }) });
    expect(firstFault(cell)).toMatchObject({ step: 'identify', symptom: expect.stringContaining('application/json') });
  });

  it('is found when it sends a parameter twice', async () => {
    const cell = await playedBy({
      encode: (form) => {
        const { type, body } = sound.encode(form);
        return { type, body: form.grant_type === undefined ? body : `${body}&user_code=${form.user_code}` };
      },
    });
    expect(firstFault(cell)).toMatchObject({
      step: 'redeem',
      symptom: expect.stringContaining('user_code is sent twice'),
    });
  });

  it('is found when an error code that it does not know is lost, or breaks it', async () => {
    const known = ['invalid_user_code', 'slow_down', 'invalid_client'];
    const lost = await playedBy({ errorOf: (_status, { error }) => known.find((code) => code === error) });
    expect(firstFault(lost)).toEqual({ step: 'unknown error', symptom: 'is read as 400 undefined' });
    const broken = await playedBy({
      errorOf: (_status, { error }) => {
        if (!known.includes(String(error))) throw new Error('no such error');
        return String(error);
      },
    });
    expect(firstFault(broken)).toEqual({ step: 'unknown error', symptom: 'threw: no such error' });
    expect(broken.usage).toBe('ok');
  });

  it('is found when it writes undefined, in the form or in the query', async () => {
    expect(await playedBy({ undefinedAs: 'undefined' })).toMatchObject({
      undefined: expect.stringContaining('resource is undefined'),
    });
    const cell = await playedBy({ queryOf: (resolution) => `?resolution=${resolution}` });
    expect(firstFault(cell)).toMatchObject({
      step: 'usage',
      symptom: expect.stringContaining('resolution is undefined'),
    });
  });
});
