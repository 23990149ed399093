import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { address, type Customer, type RunningKiosk, startKiosk } from './running-kiosk.ts';
import { accessToken, authSession, passcode, refusal, type ScriptedEndpoint } from './stub-utility.ts';

let kiosk: RunningKiosk;
let heather: Customer;
beforeEach(async () => {
  kiosk = await startKiosk();
  heather = kiosk.customer();
  await heather.view();
});
afterEach(() => kiosk.close());

const script: RunningKiosk['stub']['script'] = (...scripted) => kiosk.stub.script(...scripted);
const asked = (endpoint: ScriptedEndpoint) => kiosk.stub.count(endpoint);
const slowDown = (seconds?: number) =>
  refusal('slow_down', seconds === undefined ? {} : { 'retry-after': String(seconds) }, 429);

const atMethod = () => heather.post('address', address);
async function atCode() {
  await atMethod();
  return heather.post('method', { option: 'first' });
}

const codeScreen = {
  screen: 'code',
  method: 'sms',
  methodLabel: 'Text message',
  codeLength: 8,
  numeric: true,
  bindingMessage: 'amber otter',
  expiresInSeconds: 600,
  resendInSeconds: 30,
  mayResend: true,
};

describe('a visit that goes well', () => {
  it('leads from the address to a year of usage', async () => {
    expect(await heather.view()).toEqual({ screen: 'address' });
    expect(await heather.post('address', address)).toEqual({
      screen: 'method',
      options: [
        { id: 'first', method: 'sms', label: 'Text message' },
        { id: 'second', method: 'email', label: 'Email to h•••@example.com' },
      ],
    });
    expect(await heather.post('method', { option: 'first' })).toEqual(codeScreen);
    const audit = await heather.post('code', { code: passcode });
    expect(audit).toMatchObject({
      screen: 'usage',
      monthly: [
        { label: 'Oct 2025', kilowattHours: 48 },
        { label: 'Nov 2025', kilowattHours: 8 },
      ],
      startsOn: '2025-10-30',
      totalKilowattHours: 56,
    });
    expect(await heather.view()).toEqual(audit);
    expect(await heather.post('restart')).toEqual({ screen: 'address' });
    expect(kiosk.log).toEqual([]);
  });

  it('otp-client/owner-chooses: sends the passcode the way that was chosen', async () => {
    await atMethod();
    expect(await heather.post('method', { option: 'second' })).toMatchObject({ method: 'email' });
    expect(kiosk.stub.received.at(-1)?.form).toMatchObject({ delivery_option: 'second' });
  });

  it('otp-client/own-transaction: redeems what is typed in the transaction of its own visit, and in no other', async () => {
    await atCode();
    const stranger = kiosk.customer();
    await stranger.view();
    script('otpAuthorization', { change: { auth_session: 'another-session-0123456789abcdef' } });
    await stranger.post('address', address);
    await stranger.post('method', { option: 'first' });
    await heather.post('code', { code: passcode });
    expect(kiosk.stub.received.find(({ endpoint }) => endpoint === 'token')?.form).toMatchObject({
      auth_session: authSession,
      user_code: passcode,
    });
  });

  it('otp-client/owner-starts: asks the utility for nothing before there is an address', async () => {
    await heather.post('method', { option: 'first' });
    await heather.post('code', { code: passcode });
    await heather.post('resend');
    expect(await heather.post('restart')).toEqual({ screen: 'address' });
    expect(kiosk.stub.received).toEqual([]);
  });

  it('counts the seconds of the passcode and of the next one down', async () => {
    await atCode();
    kiosk.clock.pass(29.5);
    expect(await heather.view()).toMatchObject({ expiresInSeconds: 571, resendInSeconds: 1 });
    kiosk.clock.pass(571);
    expect(await heather.view()).toMatchObject({ expiresInSeconds: 0, resendInSeconds: 0, mayResend: true });
  });

  it('does not promise a passcode longer than its transaction lives', async () => {
    script('otpAuthorization', { change: { expires_in: 120 } });
    expect(await atCode()).toMatchObject({ expiresInSeconds: 120 });
  });

  it('says whether the passcode has digits or letters', async () => {
    script('otpDelivery', { change: { code_charset: 'base20', code_length: 7 } });
    expect(await atCode()).toMatchObject({ numeric: false, codeLength: 7 });
    await heather.post('code', { code: 'bcdf-ghj' });
    expect(kiosk.stub.received.find(({ endpoint }) => endpoint === 'token')?.form.user_code).toBe('BCDFGHJ');
  });

  it('sends another passcode through the same option, and forgets the old seconds', async () => {
    await atCode();
    kiosk.clock.pass(30);
    expect(await heather.post('resend')).toEqual(codeScreen);
    expect(kiosk.stub.received.map(({ form }) => form.delivery_option).filter(Boolean)).toEqual(['first', 'first']);
  });

  it('otp-client/code-unlogged: keeps session, passcode and token from the page, the log and the URLs', async () => {
    await atCode();
    script('token', refusal('invalid_user_code'));
    await heather.post('code', { code: '99998888' });
    script('usage', { status: 500 });
    await heather.post('code', { code: passcode });
    const urls = kiosk.stub.received.map(({ query }) => JSON.stringify(query));
    const heard = [...kiosk.sent, ...kiosk.log, ...urls].join('\n');
    for (const secret of [authSession, accessToken, passcode, '99998888', 'Sunny']) expect(heard).not.toContain(secret);
    expect(kiosk.log).toHaveLength(2);
  });
});

