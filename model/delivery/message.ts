/**
 * What the resource owner reads or hears. The sentences are fixed; what goes into them is registered, generated or on
 * file, never taken from a request. An operator may reword them as long as the requirements on messages hold.
 */
import { type DeliveryMethod, type ScopeName, scopes } from '../vocabulary/index.ts';
import { type MessageLocale, messageLocales } from './locale.ts';
import { durationIn, originBoundLines } from './message-parts.ts';
import { spanishCodeMessage, spanishGrantNotice } from './spanish.ts';

export interface MessageParts {
  readonly method: DeliveryMethod;
  /** English unless set. */
  readonly locale?: MessageLocale;
  /** Registered display name of the client. */
  readonly clientName: string;
  /** Name under which the customer knows the utility. */
  readonly utilityName: string;
  readonly scopes: readonly ScopeName[];
  /** Page where a resource owner denies; its fragment identifies the transaction. For email and letters. */
  readonly denialUrl: string;
}

export interface CodeMessageParts extends MessageParts {
  readonly code: string;
  readonly lifeSeconds: number;
  readonly bindingMessage: string;
  /** Domain to which browsers bind the passcode; absent when the client has none. */
  readonly autofillDomain?: string;
}

export interface Message {
  /** For email. */
  readonly subject: string;
  /** Lines separated by `\n`. */
  readonly text: string;
}

/** What a resource owner can answer to say that it was not them, by text or by key. */
export const denialReplies = ['no', 'stop', '9'] as const;

/** The message that carries a passcode. */
export const codeMessage = (parts: CodeMessageParts): Message => written[localeOf(parts)].code(parts);

/** The notice that goes to the other contacts after a grant. */
export const grantNotice = (parts: MessageParts): Message => written[localeOf(parts)].notice(parts);

const localeOf = ({ locale = messageLocales[0] }: MessageParts): MessageLocale => locale;

/** The messages in each language. */
const written: Readonly<
  Record<MessageLocale, { code(parts: CodeMessageParts): Message; notice(parts: MessageParts): Message }>
> = {
  en: { code: englishCodeMessage, notice: englishGrantNotice },
  es: { code: spanishCodeMessage, notice: spanishGrantNotice },
};

function englishCodeMessage(parts: CodeMessageParts): Message {
  const asks = `${parts.clientName} asks ${parts.utilityName} to let it ${permission(parts.scopes)}.`;
  const life = inWords(parts.lifeSeconds);
  const subject = `Your code for ${parts.clientName}`;
  switch (parts.method) {
    case 'sms': {
      const lines = [
        `${asks} To agree, enter ${parts.code} there within ${life}. Words on the screen: "${parts.bindingMessage}".`,
        'Never tell this code to a caller. Not you? Reply NO.',
      ];
      return { subject, text: [...lines, ...originBoundLines(parts)].join('\n') };
    }
    case 'voice': {
      const spoken = [...parts.code].join(', ');
      return {
        subject,
        text: [
          `This is ${parts.utilityName}. ${asks}`,
          `If you agree, enter this code there within ${life}: ${spoken}. Once more: ${spoken}.`,
          `The words on the screen have to be: ${parts.bindingMessage}.`,
          'Never tell this code to a caller. If you did not ask for this, press 9.',
        ].join('\n'),
      };
    }
    case 'email':
    case 'postal':
      return {
        subject,
        text: [
          asks,
          '',
          parts.method === 'email'
            ? `If you agree, enter this code there within ${life}:`
            : `If you agree, enter this code there within ${life} of the date of this letter:`,
          '',
          `    ${parts.code}`,
          '',
          `The screen has to show the words "${parts.bindingMessage}". If it shows others, do not enter the code.`,
          'Never tell this code to anybody on the telephone.',
          '',
          `If you did not ask for this, tell us so: ${parts.denialUrl}`,
          '',
          parts.utilityName,
        ].join('\n'),
      };
  }
}

function englishGrantNotice(parts: MessageParts): Message {
  const subject = `${parts.clientName} was given access`;
  const said = `${parts.utilityName} lets ${parts.clientName} ${permission(parts.scopes)}. A code sent to another contact of your account was used.`;
  switch (parts.method) {
    case 'sms':
      return { subject, text: `${said} Not you? Reply NO.` };
    case 'voice':
      return { subject, text: `This is ${parts.utilityName}. ${said} If this was not you, press 9.` };
    case 'email':
    case 'postal':
      return {
        subject,
        text: [said, '', `If this was not you, tell us so: ${parts.denialUrl}`, '', parts.utilityName].join('\n'),
      };
  }
}

/** What the scopes allow, as it follows the words "to let it". */
export const permission = (names: readonly ScopeName[]): string =>
  names.map((name) => scopes[name].words).join(' and ');

/** A duration as people say it, rounded down to whole units. */
export const inWords = (seconds: number): string =>
  durationIn({ day: 'day', hour: 'hour', minute: 'minute', second: 'second', less: 'a moment' }, seconds);
