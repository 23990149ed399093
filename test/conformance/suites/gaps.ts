/** Cases for mistakes that the other cases do not see. Each is here because a server with the mistake had passed. */
import { accepted, inShort, refused } from '../answers.ts';
import { type Case, profileOf } from '../case.ts';
import { type FormExchange, formExchanges } from '../discovery.ts';
import type { SuiteName } from '../options.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { healBudgets, limitFor } from '../world.ts';
import { baseForm } from './front-door.ts';

const one = (
  suite: SuiteName,
  id: string,
  title: string,
  requirements: readonly string[],
  play: Case['play'],
): Case => ({ id: `${suite}/${id}`, suite, title, requirements, play });

/** A case about the form of an exchange. */
const asked = (
  exchange: FormExchange,
  name: string,
  title: string,
  requirements: readonly string[],
  play: Case['play'],
): Case => ({ ...one('http', name, title, requirements, play), profile: profileOf(exchange) });

function needsClock(stage: Stage): void {
  if (stage.world.time.kind !== 'test clock') throw new Skipped('uses up a budget that only a test clock gives back');
}

/** Requests that are sent at the same moment. */
const atOnce = 40;

/** What codes of a character set are made of. */
const characters: Readonly<Record<string, RegExp>> = { numeric: /^\d+$/, base20: /^[BCDFGHJKLMNPQRSTVWXZ]+$/ };

