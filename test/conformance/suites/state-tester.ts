/**
 * The tester of the complete state suite: a client, another client, and a customer who reads their mail. It holds what
 * they hold, and looks at nothing but answers. What each input means stands in `tests/complete-suite.json`.
 */
import { inShort } from '../answers.ts';
import { asserting, type Client, nobody } from '../clients.ts';
import { denied } from '../denial.ts';
import type { LimitStep, StateInput } from '../facts.ts';
import { CodeNotObtained, type ReceivedCode } from '../otp/source.ts';
import { NotTestable, Skipped } from '../problem.ts';
import { type Form, neverGivenOut, type Stage } from '../stage.ts';
import { formOf } from '../transaction.ts';
import { formBody, type WireAnswer } from '../wire.ts';
import { clientFor, type Recipient, recipientFor } from '../world.ts';

const nothing = '-';

/** When something that an answer announced is over: so many milliseconds of the suite's own doing after it. */
interface End {
  readonly milliseconds: number;
  readonly passedBefore: number;
}

export class StateTester {
  readonly #stage: Stage;
  readonly #recipient: Recipient;
  readonly #timeoutSeconds: number;
  #session = neverGivenOut;
  #codes: readonly string[] = [];
  #last: ReceivedCode | undefined;
  #token = 'none';
  #ends: Readonly<Record<string, End>> = {};
  #options: readonly { readonly id: string; readonly method: string }[] = [];
  readonly #startedAt: { readonly real: number; readonly passed: number };
  /** Whether a code was waited for and did not come. */
  missedCode = false;

  constructor(stage: Stage, recipient: Recipient, timeoutSeconds: number) {
    this.#stage = stage;
    this.#recipient = recipient;
    this.#timeoutSeconds = timeoutSeconds;
    this.#startedAt = { real: performance.now(), passed: stage.world.time.passed() };
  }

  /** How long the playing itself has taken, in milliseconds: time that passed for the server and was not asked for. */
  get drift(): number {
    const passed = this.#stage.world.time.passed() - this.#startedAt.passed;
    const real = performance.now() - this.#startedAt.real;
    return this.#stage.world.time.kind === 'test clock' ? real : real - passed;
  }