describe('an address', () => {
  it('that cannot be one is asked for again, before the utility hears of it', async () => {
    const view = await heather.post('address', { streetAddress: ' ', postalCode: '90001' });
    expect(view).toEqual({ screen: 'address', problem: { code: 'address' } });
    expect(asked('otpAuthorization')).toBe(0);
    expect(await heather.post('address', address)).toMatchObject({ screen: 'method' });
  });

  it('otp-client/compare-issuer: ends the visit when another authorization server answers', async () => {
    script('otpAuthorization', { change: { iss: 'https://other.example' } });
    expect(await heather.post('address', address)).toEqual({ screen: 'stopped', reason: 'refused' });
    await heather.post('method', { option: 'first' });
    expect(asked('otpDelivery')).toBe(0);
    expect(kiosk.log).toEqual(['kiosk.issuer_differs {}']);
  });

  it('ends the visit when the utility refuses, also with an error that the kiosk does not know', async () => {
    for (const error of ['invalid_scope', 'unauthorized_client', 'expired_token', 'never_heard_of']) {
      script('otpAuthorization', refusal(error));
      expect(await heather.post('address', address)).toEqual({ screen: 'stopped', reason: 'refused' });
      expect(await heather.post('restart')).toEqual({ screen: 'address' });
    }
    expect(kiosk.log).toContain('kiosk.refused {"request":"requestIdentification","error":"invalidScope"}');
  });

  it('otp-client/obey-retry-after: is not sent for anybody before a busy utility said to', async () => {
    script('otpAuthorization', slowDown(40));
    const busy = { screen: 'stopped', reason: 'busy' };
    expect(await heather.post('address', address)).toEqual(busy);
    const neighbour = kiosk.customer();
    kiosk.clock.pass(39.9);
    expect(await neighbour.post('address', address)).toEqual(busy);
    expect(asked('otpAuthorization')).toBe(1);
    kiosk.clock.pass(0.1);
    await neighbour.post('restart');
    expect(await neighbour.post('address', address)).toMatchObject({ screen: 'method' });
  });

  it('otp-client/retry: may be sent again when no answer came', async () => {
    script('otpAuthorization', { comes: 'hang up' }, { status: 503 });
    const unreachable = { screen: 'address', problem: { code: 'unreachable' } };
    expect(await heather.post('address', address)).toEqual(unreachable);
    expect(await heather.view()).toEqual(unreachable);
    expect(await heather.post('address', address)).toEqual(unreachable);
    expect(await heather.post('address', address)).toMatchObject({ screen: 'method' });
  });
});