export const gapCases = (): Case[] => [
  ...formExchanges.flatMap((endpoint) =>
    Object.entries({
      'form-as-text': (form: URLSearchParams) => ['text/plain', form.toString()] as const,
      'members-of-json': (form: URLSearchParams) =>
        ['application/json', JSON.stringify(Object.fromEntries(form))] as const,
    }).map(([name, bodyOf]) =>
      asked(
        endpoint,
        `${endpoint}/${name}`,
        `${endpoint}: right parameters in a body that is no form are refused (${name})`,
        ['request/form-encoded'],
        async (stage) => {
          const request = await stage.formRequest(endpoint, baseForm(stage, endpoint));
          const [contentType, body] = bodyOf(new URLSearchParams(String(request.body)));
          const headers = { ...request.headers, 'content-type': contentType };
          const answer = await stage.ask('The body is no form', { ...request, headers, body });
          refused('a body that is no form', answer, { status: 400, error: 'invalid_request' });
        },
      ),
    ),
  ),
  one(
    'requirements',
    'code-charset',
    'The code is made of the announced characters',
    ['otp-delivery-response/code-properties'],
    async (stage) => {
      const { code, answer } = await (await stage.open()).deliver();
      const { source } = stage.world;
      const charset = String(answer.body.code_charset);
      const form = characters[charset];
      if (form === undefined) throw new Skipped(`the suite does not know the characters of ${charset}`);
      if (source.kind === 'fixed') throw new Skipped('the source always gives the same code');
      holds('code_charset has to name the characters of the code', form.test(code), {
        expected: `characters of ${charset}`,
        received: 'others',
      });
    },
  ),
  one(
    'requirements',
    'generic-options',
    'The delivery options are the same for every subject',
    ['otp-authorization-response/generic-options', 'otp-authorization-response/vetted-hints'],
    async (stage) => {
      const { customers, unknown } = stage.world.config;
      const subjects = [...customers.map(({ subId }) => subId), ...(unknown === undefined ? [] : [unknown])];
      const offered: string[] = [];
      for (const subject of subjects) {
        const options = (await stage.identify({ subject })).body.delivery_options;
        const text = JSON.stringify(options) ?? 'nothing';
        if (text.includes('"hint"')) throw new Skipped('the server shows hints, which differ');
        offered.push(text);
        stage.startAnew();
      }
      for (const options of offered) same('the options of one subject are those of another', options, offered[0]);
    },
  ),
  one(
    'requirements',
    'code-to-nobody-else',
    'A code goes to the contact that was chosen, and to no other one',
    ['code-message/contact-on-file'],
    async (stage) => {
      const { source, config } = stage.world;
      if (!source.seesNothing) throw new Skipped('takes a source that can say that nothing came');
      const { contact: chosen } = (await stage.open()).recipient;
      const others = new Set(config.customers.flatMap(({ contacts }) => Object.values(contacts)));
      others.delete(chosen);
      if (others.size === 0) throw new Skipped('the configuration names one contact only');
      for (const other of others) {
        const transaction = await stage.open();
        const answer = await transaction.deliverToNobody(transaction.option(), other, 0.3);
        accepted('the request for a code', answer, 'otp-delivery-response');
      }
    },
  ),
  one(
    'requirements',
    'message-warns-of-callers',
    'The message says that nobody may be told the code over the telephone, and how to deny',
    ['code-message/says-how-to-deny'],
    async (stage) => {
      const { source } = stage.world;
      if (!source.hasText) throw new Skipped(`the ${source.kind} source hands out codes without their messages`);
      const { text = '', code } = await (await stage.open()).deliver();
      if (text.trim().length <= 2 * code.length) throw new Skipped('the source hands out codes without their messages');
      for (const [words, form] of [
        ['a warning of callers', /\b(call(er|ers|s|ed)?|(tele)?phone)\b/i],
        ['what to do for whoever did not ask', /\b(not you|was not you|did not|didn't|wasn't)\b/i],
      ] as const) {
        holds('the message has to warn, and say how to deny', form.test(text), { expected: words, received: 'none' });
      }
    },
  ),
  one(
    'requirements',
    'send-limit-at-once',
    'After the last code the answer is that there are no more, and not that it is too soon',
    ['transaction/send-limit'],
    async (stage) => {
      const bound = limitFor(stage.world, 'sendsPerTransaction');
      const transaction = await stage.open();
      for (let count = 0; count < bound; count += 1) {
        const answer = await transaction.ask();
        accepted(`the request for code ${count + 1} of ${bound}`, answer, 'otp-delivery-response');
        if (count < bound - 1) await stage.world.time.pass(Number(answer.body.interval));
      }
      refused('a request for one code too many', await transaction.ask(), {
        status: 400,
        error: 'delivery_limit_exceeded',
      });
    },
  ),
  one(
    'requirements',
    'sends-outlive-success',
    'A right code does not give the sends of the account back',
    ['account/success-clears-failures', 'account/send-budget'],
    async (stage) => {
      needsClock(stage);
      if (!stage.world.source.seesNothing) throw new Skipped('takes a source that can say that nothing came');
      const bound = limitFor(stage.world, 'sendsPerAccount');
      await healBudgets(stage.world);
      for (let count = 0; count < bound; count += 1) {
        await (await stage.open()).granted();
        stage.startAnew();
      }
      const transaction = await stage.open();
      await transaction.deliverToNobody(transaction.option(), transaction.recipient.contact);
      await healBudgets(stage.world);
    },
  ),
  one(
    'races',
    'starts',
    'Transactions that are started at once are all counted for the client',
    ['client/start-quota', 'transaction/atomic-check'],
    async (stage) => {
      needsClock(stage);
      const bound = limitFor(stage.world, 'startsPerClient');
      if (bound > 5_000) throw new Skipped(`takes ${bound} requests`);
      await healBudgets(stage.world);
      let opened = 0;
      // many at once, and no more than a server takes from one machine
      for (let asked = 0; asked < bound + 6; asked += atOnce) {
        if (asked > 0) stage.startAnew(); // what a verdict shows is the last of them
        const length = Math.min(atOnce, bound + 6 - asked);
        const answers = await Promise.all(Array.from({ length }, () => stage.identify()));
        opened += answers.filter((answer) => inShort(answer) === '200').length;
      }
      await healBudgets(stage.world);
      same('as many transactions are opened as the quota allows', opened, bound);
    },
  ),
];
