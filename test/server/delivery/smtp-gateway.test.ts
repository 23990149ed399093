import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSmtpGateway } from '../../../server/delivery/smtp-gateway.ts';
import type { DeliveryGateway } from '../../../server/ports.ts';
import { outgoingMessage, secretsOfMessage } from './outgoing-message.ts';

/** A refusal as a mail server gives it, with the address in its words. */
const refusal = (responseCode: number) =>
  Object.assign(new Error('<heather@example.com> is not wanted here, nor is 04915672'), { responseCode });

describe('the SMTP gateway', () => {
  let server: SMTPServer;
  let gateway: DeliveryGateway;
  let port: number;
  let mails: { readonly recipients: string[]; readonly mail: ParsedMail }[];
  let refuse: { recipient?: number; data?: number };

  beforeEach(async () => {
    mails = [];
    refuse = {};
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address: SMTPServerAddress, _session, done) =>
        refuse.recipient === undefined ? done() : done(refusal(refuse.recipient)),
      onData(stream, session, done) {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        simpleParser(stream).then((mail) => {
          mails.push({ recipients, mail });
          if (refuse.data === undefined) done();
          else done(refusal(refuse.data));
        }, done);
      },
    });
    server.on('error', () => {}); // clients that break off are part of these tests
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    port = (listening.address() as AddressInfo).port; // it listens on a port
    gateway = open();
  });
  afterEach(async () => {
    await gateway.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  const open = (allowPlaintext = true) =>
    openSmtpGateway({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Sunny Power <codes@utility.example>',
      timeoutSeconds: 2,
      allowPlaintext,
    });
  const email = (contact = 'heather@example.com') => outgoingMessage({ method: 'email', contact });

  it('hands over an email with the subject and the text of the message', async () => {
    expect(await gateway.hand(email())).toEqual({ outcome: 'accepted' });
    expect(mails).toHaveLength(1);
    const { recipients, mail } = mails[0] ?? {};
    expect(recipients).toEqual(['heather@example.com']);
    expect(mail?.from?.value).toEqual([{ name: 'Sunny Power', address: 'codes@utility.example' }]);
    expect(mail?.subject).toBe(email().subject);
    expect(mail?.text?.trim()).toBe(email().text);
    expect(mail?.html).toBe(false);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('content-language')).toBe('en');
  });

  it('gives every attempt of a message the same Message-ID', async () => {
    await gateway.hand(email());
    await gateway.hand(email());
    expect(mails.map(({ mail }) => mail.messageId)).toEqual(Array(2).fill('<message-1@utility.example>'));
  });

  it('is refused, without a word of the mail server, when the mail server refuses for now or for good', async () => {
    for (const code of [450, 550]) {
      refuse = { recipient: code };
      expect(await gateway.hand(email())).toEqual({ outcome: 'refused', reason: `the mail server answered ${code}` });
      refuse = { data: code + 2 };
      expect(await gateway.hand(email())).toEqual({
        outcome: 'refused',
        reason: `the mail server answered ${code + 2}`,
      });
    }
    refuse = {};
    expect(await gateway.hand(email())).toEqual({ outcome: 'accepted' });
  });

  it('is refused when the mail server is down', async () => {
    await new Promise<void>((resolve) => server.close(resolve));
    const result = await gateway.hand(email());
    expect(result).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('(E') });
    for (const leak of secretsOfMessage) expect(JSON.stringify(result)).not.toContain(leak);
  });

  it('is refused when the connection cannot be encrypted, unless that is allowed', async () => {
    const strict = open(false);
    expect(await strict.hand(email())).toMatchObject({ outcome: 'refused' });
    expect(mails).toEqual([]);
    await strict.close();
  });

  it('is refused when the contact is anything but one address', async () => {
    for (const contact of [
      '+12025550143',
      'heather@example.com, mallory@example.com',
      'Heather <heather@example.com>',
      'heather@example.com\r\nBcc: mallory@example.com',
      'heather@example.com;mallory@example.com',
    ]) {
      const result = await gateway.hand(email(contact));
      expect(result, contact).toEqual({ outcome: 'refused', reason: 'the contact is no single email address' });
    }
    expect(mails).toEqual([]);
  });

  it('cannot be opened with a URL of another kind', () => {
    expect(() => openSmtpGateway({ url: 'https://mail.example', from: 'codes@utility.example' })).toThrow(TypeError);
  });
});
