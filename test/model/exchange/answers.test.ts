/** What each request of a transaction is answered with: written by hand from the documents, not from the machines. */
import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Facts, initialParties, machinesUnder, performExchange } from '../../../model/index.ts';
import { ordinary, type Run, run } from './run.ts';

/** A transaction in which a passcode was sent. */
function pending(facts: Facts = {}): Run {
  const started = run();
  expect(started.ask('identification')).toEqual([200]);
  expect(started.ask('delivery', facts)).toEqual([200]);
  return started;
}

const times = (count: number, does: () => unknown): unknown[] => Array.from({ length: count }, does);

describe('Step 1, the OTP authorization request', () => {
  it('is answered with 200, and a transaction is opened', () => {
    const { ask, done } = run();
    expect(ask('identification')).toEqual([200]);
    expect(done()).toEqual(['openTransaction']);
  });

  it('sends nothing yet', () => {
    const { ask, done } = run();
    ask('identification');
    expect(done()).not.toContain('sendCode');
  });

  it('client/start-quota: the 601st within an hour is told to slow down, with 429', () => {
    const { ask } = run();
    expect(new Set(times(600, () => ask('identification').join(' ')))).toEqual(new Set(['200']));
    expect(ask('identification')).toEqual([429, 'slow_down']);
  });

  it('that is turned away leaves the transaction before it as it was', () => {
    const { ask } = pending();
    expect(ask('identification', { violation: 'scopeInvalid' })).toEqual([400, 'invalid_scope']);
    expect(ask('redemption')).toEqual([200]);
  });
});

describe('Step 2, the OTP delivery request', () => {
  it('is answered with 200, and a passcode is sent', () => {
    expect(pending().done()).toEqual(['sendCode']);
  });

  it('otp-delivery-response/uniform: is answered with 200 and nothing is sent when there is nobody to send it to', () => {
    expect(pending({ contact: 'none' }).done()).toEqual(['withholdCode']);
  });

  it('first-party-apps §5.2.2: is answered with invalid_session for an unknown handle', () => {
    expect(run().ask('delivery')).toEqual([400, 'invalid_session']);
  });

  it('is answered with invalid_session for the handle of another client, and sends nothing', () => {
    const { ask, done } = pending();
    expect(ask('delivery', { client: 'other' })).toEqual([400, 'invalid_session']);
    expect(done()).toEqual([]);
  });

  it('is answered with invalid_request for an option that was not offered', () => {
    const { ask } = run();
    ask('identification');
    expect(ask('delivery', { option: 'unoffered' })).toEqual([400, 'invalid_request']);
  });

  it('RFC 8628 §3.5: is told to slow down when it comes too soon, here with 429 (RFC 6585 §4)', () => {
    const { ask, happens } = pending();
    expect(ask('delivery')).toEqual([429, 'slow_down']);
    happens('interval.elapsed');
    expect(ask('delivery')).toEqual([200]);
  });

  it('is refused after the third send, and the newest passcode stays valid', () => {
    const { ask, happens } = pending();
    for (const _again of [2, 3]) {
      happens('interval.elapsed');
      expect(ask('delivery')).toEqual([200]);
    }
    happens('interval.elapsed');
    expect(ask('delivery')).toEqual([400, 'delivery_limit_exceeded']);
    expect(ask('redemption')).toEqual([200]);
  });

  it('RFC 8628 §3.5: is answered with access_denied after a denial and with expired_token after the life of the transaction', () => {
    const denied = pending();
    denied.happens('denial.received');
    expect(denied.ask('delivery')).toEqual([400, 'access_denied']);
    const expired = pending();
    expired.happens('transaction.expired');
    expect(expired.ask('delivery')).toEqual([400, 'expired_token']);
  });
});

