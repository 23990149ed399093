/** What a customer reads. For sources that hand out whole messages. */
import { type Case, caseOf } from '../case.ts';
import { holds, Skipped } from '../problem.ts';
import type { Stage } from '../stage.ts';
import type { Delivered, Transaction } from '../transaction.ts';

const inSuite = caseOf('requirements');
const one: typeof inSuite = (name, ...rest) => inSuite(`message-${name}`, ...rest);

async function message(
  stage: Stage,
  form = {},
): Promise<{ readonly text: string; readonly sent: Delivered; readonly transaction: Transaction }> {
  if (!stage.world.source.hasText)
    throw new Skipped(`the ${stage.world.source.kind} source hands out codes without their messages`);
  const transaction = await stage.open({ form });
  const sent = await transaction.deliver();
  const { text = '' } = sent;
  // a command may print the code alone
  if (text.trim().length <= 2 * sent.code.length)
    throw new Skipped('the source hands out codes without their messages');
  return { text, sent, transaction };
}

const says = (words: string, text: string, part: string): void =>
  holds(words, text.toLowerCase().includes(part.toLowerCase()), {
    expected: `a message with "${part}"`,
    received: 'a message without it',
  });

export const messageCases = (): Case[] => [
  one(
    'names-client',
    'The message names the client by its registered name',
    ['code-message/names-client'],
    async (stage) => {
      const { displayName } = stage.world.config.client;
      if (displayName === undefined) throw new Skipped('the configuration does not say client.displayName');
      const { text } = await message(stage);
      says('the message has to name the client', text, displayName);
    },
  ),
  one('says-scope', 'The message says what the code authorizes', ['code-message/says-scope'], async (stage) => {
    const { scopes, scopeWords = {} } = stage.world.config;
    const words = Object.entries(scopeWords).filter(([scope]) => [scopes.full, scopes.narrow].includes(scope));
    if (words.length === 0) throw new Skipped('the configuration names no scopeWords');
    for (const [scope, said] of words) {
      const { text } = await message(stage, { scope });
      says('the message has to say what is asked for', text, said);
    }
  }),
  one(
    'says-life',
    'The message contains the code and says how long it is valid',
    ['code-message/contains-code'],
    async (stage) => {
      const { text, sent } = await message(stage);
      const seconds = Number(sent.answer.body.expires_in);
      const numbers = [seconds / 60, seconds / 3600, seconds / 86_400, seconds].filter(
        (number) => Number.isInteger(number) && number > 0,
      );
      const isSaid = numbers.some((number) =>
        new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text.replaceAll(sent.code, '')),
      );
      holds('the message has to say how long the code is valid', isSaid, {
        expected: `${numbers.join(' or ')}, in minutes, hours or days`,
        received: 'none of these',
      });
    },
  ),
  one(
    'binding-message',
    'The message contains the binding message of the transaction',
    ['code-message/binding-message'],
    async (stage) => {
      const { text, sent } = await message(stage);
      says(
        'the message has to contain binding_message',
        text.replace(/\s+/g, ' '),
        String(sent.answer.body.binding_message),
      );
    },
  ),
  one(
    'binding-messages-differ',
    'Binding messages differ between transactions',
    ['code-message/binding-message'],
    async (stage) => {
      const phrases: string[] = [];
      for (let count = 0; count < 4; count += 1) {
        const transaction = await stage.open();
        phrases.push(String((await transaction.ask()).body.binding_message));
      }
      holds('binding messages cannot all be the same', new Set(phrases).size > 1, {
        expected: 'different phrases',
        received: 'one phrase',
      });
    },
  ),
  one(
    'says-how-to-deny',
    'The message says what to do if they did not ask for it',
    ['code-message/says-how-to-deny'],
    async (stage) => {
      const { text } = await message(stage);
      const isSaid = /\b(not you|did not|didn't|was not|wasn't|never)\b/i.test(text);
      holds('the message has to say what to do', isSaid, {
        expected: 'words about who did not ask for it',
        received: 'none',
      });
    },
  ),
  one(
    'no-client-text',
    'Nothing that came in a request is in the message',
    ['code-message/no-client-text'],
    async (stage) => {
      const marker = 'Call 2025550199 now';
      const { text } = await message(stage, {
        ui_locales: 'en',
        message: marker,
        client_name: marker,
        binding_message: marker,
        state: marker,
      });
      holds('text of the client may not be in the message', !text.includes(marker) && !text.includes('2025550199'), {
        expected: 'a message without it',
        received: 'a message with it',
      });
    },
  ),
];
