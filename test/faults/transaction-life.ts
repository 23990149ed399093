/** One transaction as client and customer live through it, whatever dies meanwhile, and what they saw of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { deliveryMethods, endpoints, grantType, parameters as p, scopes } from '../../model/index.ts';
import { sandboxSecret } from '../../server/sandbox/clients.ts';
import { nothing } from '../../spec/verify/suite/index.ts';
import { type RaceCall, type RaceOperation, racePolicy } from '../races/transaction-specification.ts';
import { wrongCode } from '../support/conversation.ts';
import { basic } from '../support/test-clients.ts';
import { contactOf } from './customers.ts';
import { lost } from './lost-answers.ts';
import type { Handed } from './mortal-server.ts';

/** What a transaction needs of the servers, one after the other. */
export interface Servers {
  url(): Promise<string>;
  handed(contact: string): readonly Handed[];
}

const unavailable = 503;
const patienceMilliseconds = 6_000;

export class TransactionLife {
  readonly history: RaceOperation[] = [];
  /** How many tokens were seen. */
  tokens = 0;
  readonly #servers: Servers;
  readonly #customer: number;
  #tick = 0;
  #session = 'none';
  #token = 'none';

  constructor(servers: Servers, customer: number) {
    this.#servers = servers;
    this.#customer = customer;
  }

  /** Makes a call; when its answer is lost, that is what it came to. */
  async call(call: RaceCall): Promise<string> {
    const invokedAt = this.#tick++;
    let result = lost;
    try {
      result = await this.#carriedOut(call);
    } catch {
      // whoever was asked is dead; what it was doing is over before the next one answers
      await this.#servers.url();
      await sleep(20);
    }
    this.history.push({ call, invokedAt, returned: { at: this.#tick++, result } });
    return result;
  }

  /** Makes a call again and again until it is answered. */
  async answered(call: RaceCall): Promise<string> {
    for (;;) {
      const result = await this.call(call);
      if (result !== lost) return result;
    }
  }

  /** Notes that time has passed, to so many seconds after the start. */
  passed(until: number): void {
    const invokedAt = this.#tick++;
    this.history.push({ call: { do: 'pass', until }, invokedAt, returned: { at: this.#tick++, result: nothing } });
  }

  /** Opens the transaction. One whose answer got lost is nobody's, so that each attempt begins anew. */
  async open(): Promise<void> {
    do this.history.length = 0;
    while ((await this.call({ do: 'identify' })) === lost);
  }

  /** Whether the first passcode has reached the customer. Waits a moment for it. */
  async received(): Promise<boolean> {
    for (let waited = 0; waited < patienceMilliseconds; waited += 50) {
      if (this.#first !== undefined) return true;
      await sleep(50);
    }
    return false;
  }

  get #first(): Handed | undefined {
    return this.#servers.handed(contactOf(this.#customer))[0];
  }

  async #carriedOut(call: RaceCall): Promise<string> {
    const session = { [p.authSession.name]: this.#session };
    const { code = '00000000', denialToken = 'none' } = this.#first ?? {};
    switch (call.do) {
      case 'identify': {
        const subject = JSON.stringify({ format: 'account_number', account_number: `7000-${this.#customer}` });
        const form = { [p.subId.name]: subject, [p.scope.name]: scopes.usageRead.name };
        const { output, body } = await this.#post(endpoints.otpAuthorization.path, form);
        this.#session = String(body[p.authSession.name]);
        return output;
      }
      case 'deliver': {
        const form = { ...session, [p.deliveryOption.name]: deliveryMethods.email.name };
        return (await this.#post(endpoints.otpDelivery.path, form)).output;
      }
      case 'redeem': {
        const form = {
          ...session,
          [p.grantType.name]: grantType.name,
          [p.userCode.name]: call.code === 0 ? wrongCode(code) : code,
        };
        const { output, body } = await this.#post(endpoints.token.path, form);
        if (body[p.accessToken.name] !== undefined) {
          this.tokens += 1;
          this.#token = String(body[p.accessToken.name]);
        }
        return output;
      }
      case 'deny': {
        const { output } = await this.#sent('/denial', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ denialToken }),
        });
        return output === '204' ? nothing : output;
      }
      case 'readUsage':
        return (await this.#sent(endpoints.usage.path, { headers: { authorization: `Bearer ${this.#token}` } })).output;
      case 'pass':
        throw new Error('time passes for all transactions at once');
    }
  }

  #post(path: string, form: Readonly<Record<string, string>>) {
    const headers = { authorization: basic('energy-auditor', sandboxSecret) };
    return this.#sent(path, { method: 'POST', headers, body: new URLSearchParams(form) });
  }

  async #sent(
    path: string,
    request: RequestInit,
  ): Promise<{ output: string; body: Readonly<Record<string, unknown>> }> {
    const response = await fetch((await this.#servers.url()) + path, request);
    const text = await response.text();
    if (response.status === unavailable) return { output: lost, body: {} };
    const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}; // every JSON body here is an object
    const error = body[p.error.name];
    return { output: error === undefined ? String(response.status) : `${response.status} ${error}`, body };
  }
}

const { resendIntervalSeconds, emailCodeLifeSeconds, transactionLifeSeconds } = racePolicy.limits;

const wrong: RaceCall = { do: 'redeem', code: 0 };
const right: RaceCall = { do: 'redeem', code: 1 };
const resend: RaceCall = { do: 'deliver' };
const deny: RaceCall = { do: 'deny' };
const read: RaceCall = { do: 'readUsage' };

/** How a message that was being handed over when its server died comes to be handed over again: its lease ends. */
const leaseSeconds = 61;
const mostLeases = 4;

/** What is done at the same time, in the middle of the life of a transaction. */
const middles: readonly (readonly RaceCall[])[] = [
  [right],
  [wrong],
  [right, right],
  [wrong, wrong],
  [right, wrong, wrong],
  [right, deny],
  [right, resend],
  [wrong, resend],
];

/**
 * Lives through some transactions at once, with deaths at any moment, up to the end of each: the last calls come when
 * its passcode is over, and when it is over itself.
 *
 * @param advance lets time pass for the servers
 */
export async function liveThrough(
  lives: readonly TransactionLife[],
  choose: (count: number) => number,
  advance: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let at = 0;
  const passTo = async (until: number): Promise<void> => {
    await advance((until - at) * 1000);
    at = until;
    for (const life of lives) life.passed(until);
  };
  const all = (live: (life: TransactionLife) => Promise<unknown>) => Promise.all(lives.map(live));
  await all((life) => life.open());
  await all((life) => life.answered(resend));
  await passTo(resendIntervalSeconds);
  // a message is late only when its server died while it was handed over, and the next one may die so, too
  for (let deaths = 1; (await Promise.all(lives.map((life) => life.received()))).includes(false); deaths += 1) {
    if (deaths > mostLeases) throw new Error('a passcode was never handed over');
    await passTo(deaths * leaseSeconds);
  }
  await all(async (life) => {
    for (let steps = 1 + choose(2); steps > 0; steps -= 1) {
      await Promise.all((middles[choose(middles.length)] ?? []).map((call) => life.call(call)));
    }
    for (const call of [wrong, right]) await life.answered(call);
    // nobody can use a token whose answer got lost
    if (life.tokens > 0) await life.answered(read);
  });
  await passTo(mostLeases * leaseSeconds + emailCodeLifeSeconds);
  await all((life) => life.answered(right));
  await passTo(transactionLifeSeconds);
  await all(async (life) => {
    for (const call of [right, resend]) await life.answered(call);
  });
}
