/** What one case plays on: sends requests, keeps what was exchanged, and knows what to hide when it is shown. */
import type { Client } from './clients.ts';
import type { SubjectIdentifier } from './config.ts';
import { type EndpointName, grantType } from './discovery.ts';
import type { Trace } from './options.ts';
import { Redaction, shortened } from './redaction.ts';
import { Transaction } from './transaction.ts';
import { type Exchange, formBody, sent, type WireAnswer, type WireRequest } from './wire.ts';
import { type Recipient, recipientFor, type World } from './world.ts';

/** The media type of every request body. */
export const formType = 'application/x-www-form-urlencoded';

/** A handle that no server has ever given out. */
export const neverGivenOut = 'a-session-that-was-never-given-out';

export type Form = Readonly<Record<string, string | undefined>>;

export interface IdentifyOptions {
  readonly subject?: SubjectIdentifier;
  readonly client?: Client;
  /** Parameters to add or replace; `undefined` leaves one out. */
  readonly form?: Form;
}

export class Stage {
  readonly world: World;
  readonly redaction = new Redaction();
  readonly #exchanges: Exchange[] = [];

  constructor(world: World) {
    this.world = world;
    for (const { secret } of [world.config.client, world.config.otherClient ?? { secret: undefined }])
      this.redaction.learn('client_secret', secret);
  }

  /** Sends a request as it is. */
  async ask(title: string, request: WireRequest): Promise<WireAnswer> {
    const answer = await sent(this.world.send, request);
    this.redaction.learnFrom(answer.body);
    this.#exchanges.push({ title, request, answer });
    return answer;
  }

  /** A form as a client sends it, with fresh credentials. */
  async formRequest(
    endpoint: EndpointName,
    form: Form,
    client: Client = this.world.clients.main,
  ): Promise<WireRequest> {
    const { headers, parameters } = await client.credentials();
    return {
      method: 'POST',
      url: this.world.discovered.endpoints[endpoint],
      headers: { 'content-type': formType, ...headers },
      body: formBody({ ...form, ...parameters }),
    };
  }

  async post(title: string, endpoint: EndpointName, form: Form, client?: Client): Promise<WireAnswer> {
    return this.ask(title, await this.formRequest(endpoint, form, client));
  }

  /** The parameters of a request that identifies a customer. */
  identification({ subject, form }: IdentifyOptions = {}): Form {
    const subId = subject ?? recipientFor(this.world).customer.subId;
    return { sub_id: JSON.stringify(subId), scope: this.world.config.scopes.full, ...form };
  }

  /** Identifies a customer. */
  identify(options: IdentifyOptions = {}): Promise<WireAnswer> {
    return this.post('The client names the customer', 'identification', this.identification(options), options.client);
  }

  /** Opens a transaction about a customer whose codes can be read. @throws Deviation when it is refused */
  async open(options: IdentifyOptions & { readonly recipient?: Recipient } = {}): Promise<Transaction> {
    const recipient = options.recipient ?? recipientFor(this.world);
    const answer = await this.identify({ subject: recipient.customer.subId, ...options });
    return Transaction.from(this, answer, recipient, options.client ?? this.world.clients.main);
  }

  /** Redeems, in a transaction that need not exist. */
  redemption(session: string, code: string): Form {
    return { grant_type: grantType, auth_session: session, user_code: code };
  }

  /** Asks the protected resource. */
  resource(title: string, query: string, headers: Readonly<Record<string, string>>): Promise<WireAnswer> {
    const url = (this.world.config.resource?.url ?? '').replace('{issuer}', this.world.issuer);
    return this.ask(title, { method: 'GET', url: `${url}${query}`, headers });
  }

  get last(): Exchange | undefined {
    return this.#exchanges.at(-1);
  }

  /** Forgets what was exchanged; for cases that are played in many short parts. */
  startAnew(): void {
    this.#exchanges.length = 0;
  }

  /** What was exchanged, without secrets. */
  trace(scenario: string, title: string): Trace {
    return {
      scenario,
      title,
      steps: this.#exchanges.map(({ title: words, request, answer }, place) => {
        const url = new URL(request.url);
        const body = this.redaction.body(request.body);
        return {
          id: `${scenario}/${place + 1}`,
          title: words,
          request: {
            method: request.method,
            path: this.redaction.text(`${url.pathname}${url.search}`),
            headers: this.#shown(request.headers),
            ...(body === undefined ? {} : { body }),
          },
          response: {
            status: answer.status,
            headers: this.#shown(answer.headers),
            body: shortened(this.redaction.text(answer.text)),
          },
        };
      }),
    };
  }

  #shown(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, this.redaction.header(name, value)]),
    );
  }
}
