/** What every generated client is wrapped into, so that one conversation can be played with all of them. */

/** What became of a request, as far as the generated client hands it over. */
export type Reply<Success> =
  | { readonly status: number; readonly success: Success }
  | {
      readonly status: number;
      /** The error code, as the client reads it; undefined when it cannot. */
      readonly error: string | undefined;
      /** Seconds of the Retry-After header field, if the client lets one see it and it is there. */
      readonly retryAfterSeconds?: number;
    };

/** Where the server is, and the credentials of the client as a value of the Authorization header field. */
export interface Connection {
  readonly server: string;
  readonly authorization: string;
}

export interface Identified {
  readonly session: string;
  readonly issuer: string;
  readonly optionIds: readonly string[];
  readonly expiresInSeconds: number;
}

export interface Delivered {
  readonly bindingMessage: string;
  readonly codeLength: number;
  readonly intervalSeconds: number;
}

export interface Granted {
  readonly accessToken: string;
  readonly tokenType: string;
  readonly refreshToken: string | undefined;
}

export interface Read {
  readonly resolution: string;
  readonly kilowattHours: readonly number[];
}

/** The requests of the grant and of the resource, over a generated client. */
export interface Conversation {
  identify(subId: string, scope: string): Promise<Reply<Identified>>;
  /** With optional parameters set to undefined, as happens when they come out of optional settings. */
  identifyWithUndefined(subId: string, scope: string): Promise<Reply<unknown>>;
  deliver(session: string, optionId: string): Promise<Reply<Delivered>>;
  redeem(session: string, code: string): Promise<Reply<Granted>>;
  read(accessToken: string, resolution?: 'month'): Promise<Reply<Read>>;
}

/** The error code of a body; undefined for an answer without one, as a 503 is. */
export const errorCode = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : undefined;

/** A Retry-After header field as `Reply` has it. */
export const retryAfter = (value: unknown): { readonly retryAfterSeconds?: number } =>
  value === undefined || value === null ? {} : { retryAfterSeconds: Number(value) };
