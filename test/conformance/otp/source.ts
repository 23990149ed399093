/** The contract of an OTP source: how the suite gets the codes that a customer receives. */
import { NotTestable } from '../problem.ts';

/** What the server announced about the code, so that it can be found in a text. */
export interface CodeForm {
  readonly length: number;
  readonly charset: string;
}

export interface CodeRequest {
  readonly contact: string;
  readonly method: string;
  readonly form: CodeForm;
  /** What `mark` gave before the delivery was asked for. */
  readonly mark: string;
  readonly timeoutSeconds: number;
}

export interface ReceivedCode {
  readonly code: string;
  /** The whole message, where the source has it. */
  readonly text?: string;
  /** What names the message at its source. */
  readonly id?: string;
}

export interface OtpSource {
  readonly kind: 'inbox' | 'command' | 'smtp' | 'fixed' | 'prompt';
  /** Delivery methods it can read; all of them unless set. */
  readonly methods?: readonly string[];
  /** Whether one code differs from the next. */
  readonly isVaried: boolean;
  /** Whether it hands out the text of messages. */
  readonly hasText: boolean;
  /** Whether it can say that nothing has come, without asking a person. */
  readonly seesNothing: boolean;
  /** Remembers what is there already, so that an old message is not taken for a new one. */
  mark(contact: string, method: string): Promise<string>;
  /** The code that came after the mark. @throws CodeNotObtained when none came in time */
  obtain(request: CodeRequest): Promise<ReceivedCode>;
  close(): Promise<void>;
}

/** No code came in time, or none could be found in what came. The server may be right all the same. */
export class CodeNotObtained extends NotTestable {
  constructor(words: string) {
    super(`could not obtain the code: ${words}`);
  }
}

const characters: Readonly<Record<string, string>> = { numeric: '0-9', base20: 'BCDFGHJKLMNPQRSTVWXZ' };

/**
 * The code in a text: what the pattern finds as its first group, or else what stands alone and has the announced form,
 * also when it is spelled out as in a call.
 */
export function codeIn(text: string, form: CodeForm, pattern?: string): string | undefined {
  if (pattern !== undefined) return new RegExp(pattern).exec(text)?.[1];
  const one = `[${characters[form.charset] ?? '0-9A-Za-z'}]`;
  const written = new RegExp(`(?<![\\w+-])${one}{${form.length}}(?![\\w-])`).exec(text)?.[0];
  const spelled = new RegExp(`(?<!\\w)${one}(?:[ ,-]+${one}){${form.length - 1}}(?!\\w)`).exec(text)?.[0];
  return written ?? spelled?.replace(/[ ,-]/g, '');
}
