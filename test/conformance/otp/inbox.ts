/** Codes from an inbox that can be read over HTTP: a sandbox, or a mail catcher such as Mailpit. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OtpConfig } from '../config.ts';
import { filledIn, pointed, pointedText } from '../json-pointer.ts';
import { sent } from '../wire.ts';
import { CodeNotObtained, codeIn, type OtpSource } from './source.ts';

const pauseMilliseconds = 25;
const longestPauseMilliseconds = 500;

export function inboxSource(
  config: Extract<OtpConfig, { source: 'inbox' }>,
  issuer: string,
  send: typeof fetch,
): OtpSource {
  const list = async (contact: string): Promise<readonly unknown[]> => {
    const url = filledIn(config.url, { issuer, contact });
    const answer = await sent(send, { method: 'GET', url, headers: config.headers ?? {} });
    if (answer.status !== 200) throw new CodeNotObtained(`the inbox answered ${answer.status}`);
    const found = pointed(JSON.parse(answer.text), config.messages);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
  };
  // without an id, a message is told by all it says
  const nameOf = (message: unknown): string => pointedText(message, config.id) ?? JSON.stringify(message);
  return {
    kind: 'inbox',
    isVaried: true,
    hasText: config.text !== undefined,
    seesNothing: true,
    mark: async (contact) => JSON.stringify((await list(contact)).map(nameOf)),
    async obtain({ contact, form, mark, timeoutSeconds }) {
      const old = new Set(JSON.parse(mark) as string[]); // of `mark`
      const until = Date.now() + timeoutSeconds * 1000;
      for (let pause = pauseMilliseconds; ; pause = Math.min(2 * pause, longestPauseMilliseconds)) {
        for (const message of await list(contact)) {
          if (old.has(nameOf(message))) continue;
          const text = pointedText(message, config.text);
          const code = pointedText(message, config.code) ?? (text && codeIn(text, form, config.pattern));
          const id = pointedText(message, config.id);
          if (code) return { code, ...(text === undefined ? {} : { text }), ...(id === undefined ? {} : { id }) };
        }
        if (Date.now() >= until)
          throw new CodeNotObtained(`no new message with a code came to the inbox in ${timeoutSeconds} s`);
        await sleep(pause);
      }
    },
    close: async () => {},
  };
}
