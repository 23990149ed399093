/** What one case plays on: sends requests, keeps what was exchanged, and knows what to hide when it is shown. */
import type { Client } from './clients.ts';
import { clientsIn, type SubjectIdentifier } from './config.ts';
import { type FormExchange, grantType, urlFor } from './discovery.ts';
import type { CheckStep } from './failed-check.ts';
import type { Trace } from './options.ts';
import { Redaction, shortened } from './redaction.ts';
import { Transaction } from './transaction.ts';
import { type Exchange, formBody, sent, type WireAnswer, type WireRequest } from './wire.ts';
import { type Recipient, recipientFor, senderOf, type World } from './world.ts';

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
  readonly #moves: CheckStep[] = [];
  /** How many exchanges there were when the last move was noted: only then do the moves tell what happened. */
  #toldUpTo = 0;
  /** Whether something happened that the visualizer has no words for, so that what came after it cannot be told either. */
  #isUntold = false;
  #hasGrant = false;
  #passedAtStart: number;
  #passedAtMove: number;

  constructor(world: World) {
    this.world = world;
    this.#passedAtStart = world.time.passed();
    this.#passedAtMove = this.#passedAtStart;
    for (const { secret } of clientsIn(world.config)) this.redaction.learn('client_secret', secret);
  }

  /** Sends a request as it is. */
  async ask(title: string, request: WireRequest): Promise<WireAnswer> {
    const answer = await sent(this.world.send, request);
    this.redaction.learnFrom(answer.body);
    this.#exchanges.push({ title, request, answer });
    return answer;
  }

  /** A form as a client sends it, with fresh credentials. @throws Skipped when the server does not offer the exchange */
  async formRequest(
    exchange: FormExchange,
    form: Form,
    client: Client = senderOf(this.world, exchange),
  ): Promise<WireRequest> {
    const url = urlFor(this.world.discovered, exchange);
    const { headers, parameters } = await client.credentials();
    return {
      method: 'POST',
      url,
      headers: { 'content-type': formType, ...headers },
      body: formBody({ ...form, ...parameters }),
    };
  }

  async post(title: string, exchange: FormExchange, form: Form, client?: Client): Promise<WireAnswer> {
    return this.ask(title, await this.formRequest(exchange, form, client));
  }

  /** The parameters of a request that identifies a customer. */
  identification({ subject, form }: IdentifyOptions = {}): Form {
    const subId = subject ?? recipientFor(this.world).customer.subId;
    return { sub_id: JSON.stringify(subId), scope: this.world.config.scopes.full, ...form };
  }

  /** Identifies a customer. */
  async identify(options: IdentifyOptions = {}): Promise<WireAnswer> {
    const form = this.identification(options);
    const answer = await this.post('The client names the customer', 'identification', form, options.client);
    const isUsual = Object.keys(options.form ?? {}).every((name) => name === 'scope');
    if (isUsual) this.move({ input: 'identify' });
    return answer;
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

  /** Asks the protected resource. `violation` names the rule of its front door that the request breaks. */
  async resource(
    title: string,
    query: string,
    headers: Readonly<Record<string, string>>,
    violation?: 'tokenMissing' | 'tokenInvalid' | 'scopeInsufficient' | 'parameterMalformed',
  ): Promise<WireAnswer> {
    const url = (this.world.config.resource?.url ?? '').replace('{issuer}', this.world.issuer);
    const answer = await this.ask(title, { method: 'GET', url: `${url}${query}`, headers });
    this.move(violation === undefined ? { input: 'readUsage' } : { request: 'usage', facts: { violation } });
    return answer;
  }

  /** Notes what was just done, in the words of the visualizer. */
  move(step: CheckStep): void {
    if (this.#exchanges.length > this.#toldUpTo + 1) this.#isUntold = true;
    const passed = this.world.time.passed();
    if (passed !== this.#passedAtMove)
      this.#moves.push({ untilSeconds: Math.round((passed - this.#passedAtStart) / 1000) });
    this.#passedAtMove = passed;
    this.#moves.push(step);
    this.#toldUpTo = this.#exchanges.length;
  }

  /** Notes that a grant begins. The visualizer knows one at a time: with a second one, nothing more can be told. */
  grantBegins(): void {
    if (this.#hasGrant) this.#isUntold = true;
    this.#hasGrant = true;
  }

  /** The moves so far; undefined when something was exchanged that the visualizer has no words for. */
  get moves(): readonly CheckStep[] | undefined {
    const isTold = !this.#isUntold && this.#toldUpTo === this.#exchanges.length;
    return isTold && this.#moves.length > 0 ? this.#moves : undefined;
  }

  get last(): Exchange | undefined {
    return this.#exchanges.at(-1);
  }

  /** Forgets what was exchanged; for cases that are played in many short parts. */
  startAnew(): void {
    this.#exchanges.length = 0;
    this.#moves.length = 0;
    this.#toldUpTo = 0;
    this.#isUntold = false;
    this.#hasGrant = false;
    this.#passedAtStart = this.world.time.passed();
    this.#passedAtMove = this.#passedAtStart;
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
