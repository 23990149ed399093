/** Hands email to a mail server. */
import { createTransport } from 'nodemailer';
import type { DeliveryGateway } from '../ports.ts';

export interface SmtpGatewayOptions {
  /** Mail server with its credentials: `smtps://user:password@mail.example` or `smtp://…`. */
  readonly url: string;
  /** The address that messages come from, such as `Sunny Power <codes@utility.example>`. */
  readonly from: string;
  /** How long to wait for the mail server at each step. 10 unless set. */
  readonly timeoutSeconds?: number;
  /** Allows `smtp:` without STARTTLS, where nobody can listen in. False unless set. */
  readonly allowPlaintext?: boolean;
}

/**
 * A gateway that sends each message as plain text through a mail server. No reason quotes the message or the server.
 *
 * @throws TypeError when the URL is none of a mail server
 */
export function openSmtpGateway(options: SmtpGatewayOptions): DeliveryGateway {
  const { url, from, timeoutSeconds = 10, allowPlaintext = false } = options;
  if (!/^smtps?:\/\//.test(url)) throw new TypeError('The URL of a mail server has to start with smtp: or smtps:');
  const milliseconds = timeoutSeconds * 1000;
  const transport = createTransport({
    url,
    pool: true,
    requireTLS: !allowPlaintext,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    // a message is text and nothing else, whatever it says
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async hand({ id, contact, subject, text, locale }) {
      if (!singleAddress.test(contact)) return { outcome: 'refused', reason: 'the contact is no single email address' };
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: contact },
          subject,
          text,
          // the same for every attempt, so that mail servers can drop repetitions
          messageId: `<${id}@${senderDomain(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
        });
        return { outcome: 'accepted' };
      } catch (error) {
        return { outcome: 'refused', reason: failureReason(error) };
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** One mailbox without display name or comment: anything else could send a passcode to a second reader. */
const singleAddress = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/;

const senderDomain = (from: string): string => /@([^\s@<>]+)>?$/.exec(from.trim())?.[1] ?? 'localhost';

/** Codes only: what a mail server says in words often quotes the address. */
function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return 'the message could not be handed to the mail server';
  if ('responseCode' in error && typeof error.responseCode === 'number') {
    return `the mail server answered ${error.responseCode}`;
  }
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `the message could not be handed to the mail server${code}`;
}