describe('a request for a passcode', () => {
  it('otp-client/stop-when-over: ends the visit when the transaction is over', async () => {
    const reasons = {
      expired_token: 'expired',
      access_denied: 'denied',
      invalid_session: 'locked',
      invalid_request: 'refused',
      never_heard_of: 'refused',
    };
    for (const [error, reason] of Object.entries(reasons)) {
      await atMethod();
      script('otpDelivery', refusal(error));
      const asksBefore = asked('otpDelivery');
      expect(await heather.post('method', { option: 'first' })).toEqual({ screen: 'stopped', reason });
      for (const deed of ['method', 'code', 'resend', 'address']) {
        expect(await heather.post(deed, { option: 'first', code: passcode, ...address })).toMatchObject({ reason });
      }
      expect(asked('otpDelivery')).toBe(asksBefore + 1);
      await heather.post('restart');
    }
  });

  it('is only made through an option that was offered', async () => {
    const method = await atMethod();
    expect(await heather.post('method', { option: 'third' })).toEqual(method);
    expect(asked('otpDelivery')).toBe(0);
  });

  it('otp-client/obey-interval: is not repeated before the interval is over', async () => {
    await atCode();
    kiosk.clock.pass(29);
    expect(await heather.post('resend')).toEqual({
      ...codeScreen,
      expiresInSeconds: 571,
      resendInSeconds: 1,
      problem: { code: 'tooSoon' },
    });
    expect(asked('otpDelivery')).toBe(1);
    kiosk.clock.pass(1);
    await heather.post('resend');
    expect(asked('otpDelivery')).toBe(2);
  });

  it('otp-client/obey-retry-after: waits for as long as the utility says, or for the usual time', async () => {
    await atCode();
    for (const [answer, seconds] of [
      [slowDown(17), 17],
      [slowDown(), 30],
    ] as const) {
      kiosk.clock.pass(30);
      script('otpDelivery', answer);
      const view = await heather.post('resend');
      expect(view).toMatchObject({ screen: 'code', resendInSeconds: seconds, problem: { code: 'tooSoon' } });
    }
  });

  it('leaves the newest passcode valid when no more are sent', async () => {
    await atCode();
    kiosk.clock.pass(30);
    script('otpDelivery', refusal('delivery_limit_exceeded'));
    const view = await heather.post('resend');
    expect(view).toMatchObject({
      ...codeScreen,
      expiresInSeconds: 570,
      resendInSeconds: 0,
      mayResend: false,
      problem: { code: 'sendLimit' },
    });
    expect(await heather.post('code', { code: passcode })).toMatchObject({ screen: 'usage' });
  });

  it('ends the visit when no more are sent and the newest has run out', async () => {
    await atCode();
    kiosk.clock.pass(30);
    script('otpDelivery', refusal('delivery_limit_exceeded'));
    await heather.post('resend');
    kiosk.clock.pass(570);
    expect(await heather.view()).toEqual({ screen: 'stopped', reason: 'sends' });
    expect(await heather.post('restart')).toEqual({ screen: 'address' });
  });

  it('otp-client/retry: may be made again when no answer came, and leads back to the passcode that was sent', async () => {
    await atMethod();
    script('otpDelivery', { comes: 'hang up' });
    const unreachable = { screen: 'method', problem: { code: 'unreachable' } };
    expect(await heather.post('method', { option: 'first' })).toMatchObject(unreachable);
    expect(await heather.post('method', { option: 'first' })).toEqual(codeScreen);
    kiosk.clock.pass(30);
    script('otpDelivery', { comes: 'hang up' }, slowDown(20));
    expect(await heather.post('resend')).toMatchObject(unreachable);
    expect(await heather.post('method', { option: 'second' })).toMatchObject({
      screen: 'code',
      method: 'sms',
      problem: { code: 'tooSoon' },
    });
  });

  it('otp-client/show-binding-message: whose answer got lost is made again, since there is no phrase to compare', async () => {
    await atMethod();
    script('otpDelivery', { comes: 'hang up' }, slowDown(25));
    await heather.post('method', { option: 'first' });
    const choosing = { screen: 'method', problem: { code: 'tooSoon' } };
    expect(await heather.post('method', { option: 'first' })).toMatchObject(choosing);
    expect(await heather.post('method', { option: 'first' })).toMatchObject(choosing);
    expect(await heather.post('code', { code: passcode })).toMatchObject({ screen: 'method' });
    expect(asked('otpDelivery')).toBe(2);
    kiosk.clock.pass(25);
    expect(await heather.post('method', { option: 'second' })).toMatchObject({ screen: 'code', method: 'email' });
  });

  it.each([
    ['status 503', { status: 503 }],
    ['no answer', { comes: 'hang up' }],
  ] as const)(
    'error-response/maybe-processed: may have sent a passcode that %s says nothing about',
    async (_title, lost) => {
      await atMethod();
      script('otpDelivery', lost, slowDown(25));
      // the kiosk does not say that none was sent, asks for no other by itself, and takes the wait as that of the first
      expect(await heather.post('method', { option: 'first' })).toMatchObject({ problem: { code: 'unreachable' } });
      expect(asked('otpDelivery')).toBe(1);
      expect(await heather.post('method', { option: 'first' })).toMatchObject({ problem: { code: 'tooSoon' } });
      expect([asked('otpAuthorization'), asked('otpDelivery')]).toEqual([1, 2]);
      kiosk.clock.pass(25);
      expect(await heather.post('method', { option: 'first' })).toEqual(codeScreen);
      // and a redemption may have spent the passcode: what comes after it is no wrong passcode, but the end
      script('token', lost, refusal('invalid_grant'));
      expect(await heather.post('code', { code: passcode })).toMatchObject({ problem: { code: 'unreachable' } });
      expect(asked('token')).toBe(1);
      expect(await heather.post('code', { code: passcode })).toMatchObject({ screen: 'stopped' });
    },
  );

  it('ends the visit when its answer got lost and no more are sent', async () => {
    await atMethod();
    script('otpDelivery', { comes: 'hang up' }, refusal('delivery_limit_exceeded'));
    await heather.post('method', { option: 'first' });
    expect(await heather.post('method', { option: 'first' })).toEqual({ screen: 'stopped', reason: 'sends' });
  });
});

