/** One transaction as its client holds it, and what its customer receives. */

import { accepted } from './answers.ts';
import type { Client } from './clients.ts';
import { denied } from './denial.ts';
import type { CodeForm, ReceivedCode } from './otp/source.ts';
import { CodeNotObtained } from './otp/source.ts';
import { Deviation } from './problem.ts';
import type { Stage } from './stage.ts';
import type { WireAnswer } from './wire.ts';
import type { Recipient } from './world.ts';

export interface Delivered extends ReceivedCode {
  readonly answer: WireAnswer;
}

export class Transaction {
  readonly session: string;
  readonly options: readonly { readonly id: string; readonly method: string; readonly hint?: string }[];
  readonly recipient: Recipient;
  readonly client: Client;
  /** Codes that came in this transaction, oldest first. */
  readonly codes: string[] = [];
  /** Everything that came, oldest first. */
  readonly messages: ReceivedCode[] = [];
  readonly #stage: Stage;

  private constructor(stage: Stage, body: Readonly<Record<string, unknown>>, recipient: Recipient, client: Client) {
    this.#stage = stage;
    this.recipient = recipient;
    this.client = client;
    this.session = String(body.auth_session);
    this.options = body.delivery_options as Transaction['options']; // the schema was held against it
    stage.world.seenSessions.push(this.session);
  }

  /** From the answer to an identification. @throws Deviation when that is no session */
  static from(stage: Stage, answer: WireAnswer, recipient: Recipient, client: Client): Transaction {
    accepted('the identification of a known customer', answer, 'otp-authorization-response');
    return new Transaction(stage, answer.body, recipient, client);
  }

  /** The offered option for a delivery method. @throws Deviation when there is none */
  option(method = this.recipient.method): string {
    const found = this.options.find((option) => option.method === method);
    if (found !== undefined) return found.id;
    throw new Deviation(`a customer with a contact for ${method} has to be offered it`, {
      expected: `an option with the method ${method}`,
      received: JSON.stringify(this.options),
    });
  }

  /** Asks for a code, and looks at no message. */
  ask(option = this.option(), client = this.client): Promise<WireAnswer> {
    const form = { auth_session: this.session, delivery_option: option };
    return this.#stage.post('The client asks for a code', 'delivery', form, client);
  }

  /** Asks for a code and gets it from the customer. @throws Deviation when it is refused; CodeNotObtained */
  async deliver(): Promise<Delivered> {
    const { source, codeTimeoutSeconds, seenCodes } = this.#stage.world;
    const { contact, method } = this.recipient;
    const mark = await source.mark(contact, method);
    const answer = await this.ask();
    accepted('the request for a code', answer, 'otp-delivery-response');
    const received = await source.obtain({
      contact,
      method,
      form: formOf(answer),
      mark,
      timeoutSeconds: codeTimeoutSeconds,
    });
    this.codes.push(received.code);
    this.messages.push(received);
    seenCodes.push(received.code);
    this.#stage.redaction.learn('user_code', received.code);
    return { ...received, answer };
  }

  /**
   * Asks for a code that must not come, and waits a moment for it.
   *
   * @throws Deviation when one comes
   */
  async deliverToNobody(option: string, contact: string, waitSeconds = 0.5): Promise<WireAnswer> {
    const { source } = this.#stage.world;
    const mark = await source.mark(contact, this.recipient.method);
    const answer = await this.ask(option);
    if (answer.status !== 200) return answer;
    const request = { contact, method: this.recipient.method, form: formOf(answer), mark, timeoutSeconds: waitSeconds };
    const received = await source.obtain(request).catch((error: unknown) => {
      if (error instanceof CodeNotObtained) return undefined;
      throw error;
    });
    if (received === undefined) return answer;
    this.#stage.redaction.learn('user_code', received.code);
    throw new Deviation('no code may be sent here', { expected: 'no message', received: 'a message with a code' });
  }

  /** A code of the right form that never came in this transaction; another one for each number. */
  wrongCode(number = 0): string {
    const [like = '0'.repeat(8)] = this.codes;
    const letters = /^\d+$/.test(like) ? '0123456789' : 'BCDFGHJKLMNPQRSTVWXZ';
    for (let step = number + 1; ; step += 1) {
      const shift = Math.floor(step / letters.length) + step;
      const guess = [...like]
        .map((one, place) => letters[(letters.indexOf(one) + shift * (place + 1)) % letters.length])
        .join('');
      if (this.codes.includes(guess)) continue;
      this.#stage.redaction.learn('user_code', guess);
      return guess;
    }
  }

  redeem(code: string, client = this.client): Promise<WireAnswer> {
    return this.#stage.post(
      'The client redeems a code',
      'redemption',
      this.#stage.redemption(this.session, code),
      client,
    );
  }

  /** Gets a code and redeems it; hands back the access token. @throws Deviation when it is refused */
  async granted(): Promise<{ readonly token: string; readonly answer: WireAnswer }> {
    const { code } = await this.deliver();
    const answer = await this.redeem(code);
    accepted('the newest code', answer, 'access-token-response');
    return { token: String(answer.body.access_token), answer };
  }

  /** The resource owner says, by the message that came last, that this was not them. */
  async deny(): Promise<void> {
    const last = this.messages.at(-1);
    if (last === undefined) throw new CodeNotObtained('there is no message to answer');
    await denied(this.#stage.world, this.recipient, last);
  }
}

/** The announced form of a code. */
export const formOf = ({ body }: WireAnswer): CodeForm => ({
  length: Number(body.code_length),
  charset: String(body.code_charset),
});
