/** The reference server with callers who come at the same time, and a record of what each of them saw, and when. */
import { deliveryMethods, endpoints, grantType, parameters as p, scopes } from '../../model/index.ts';
import type { Store } from '../../server/ports.ts';
import { nothing } from '../../spec/verify/suite/index.ts';
import { codeIn, wrongCode } from '../support/conversation.ts';
import { type Form, formRequest } from '../support/form-request.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { type RaceCall, type RaceOperation, racePolicy } from './transaction-specification.ts';

/** An answer as far as it is compared or needed later. */
interface Seen {
  readonly output: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

/** How requests reach the server. */
type Way = (server: TestServer, request: Request) => Promise<Seen>;

export const ways = {
  'in this process': async (server, request) => {
    const { status, body } = await server.inject({ ...request });
    return { output: outputOf(status, body), body };
  },
  'over HTTP': async (server, { method, url, headers, payload }) => {
    const response = await fetch(server.issuer + url, {
      method,
      headers,
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}; // every JSON body here is an object
    return { output: outputOf(response.status, body), body };
  },
} as const satisfies Record<string, Way>;

const outputOf = (status: number, { error }: Readonly<Record<string, unknown>>): string =>
  error === undefined ? String(status) : `${status} ${error}`;

const customer = {
  accountId: 'account-racer',
  accountNumber: '4000-1',
  meterNumber: 'E-1',
  address: { street_address: '1 Race Lane' },
  contacts: { email: 'racer@example.com' },
};

const subject = JSON.stringify({ format: 'account_number', account_number: customer.accountNumber });
const hour = 3_600_000;

/** What client and customer hold of one transaction. */
interface Handles {
  session: string;
  /** The first passcode, which is the one that everybody redeems. */
  code: string;
  denialToken: string;
  token: string;
}

const noHandles = (): Handles => ({ session: 'none', code: '00000000', denialToken: 'none', token: 'none' });

export class RaceStage {
  readonly server: TestServer;
  readonly #way: Way;
  #tick = 0;
  #startedAt = 0;
  #history: RaceOperation[] = [];
  #handles = new Map<number, Handles>();
  #trials = 0;

  private constructor(server: TestServer, way: Way) {
    this.server = server;
    this.#way = way;
  }

  /** Opens a server on a store. Close it after its trials. */
  static async open(store: Store, way: keyof typeof ways, policy = racePolicy): Promise<RaceStage> {
    const server = await startTestServer({ policy, store, customers: [customer], usage: { hourly: async () => [] } });
    if (way === 'over HTTP') await server.listen();
    return new RaceStage(server, ways[way]);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What was seen since the trial began. */
  get history(): readonly RaceOperation[] {
    return this.#history;
  }

  /** Begins a trial, on an account whose budget has healed. */
  async begin(): Promise<void> {
    this.server.clock.advance(3 * hour);
    // forgetting costs a durable store a write of its own
    if (this.#trials % 20 === 0) await this.server.store.purge(this.server.clock.now() - 1);
    this.#trials += 1;
    this.#startedAt = this.server.clock.now();
    this.#tick = 0;
    this.#history = [];
    this.#handles = new Map();
  }

  /** Makes a call and records what came of it. */
  async call(call: RaceCall): Promise<void> {
    const invokedAt = this.#tick++;
    const result = await this.#carriedOut(call);
    this.#history.push({ call, invokedAt, returned: { at: this.#tick++, result } });
  }

  /** Lets time pass, at this very moment of what else is going on. */
  pass(until: number): void {
    const invokedAt = this.#tick++;
    this.server.clock.set(Math.max(this.server.clock.now(), this.#startedAt + until * 1000));
    this.#history.push({ call: { do: 'pass', until }, invokedAt, returned: { at: this.#tick++, result: nothing } });
  }

  /** Opens a transaction and reads the message with its first passcode, one call after the other. */
  async prepare(transaction = 0): Promise<void> {
    await this.call({ do: 'identify', transaction });
    await this.call({ do: 'deliver', transaction });
    await this.server.outbox.run();
    const [message] = this.server.inbox.list();
    const code = message && codeIn(message);
    const denialToken = /\/denial#([\w-]+)/.exec(message?.text ?? '')?.[1];
    if (code === undefined || denialToken === undefined) throw new Error('no message has come');
    Object.assign(this.#handlesOf(transaction), { code, denialToken });
  }

  #handlesOf(transaction: number): Handles {
    const handles = this.#handles.get(transaction) ?? noHandles();
    this.#handles.set(transaction, handles);
    return handles;
  }

  async #carriedOut(call: RaceCall): Promise<string> {
    const handles = this.#handlesOf(call.transaction ?? 0);
    const session = { [p.authSession.name]: handles.session };
    switch (call.do) {
      case 'identify': {
        const form = { [p.subId.name]: subject, [p.scope.name]: scopes.usageRead.name };
        const { output, body } = await this.#post(endpoints.otpAuthorization.path, form);
        handles.session = String(body[p.authSession.name]);
        return output;
      }
      case 'deliver': {
        const form = { ...session, [p.deliveryOption.name]: deliveryMethods.email.name };
        return (await this.#post(endpoints.otpDelivery.path, form)).output;
      }
      case 'redeem': {
        const code = call.code === 0 ? wrongCode(handles.code) : handles.code;
        const form = { [p.grantType.name]: grantType.name, ...session, [p.userCode.name]: code };
        const { output, body } = await this.#post(endpoints.token.path, form);
        if (body[p.accessToken.name] !== undefined) handles.token = String(body[p.accessToken.name]);
        return output;
      }
      case 'deny': {
        const headers = { 'content-type': 'application/json' };
        const payload = JSON.stringify({ denialToken: handles.denialToken });
        const { output } = await this.#way(this.server, { method: 'POST', url: '/denial', headers, payload });
        return output === '204' ? nothing : output;
      }
      case 'readUsage': {
        const headers = { authorization: `Bearer ${handles.token}` };
        return (await this.#way(this.server, { method: 'GET', url: endpoints.usage.path, headers })).output;
      }
      case 'pass':
        throw new Error('time passes at once: use pass');
    }
  }

  /** Posts a form as the client of the races. */
  async #post(url: string, form: Form): Promise<Seen> {
    const { headers, payload } = formRequest(url, form, await this.server.clients.auditor.credentials());
    return this.#way(this.server, {
      method: 'POST',
      url,
      headers: headers as Record<string, string>,
      payload: String(payload),
    }); // texts only
  }
}