describe('a passcode', () => {
  it('that cannot be one uses up no try', async () => {
    await atCode();
    for (const code of ['', '0491567', '0491567I', '049156721']) {
      expect(await heather.post('code', { code })).toEqual({ ...codeScreen, problem: { code: 'codeForm' } });
    }
    expect(asked('token')).toBe(0);
  });

  it('is sent without the spaces and hyphens it was typed with', async () => {
    await atCode();
    await heather.post('code', { code: ' 0491-5672 ' });
    expect(kiosk.stub.received.find(({ endpoint }) => endpoint === 'token')?.form.user_code).toBe(passcode);
  });

  it('otp-client/retry: may be tried again when it was wrong', async () => {
    await atCode();
    script('token', refusal('invalid_user_code'), refusal('invalid_user_code'));
    const wrong = { ...codeScreen, problem: { code: 'wrongCode' } };
    expect(await heather.post('code', { code: '00000000' })).toEqual(wrong);
    expect(await heather.post('code', { code: '00000001' })).toEqual(wrong);
    expect(await heather.post('code', { code: passcode })).toMatchObject({ screen: 'usage' });
  });

  it('otp-client/retry: can be replaced when it has expired', async () => {
    await atCode();
    kiosk.clock.pass(30);
    script('token', refusal('expired_token'));
    expect(await heather.post('code', { code: passcode })).toMatchObject({
      screen: 'code',
      expiresInSeconds: 0,
      resendInSeconds: 0,
      mayResend: true,
      problem: { code: 'lapsedCode' },
    });
    expect(await heather.post('resend')).toEqual(codeScreen);
  });

  it('ends the visit when the transaction turns out to have expired too', async () => {
    await atCode();
    kiosk.clock.pass(30);
    script('token', refusal('expired_token'));
    script('otpDelivery', refusal('expired_token'));
    await heather.post('code', { code: passcode });
    expect(await heather.post('resend')).toEqual({ screen: 'stopped', reason: 'expired' });
  });

  it('otp-client/stop-when-over: ends the visit when the transaction is over', async () => {
    const reasons = {
      access_denied: 'denied',
      invalid_grant: 'locked',
      invalid_session: 'refused',
      invalid_client: 'refused',
      never_heard_of: 'refused',
    };
    for (const [error, reason] of Object.entries(reasons)) {
      await atCode();
      script('token', refusal(error));
      const triesBefore = asked('token');
      expect(await heather.post('code', { code: passcode })).toEqual({ screen: 'stopped', reason });
      expect(await heather.post('code', { code: passcode })).toEqual({ screen: 'stopped', reason });
      expect(asked('token')).toBe(triesBefore + 1);
      await heather.post('restart');
    }
  });

  it('is not called wrong when its answer got lost and the utility has closed the transaction since', async () => {
    for (const [again, endpoint, error] of [
      ['code', 'token', 'invalid_grant'],
      ['resend', 'otpDelivery', 'invalid_session'],
    ] as const) {
      await atCode();
      script('token', { comes: 'hang up' });
      expect(await heather.post('code', { code: passcode })).toMatchObject({ problem: { code: 'unreachable' } });
      kiosk.clock.pass(30);
      script(endpoint, refusal(error));
      expect(await heather.post(again, { code: passcode })).toEqual({ screen: 'stopped', reason: 'closed' });
      // the next customer has lost no answer
      await heather.post('restart');
      await atCode();
      script('token', refusal('invalid_grant'));
      expect(await heather.post('code', { code: passcode })).toEqual({ screen: 'stopped', reason: 'locked' });
      await heather.post('restart');
    }
  });

  it('otp-client/obey-retry-after: waits when the utility is busy', async () => {
    await atCode();
    script('token', slowDown(40));
    const busy = { screen: 'code', problem: { code: 'busy' } };
    expect(await heather.post('code', { code: passcode })).toMatchObject(busy);
    kiosk.clock.pass(39);
    expect(await heather.post('code', { code: passcode })).toMatchObject(busy);
    expect(asked('token')).toBe(1);
    kiosk.clock.pass(1);
    expect(await heather.post('code', { code: passcode })).toMatchObject({ screen: 'usage' });
  });

  it('otp-client/retry: may be tried again when no answer came', async () => {
    await atCode();
    script('token', { comes: 'hang up' });
    expect(await heather.post('code', { code: passcode })).toEqual({ ...codeScreen, problem: { code: 'unreachable' } });
    expect(await heather.post('code', { code: passcode })).toMatchObject({ screen: 'usage' });
  });

  it('that was good leads to a calm end when there is no usage to be had', async () => {
    const failures = [
      [{ comes: 'hang up' }, 'unreachable'],
      [{ status: 500 }, 'unreachable'],
      [{ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }, 'refused'],
      [refusal('insufficient_scope', {}, 403), 'refused'],
    ] as const;
    for (const [answer, reason] of failures) {
      await atCode();
      script('usage', answer);
      expect(await heather.post('code', { code: passcode })).toEqual({ screen: 'stopped', reason });
      expect(await heather.view()).toEqual({ screen: 'stopped', reason });
      await heather.post('restart');
    }
  });

  it('is not told from another problem by what was wrong before', async () => {
    await atCode();
    script('token', refusal('invalid_user_code'));
    await heather.post('code', { code: '00000000' });
    kiosk.clock.pass(30);
    expect(await heather.post('resend')).toEqual(codeScreen);
  });
});