describe('Step 3, the access token request', () => {
  it('RFC 6749 §5.1: is answered with 200 for the right passcode, and the other contacts are told', () => {
    const { ask, done } = pending();
    expect(ask('redemption')).toEqual([200]);
    expect(done()).toEqual(['issueAccessToken', 'notifyOtherContacts']);
  });

  it('is answered with invalid_user_code for a wrong passcode', () => {
    expect(pending().ask('redemption', { code: 'wrong' })).toEqual([400, 'invalid_user_code']);
  });

  it('RFC 6749 §5.2: is answered with invalid_grant for an unknown handle and for that of another client', () => {
    expect(run().ask('redemption')).toEqual([400, 'invalid_grant']);
    const { ask } = pending();
    expect(ask('redemption', { client: 'other' })).toEqual([400, 'invalid_grant']);
    expect(ask('redemption')).toEqual([200]);
  });

  it('RFC 6749 §10.5 in spirit: a passcode is worth one token', () => {
    const { ask, done } = pending();
    ask('redemption');
    expect(ask('redemption')).toEqual([400, 'invalid_grant']);
    expect(done()).toEqual([]);
  });

  it('RFC 8628 §5.1: the fifth wrong passcode locks the transaction for good', () => {
    const { ask } = pending();
    expect(times(4, () => ask('redemption', { code: 'wrong' }))).toEqual(times(4, () => [400, 'invalid_user_code']));
    expect(ask('redemption', { code: 'wrong' })).toEqual([400, 'invalid_grant']);
    expect(ask('redemption')).toEqual([400, 'invalid_grant']);
    expect(ask('delivery')).toEqual([400, 'invalid_session']);
  });

  it('NIST SP 800-63B: a resend does not reset the count of failures', () => {
    const { ask, happens } = pending();
    times(4, () => ask('redemption', { code: 'wrong' }));
    happens('interval.elapsed');
    expect(ask('delivery')).toEqual([200]);
    expect(ask('redemption', { code: 'wrong' })).toEqual([400, 'invalid_grant']);
    expect(ask('redemption')).toEqual([400, 'invalid_grant']);
  });

  it('NIST SP 800-63B: a passcode is invalid once another was sent', () => {
    const { ask, happens } = pending();
    happens('interval.elapsed');
    ask('delivery');
    expect(ask('redemption', { code: 'stale' })).toEqual([400, 'invalid_user_code']);
    expect(ask('redemption', { code: 'newest' })).toEqual([200]);
  });

  it('NIST SP 800-63B: a passcode is invalid after its life; a new one can be asked for', () => {
    const { ask, happens } = pending();
    happens('code.expired');
    expect(ask('redemption')).toEqual([400, 'expired_token']);
    expect(ask('delivery')).toEqual([200]);
    expect(ask('redemption')).toEqual([200]);
  });

  it('NIST SP 800-63B: failures are bounded per account too, in silence, over transactions', () => {
    const { ask } = run();
    for (const _transaction of times(5, () => null)) {
      ask('identification');
      ask('delivery');
      times(4, () => ask('redemption', { code: 'wrong' }));
    }
    ask('identification');
    ask('delivery');
    expect(ask('redemption', { code: 'newest' })).toEqual([400, 'invalid_user_code']);
  });

  it('account/send-budget: the eleventh send to an account within a day is answered alike and not made', () => {
    const { ask, done } = run();
    const sent = times(11, () => {
      ask('identification');
      return [...ask('delivery'), ...done()];
    });
    expect(sent.slice(0, 10)).toEqual(times(10, () => [200, 'sendCode']));
    expect(sent[10]).toEqual([200, 'withholdCode']);
  });

  it('account/success-clears-failures: a right passcode clears the count of wrong ones', () => {
    const { ask } = run();
    const fourWrongThenRight = () => {
      ask('identification');
      ask('delivery');
      times(4, () => ask('redemption', { code: 'wrong' }));
      return ask('redemption');
    };
    expect(times(6, fourWrongThenRight)).toEqual(times(6, () => [200]));
  });

  it('account/success-clears-failures: and no other count, so that the eleventh send is not made after ten grants', () => {
    const { ask, done } = run();
    for (const _transaction of times(10, () => null)) {
      ask('identification');
      ask('delivery');
      expect(ask('redemption')).toEqual([200]);
    }
    ask('identification');
    ask('delivery');
    expect(done()).toEqual(['withholdCode']);
  });

  it('client/wrong-code-quota: the 201st wrong passcode of a client within an hour is not even compared', () => {
    const { ask } = run();
    for (const _transaction of times(50, () => null)) {
      ask('identification');
      times(4, () => ask('redemption', { code: 'wrong' }));
    }
    ask('identification');
    ask('delivery');
    expect(ask('redemption')).toEqual([429, 'slow_down']);
  });

  it('before any passcode is out a guess counts against the transaction, and the account is left in peace', () => {
    const machines = machinesUnder(defaultPolicy);
    const opened = performExchange(machines, initialParties(machines), 'identification', ordinary).parties;
    const guessed = performExchange(machines, opened, 'redemption', { ...ordinary, code: 'wrong' }).parties;
    expect(guessed.transaction.context.wrongCodes).toBe(1);
    expect(guessed.account).toEqual(machines.account.initial);
  });
});

describe('A denial', () => {
  it('RFC 8628 §3.5: is answered with access_denied from then on', () => {
    const { ask, happens } = pending();
    happens('denial.received');
    expect(ask('redemption')).toEqual([400, 'access_denied']);
  });

  it('RFC 7009 in effect: after the grant revokes what was granted, once', () => {
    const { ask, happens } = pending();
    ask('redemption');
    expect(happens('denial.received')).toEqual(['revokeTokens']);
    expect(happens('denial.received')).toEqual([]);
    expect(ask('redemption')).toEqual([400, 'invalid_grant']);
  });

  it('says nothing to strangers: they hear of no transaction', () => {
    const { ask, happens } = pending();
    happens('denial.received');
    expect(ask('redemption', { client: 'other' })).toEqual([400, 'invalid_grant']);
    expect(ask('delivery', { client: 'other' })).toEqual([400, 'invalid_session']);
  });
});
