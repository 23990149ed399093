/** Codes from mail that the server sends to the suite, which listens for it. For servers whose mail can be pointed here. */
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { OtpConfig } from '../config.ts';
import { CodeNotObtained, codeIn, type OtpSource } from './source.ts';

interface Mail {
  readonly to: readonly string[];
  readonly text: string;
}

export interface SmtpSource extends OtpSource {
  /** Where it listens. */
  readonly port: number;
}

/** Listens until it is closed. Every mail is accepted. */
export async function smtpSource({
  host = '127.0.0.1',
  port = 0,
  pattern,
}: Extract<OtpConfig, { source: 'smtp' }>): Promise<SmtpSource> {
  const mails: Mail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        mails.push({ to, text: mail.text ?? '' });
        for (const wake of waiting) wake();
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  server.on('error', () => {}); // a connection that breaks is the other side's affair
  const listening = (server.server.address() as AddressInfo).port; // it listens on a port
  return {
    kind: 'smtp',
    port: listening,
    methods: ['email'],
    isVaried: true,
    hasText: true,
    seesNothing: true,
    mark: async () => String(mails.length),
    async obtain({ contact, form, mark, timeoutSeconds }) {
      const until = Date.now() + timeoutSeconds * 1000;
      for (;;) {
        for (const { to, text } of mails.slice(Number(mark))) {
          const code = to.includes(contact.toLowerCase()) ? codeIn(text, form, pattern) : undefined;
          if (code !== undefined) return { code, text };
        }
        const left = until - Date.now();
        if (left <= 0) throw new CodeNotObtained(`no mail with a code came in ${timeoutSeconds} s`);
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
          };
          const timer = setTimeout(wake, left);
          waiting.add(wake);
        });
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