describe('clicks that come too fast', () => {
  it('start one transaction, send one passcode and redeem once', async () => {
    await Promise.all([heather.post('address', address), heather.post('address', address)]);
    const views = await Promise.all([
      heather.post('method', { option: 'first' }),
      heather.post('method', { option: 'first' }),
    ]);
    expect(views).toEqual([codeScreen, codeScreen]);
    const audits = await Promise.all([
      heather.post('code', { code: passcode }),
      heather.post('code', { code: passcode }),
    ]);
    for (const audit of audits) expect(audit).toMatchObject({ screen: 'usage' });
    expect([asked('otpAuthorization'), asked('otpDelivery'), asked('token'), asked('usage')]).toEqual([1, 1, 1, 1]);
  });

  it('of different customers do not wait for each other', async () => {
    const neighbour = kiosk.customer();
    const { promise, release } = held();
    script('otpAuthorization', { after: promise });
    const slow = heather.post('address', address);
    await expect.poll(() => asked('otpAuthorization')).toBe(1);
    expect(await neighbour.post('address', address)).toMatchObject({ screen: 'method' });
    release();
    expect(await slow).toMatchObject({ screen: 'method' });
  });

  it('are seen by a page that was loaded anew in between', async () => {
    const { promise, release } = held();
    script('otpAuthorization', { after: promise });
    const lost = heather.post('address', address);
    await expect.poll(() => asked('otpAuthorization')).toBe(1);
    const reloaded = heather.view();
    release();
    expect(await reloaded).toMatchObject({ screen: 'method' });
    await lost;
  });
});

function held(): { readonly promise: Promise<void>; readonly release: () => void } {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
