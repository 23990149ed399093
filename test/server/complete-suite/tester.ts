/**
 * The tester of the complete suite at the reference server, in this process: a client, another client, and a customer
 * who reads their mail. It holds what a client and a customer hold, and looks at nothing else.
 */
import { deliveryMethods, endpoints, grantType, headers, parameters as p, scopes } from '../../../model/index.ts';
import type { CustomerRecord } from '../../../server/customers/customer-directory.ts';
import {
  type ChosenCode,
  codeObservation,
  handoverObservation,
  type InputStep,
  nothing,
  type Observation,
  type SuiteInput,
  type SuiteStep,
  suiteInputs,
  suitePolicy,
} from '../../../spec/verify/suite/index.ts';
import { codeIn, wrongCode } from '../../support/conversation.ts';
import type { Answer, Form } from '../../support/form-request.ts';
import { nobody, type TestClient } from '../../support/test-clients.ts';
import type { TestServer } from '../../support/test-server.ts';

const customer = (name: string, contacts: CustomerRecord['contacts']): CustomerRecord => ({
  accountId: `account-${name}`,
  accountNumber: name,
  meterNumber: `meter-${name}`,
  address: { street_address: `1 ${name} street` },
  contacts,
});

/** The customer of the suite, who has email only, and the one of cases with a method, who has everything. */
export const suiteCustomers: readonly CustomerRecord[] = [
  customer('mail', { email: 'mail@example.com' }),
  customer('all', { email: 'all@example.com', sms: '+12025550110', voice: '+12025550110' }),
];

const neverGivenOut = 'a'.repeat(43);

interface Held {
  readonly session: string;
  readonly codes: readonly string[];
  readonly denialToken: string | undefined;
  readonly token: string;
  /** When what the answers announced is over, in epoch milliseconds. */
  readonly ends: Readonly<Partial<Record<'interval' | 'code' | 'transaction', number>>>;
}

const emptyHanded: Held = { session: neverGivenOut, codes: [], denialToken: undefined, token: 'none', ends: {} };

export class Tester {
  readonly #server: TestServer;
  #held: Held = emptyHanded;
  #customer = suiteCustomers[0];
  #startedAt = 0;

  constructor(server: TestServer) {
    this.#server = server;
  }

  /** Begins anew: every budget of account and client has healed, and nothing is held. */
  async begin(steps: readonly SuiteStep[] = []): Promise<void> {
    const { accountWindowSeconds, clientWindowSeconds } = suitePolicy.limits;
    this.#server.clock.advance(2000 * Math.max(accountWindowSeconds, clientWindowSeconds));
    await this.#server.store.purge(this.#server.clock.now() - 1);
    this.#held = emptyHanded;
    this.#customer = suiteCustomers[steps.some((step) => 'input' in step && step.method !== undefined) ? 1 : 0];
    this.#startedAt = this.#server.clock.now();
  }

  /** Gives a step of a case, and says what was observed, once for each time. */
  async play(step: SuiteStep): Promise<Observation[]> {
    if ('untilSeconds' in step) {
      this.#waitUntil(this.#startedAt + step.untilSeconds * 1000);
      return [];
    }
    if ('countsHandovers' in step) throw new Error('only a gateway that refuses can count its handovers');
    const observed: Observation[] = [];
    for (let count = 0; count < (step.times ?? 1); count += 1)
      observed.push(await this.give(suiteInputs[step.input], step));
    return observed;
  }

  /** Gives an input, and says what was observed. */
  async give(input: SuiteInput, special: Partial<InputStep> = {}): Promise<Observation> {
    switch (input.kind) {
      case 'identification':
        return this.#identify(special);
      case 'delivery':
        return this.#deliver(input, special);
      case 'redemption':
        return this.#redeem(input);
      case 'usage':
        return this.#readUsage();
      case 'denial':
        return this.#deny();
      case 'wait':
        this.#waitUntil(this.#held.ends[input.until] ?? 0);
        return nothing;
    }
  }