  /** Gives an input, perhaps with something special about it, and says what was observed. */
  async give(input: StateInput, special: LimitStep = {}): Promise<string> {
    switch (input.kind) {
      case 'identification':
        return this.#identify(special);
      case 'delivery':
        return this.#deliver(input, special);
      case 'redemption':
        return this.#redeem(input);
      case 'usage':
        return inShort(
          await this.#stage.resource('The client reads usage', this.#stage.world.config.resource?.narrowQuery ?? '', {
            authorization: `Bearer ${this.#token}`,
          }),
        );
      case 'denial':
        if (this.#last !== undefined) await denied(this.#stage.world, this.#recipient, this.#last);
        return nothing;
      case 'wait':
        await this.#wait(this.#ends[input.until ?? '']);
        return nothing;
      default:
        throw new NotTestable(`the suite does not know the input ${input.name}`);
    }
  }

  /** Lets time pass until so many seconds after the start; what the playing took comes on top. */
  async until(seconds: number): Promise<void> {
    const { time } = this.#stage.world;
    await time.pass(seconds - (time.passed() - this.#startedAt.passed) / 1000);
  }

  async #identify({ bodyBytes, assertionLifeSeconds }: LimitStep): Promise<string> {
    const { subId } = this.#recipient.customer;
    const form = this.#stage.identification({ subject: subId });
    const client = assertionLifeSeconds === undefined ? undefined : await this.#claiming(assertionLifeSeconds);
    const answer = await this.#stage.post(
      'The client names the customer',
      'identification',
      filledUp(form, bodyBytes),
      client,
    );
    if (answer.status !== 200) return inShort(answer);
    this.#session = String(answer.body.auth_session);
    this.#options = (answer.body.delivery_options ?? []) as { id: string; method: string }[]; // the schema is another case's affair
    this.#codes = [];
    this.#last = undefined;
    this.#token = 'none';
    this.#ends = { transaction: this.#end(answer, 'expires_in') };
    return inShort(answer);
  }

  async #claiming(lifeSeconds: number): Promise<Client> {
    const { sign, id } = clientFor(this.#stage.world, 'signing');
    if (sign === undefined) throw new Skipped('the configuration names no client with a key');
    const exp = Math.floor((await this.#stage.world.time.now()) / 1000) + lifeSeconds;
    return { id, credentials: async () => asserting(await sign({ claims: { exp } })) };
  }

  async #deliver({ sender, option }: StateInput, { method, observesCode }: LimitStep): Promise<string> {
    const { source, seenCodes } = this.#stage.world;
    const { contact } = this.#recipient;
    const chosenMethod = method ?? this.#recipient.method;
    const chosen = {
      onFile: this.#option(chosenMethod),
      none: this.#option('voice'),
      unoffered: 'pigeon',
      missing: undefined,
    };
    const form = { auth_session: this.#session, delivery_option: chosen[option ?? 'onFile'] };
    const expectsCode = option === 'onFile' && sender === 'same';
    const mark = expectsCode ? await source.mark(contact, chosenMethod) : '';
    const answer = await this.#stage.post('The client asks for a code', 'delivery', form, this.#client(sender));
    if (answer.status !== 200) return inShort(answer);
    this.#ends = { ...this.#ends, interval: this.#end(answer, 'interval'), code: this.#end(answer, 'expires_in') };
    if (!expectsCode) return inShort(answer);
    const request = { contact, method: chosenMethod, form: formOf(answer), mark, timeoutSeconds: this.#timeoutSeconds };
    const received = await source.obtain(request).catch((error: unknown) => {
      if (!(error instanceof CodeNotObtained)) throw error;
      this.missedCode = true;
      return undefined;
    });
    if (received !== undefined) {
      this.#stage.redaction.learn('user_code', received.code);
      seenCodes.push(received.code);
      this.#codes = [...this.#codes, received.code];
      this.#last = received;
    }
    if (observesCode !== true) return inShort(answer);
    return `${inShort(answer)}, announced ${formOf(answer).length}, received ${received?.code.length ?? 0}`;
  }

  /** The option for a method; its name where nothing was offered yet. */
  #option(method: string): string {
    return this.#options.find((one) => one.method === method)?.id ?? method;
  }

  async #redeem({ sender, code }: StateInput): Promise<string> {
    const chosen = this.#code(code ?? 'newest');
    const form = { ...this.#stage.redemption(this.#session, chosen ?? ''), user_code: chosen };
    const answer = await this.#stage.post('The client redeems a code', 'redemption', form, this.#client(sender));
    if (answer.status === 200) this.#token = String(answer.body.access_token);
    return inShort(answer);
  }

  #code(which: NonNullable<StateInput['code']>): string | undefined {
    switch (which) {
      case 'newest':
        return this.#codes.at(-1) ?? this.#wrong();
      case 'earlier':
        return this.#codes.length > 1 ? this.#codes[0] : this.#wrong();
      case 'wrong':
        return this.#wrong();
      case 'missing':
        return undefined;
    }
  }

  /** A code of the right form that did not come in this transaction. */
  #wrong(): string {
    const [like = '00000000'] = this.#codes;
    const letters = /^\d+$/.test(like) ? '0123456789' : 'BCDFGHJKLMNPQRSTVWXZ';
    for (let shift = 1; ; shift += 1) {
      const guess = [...like].map((one) => letters[(letters.indexOf(one) + shift) % letters.length]).join('');
      if (this.#codes.includes(guess)) continue;
      this.#stage.redaction.learn('user_code', guess);
      return guess;
    }
  }

  #client(sender: StateInput['sender']): Client {
    switch (sender) {
      case 'other':
        return clientFor(this.#stage.world, 'other');
      case 'nobody':
        return nobody;
      case 'same':
      case undefined:
        return this.#stage.world.clients.main;
    }
  }

  #end({ body }: WireAnswer, member: string): End {
    return { milliseconds: Number(body[member]) * 1000, passedBefore: this.#stage.world.time.passed() };
  }

  /** What has passed by itself since comes on top, so that the end is certainly over. */
  async #wait(end: End | undefined): Promise<void> {
    if (end === undefined) return;
    const { time } = this.#stage.world;
    await time.pass((end.milliseconds - (time.passed() - end.passedBefore)) / 1000);
  }
}

/** The recipient of a case: of the suite's one customer, or of any with a contact for the method. */
export const recipientOf = (stage: Stage, method: string | undefined): Recipient =>
  recipientFor(stage.world, method === undefined ? { hasOnlyMail: true } : { method });

/** Fills a form up to a number of bytes with a parameter that nobody knows. */
function filledUp(form: Form, bodyBytes: number | undefined): Form {
  if (bodyBytes === undefined) return form;
  const room = bodyBytes - formBody({ ...form, filler: '' }).length;
  return { ...form, filler: 'a'.repeat(Math.max(0, room)) };
}
