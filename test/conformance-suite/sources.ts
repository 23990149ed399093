/** The five ways in which the suite can get codes, each set up for a sandbox. */
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { InboxGateway } from '../../server/delivery/inbox-gateway.ts';
import { createRoutingGateway } from '../../server/delivery/routing-gateway.ts';
import { openSmtpGateway } from '../../server/delivery/smtp-gateway.ts';
import type { DeliveryGateway } from '../../server/ports.ts';
import { type ConformanceConfig, sandboxConfig } from '../conformance/config.ts';
import { promptSource } from '../conformance/otp/prompt.ts';
import { smtpSource } from '../conformance/otp/smtp.ts';
import type { OtpSource } from '../conformance/otp/source.ts';

export const sourceKinds = ['inbox', 'command', 'smtp', 'fixed', 'prompt'] as const;

export type SourceKind = (typeof sourceKinds)[number];

const inboxCommand = fileURLToPath(new URL('inbox-command.js', import.meta.url));

const fixedCode = '20406080';

/** What is different from the configuration of the sandbox, and what has to be opened by hand. */
export interface PreparedSource {
  readonly config: ConformanceConfig;
  readonly source?: OtpSource;
}

/** Sets up everything but mail, for which the server has to know the port before it starts. */
export async function preparedSource(
  kind: Exclude<SourceKind, 'smtp'>,
  issuer: string,
  config: ConformanceConfig = sandboxConfig(),
): Promise<PreparedSource> {
  switch (kind) {
    case 'inbox':
      return { config };
    case 'command':
      // the message that the command prints has no id; an email says how to deny
      return {
        config: { ...config, ...byMail, otp: { source: 'command', command: [process.execPath, inboxCommand] } },
      };
    case 'fixed':
      for (const { contacts } of config.customers) {
        for (const contact of new Set(Object.values(contacts))) await chooseCode(issuer, contact);
      }
      return { config: { ...config, otp: { source: 'fixed', code: fixedCode } } };
    case 'prompt':
      return { config, source: askedPerson(issuer) };
  }
}

/** A listener for mail, and the configuration with it. */
export async function preparedMail(config: ConformanceConfig = sandboxConfig()) {
  const source = await smtpSource({ source: 'smtp' });
  return { source, config: { ...config, ...byMail } };
}

/** Email says how to deny, to sources that hand out texts and no ids. */
export const byMail = {
  method: 'email',
  denial: { url: '{issuer}/denial', body: { denialToken: '{match}' }, pattern: '/denial#([\\w-]+)' },
} satisfies Partial<ConformanceConfig>;

/** Mail to a port of this machine, and everything else into the inbox. */
export const gatewayToPort =
  (port: number) =>
  (inbox: InboxGateway): DeliveryGateway =>
    createRoutingGateway({
      sms: inbox,
      voice: inbox,
      email: openSmtpGateway({ url: `smtp://127.0.0.1:${port}`, from: 'codes@utility.example', allowPlaintext: true }),
      postal: undefined,
    });

async function chooseCode(issuer: string, contact: string): Promise<void> {
  const { status } = await fetch(`${issuer}/sandbox/fixed-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contact, code: fixedCode }),
  });
  if (status !== 204) throw new Error(`the code of ${contact} cannot be chosen: ${status}`);
}

/** Somebody who is asked for a code, looks into the inbox and types what stands there, with a space in it. */
function askedPerson(issuer: string): OtpSource {
  const lastSeen = new Map<string, string>();
  const [keyboard, screen] = [new PassThrough(), new PassThrough()];
  screen.setEncoding('utf8').on('data', async (question: string) => {
    const contact = /came to (\S+) by/.exec(question)?.[1];
    if (contact === undefined) return;
    const answer = await fetch(
      `${issuer}/sandbox/messages?contact=${encodeURIComponent(contact)}&waitSeconds=5&afterId=${lastSeen.get(contact) ?? ''}`,
    );
    const { messages } = (await answer.json()) as { messages: { id: string; code: string | null }[] }; // of our own sandbox
    lastSeen.set(contact, messages[0]?.id ?? lastSeen.get(contact) ?? '');
    const code = messages.find((message) => message.code !== null)?.code;
    if (code === undefined || code === null) return; // nobody types what did not come
    keyboard.write(`${code.slice(0, 4)} ${code.slice(4)}\n`);
  });
  return promptSource(keyboard, screen);
}