  async #identify({ bodyBytes, assertionLifeSeconds }: Partial<InputStep>): Promise<Observation> {
    const subject = { format: 'account_number', account_number: this.#customer?.accountNumber };
    const form = { [p.subId.name]: JSON.stringify(subject), [p.scope.name]: scopes.usageRead.name };
    const client =
      assertionLifeSeconds === undefined ? this.#server.clients.auditor : this.#signing(assertionLifeSeconds);
    const answer = await this.#server.post(endpoints.otpAuthorization.path, filledUp(form, bodyBytes), client);
    if (answer.status !== 200) return seen(answer);
    const transaction = this.#server.clock.now() + Number(answer.body[p.expiresIn.name]) * 1000;
    this.#held = {
      ...emptyHanded,
      session: textIn(answer, p.authSession.name) ?? neverGivenOut,
      ends: { transaction },
    };
    return seen(answer);
  }

  #signing(lifeSeconds: number): TestClient {
    const exp = Math.floor(this.#server.clock.now() / 1000) + lifeSeconds;
    return {
      clientId: this.#server.clients.signing.clientId,
      credentials: async () => ({
        headers: {},
        parameters: {
          [p.clientAssertionType.name]: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          [p.clientAssertion.name]: await this.#server.sign({ claims: { exp } }),
        },
      }),
    };
  }

  async #deliver(
    { sender, option }: Extract<SuiteInput, { kind: 'delivery' }>,
    { method = 'email', observesCode }: Partial<InputStep>,
  ): Promise<Observation> {
    const chosen = {
      onFile: deliveryMethods[method].name,
      none: deliveryMethods.voice.name,
      unoffered: 'pigeon',
      missing: undefined,
    }[option];
    const form = { [p.authSession.name]: this.#held.session, [p.deliveryOption.name]: chosen };
    const answer = await this.#server.post(endpoints.otpDelivery.path, form, this.#sender(sender));
    if (answer.status !== 200) return seen(answer);
    const now = this.#server.clock.now();
    const [interval = 0, code = 0] = [p.interval, p.expiresIn].map(
      ({ name }) => now + Number(answer.body[name]) * 1000,
    );
    this.#held = { ...this.#held, ends: { ...this.#held.ends, interval, code } };
    await this.#readMail();
    if (observesCode !== true) return seen(answer);
    return codeObservation(seen(answer), Number(answer.body[p.codeLength.name]), this.#held.codes.at(-1)?.length ?? 0);
  }

  /** What has come since the last time; there is one transaction at a time, so it belongs to that. */
  async #readMail(): Promise<void> {
    await this.#server.outbox.run();
    const [message] = this.#server.inbox
      .list()
      .filter(({ contact }) => Object.values(this.#customer?.contacts ?? {}).includes(contact));
    const code = message === undefined ? undefined : codeIn(message);
    if (message === undefined || code === undefined || message.receivedAt !== this.#server.clock.now()) return;
    if (this.#held.codes.includes(code)) return;
    const denialToken = /\/denial#([\w-]+)/.exec(message.text)?.[1];
    this.#held = { ...this.#held, codes: [...this.#held.codes, code], denialToken };
  }

  async #redeem({ sender, code }: Extract<SuiteInput, { kind: 'redemption' }>): Promise<Observation> {
    const form = {
      [p.grantType.name]: grantType.name,
      [p.authSession.name]: this.#held.session,
      [p.userCode.name]: this.#code(code),
    };
    const answer = await this.#server.post(endpoints.token.path, form, this.#sender(sender));
    if (answer.status === 200)
      this.#held = { ...this.#held, token: textIn(answer, p.accessToken.name) ?? this.#held.token };
    return seen(answer);
  }

  #code(chosen: ChosenCode): string | undefined {
    const { codes } = this.#held;
    const never = wrongCode(codes[0] ?? '00000000', codes[1] === wrongCode(codes[0] ?? '', 1) ? 2 : 1);
    switch (chosen) {
      case 'newest':
        return codes.at(-1) ?? never;
      case 'earlier':
        return codes.length > 1 ? codes[0] : never;
      case 'wrong':
        return never;
      case 'missing':
        return undefined;
    }
  }

  async #readUsage(): Promise<Observation> {
    const authorization = `Bearer ${this.#held.token}`;
    return seen(
      await this.#server.inject({
        method: 'GET',
        url: endpoints.usage.path,
        headers: { [headers.authorization.name]: authorization },
      }),
    );
  }

  async #deny(): Promise<Observation> {
    const { denialToken } = this.#held;
    if (denialToken === undefined) return nothing;
    const { status } = await this.#server.inject({ method: 'POST', url: '/denial', payload: { denialToken } });
    return status === 204 ? nothing : String(status);
  }

  #waitUntil(instant: number): void {
    this.#server.clock.set(Math.max(this.#server.clock.now(), instant));
  }

  #sender(sender: 'same' | 'other' | 'nobody'): TestClient {
    return { same: this.#server.clients.auditor, other: this.#server.clients.other, nobody }[sender];
  }
}

/** Counts how often a gateway is asked that refuses everything. The message has time enough to be tried again. */
export async function handoversOf(server: TestServer, asked: () => number): Promise<Observation> {
  for (let round = 0; round < 20; round += 1) {
    await server.outbox.run();
    server.clock.advance(10_000);
  }
  return handoverObservation(asked());
}

const seen = ({ status, body }: Answer): Observation =>
  body[p.error.name] === undefined ? String(status) : `${status} ${body[p.error.name]}`;

/** A member of an answer; a wrong server may leave it out. */
function textIn({ body }: Answer, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

/** A form of so many bytes, through a parameter that nobody knows. */
function filledUp(form: Readonly<Record<string, string>>, bodyBytes: number | undefined): Form {
  if (bodyBytes === undefined) return form;
  const filler = 'filler';
  const bytes = new URLSearchParams({ ...form, [filler]: '' }).toString().length;
  return { ...form, [filler]: 'x'.repeat(bodyBytes - bytes) };
}
