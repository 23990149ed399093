/** Whether a client can tell a known customer from one that is not: by content, and by time. */
import { inShort } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import type { SubjectIdentifier } from '../config.ts';
import { Deviation, holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import type { WireAnswer } from '../wire.ts';
import { healBudgets, recipientFor } from '../world.ts';
import { compared, median } from './rank-test.ts';

const one = caseOf('indistinguishability');

/** Header fields that belong to the connection, or say how long a body is. */
const incidental = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'etag',
  'server',
]);

/** Members whose values are new each time: only their kind can be compared. */
const kinds: Readonly<Record<string, (value: unknown) => unknown>> = {
  auth_session: (value) => `${String(value).length} characters`,
  binding_message: (value) => `${String(value).split(' ').length} words`,
  hint: (value) => String(value).replace(/[a-z]/gi, 'a').replace(/\d/g, '0').length > 0,
};

/** An answer without what is new each time. */
const shapeOf = ({ status, headers, body, text, isObject }: WireAnswer) => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !incidental.has(name))
      .map(([name, value]) => [name, name === 'retry-after' ? 'seconds' : value]),
  ),
  body: isObject ? JSON.parse(JSON.stringify(body), (name, value) => kinds[name]?.(value) ?? value) : text,
});

/** Everything a client can do about a subject, up to one wrong code too many, and how it is answered. */
async function conversation(stage: Stage, subject: SubjectIdentifier): Promise<{ step: string; shape: unknown }[]> {
  const seen: { step: string; shape: unknown }[] = [];
  const note = (step: string, answer: WireAnswer): WireAnswer => {
    seen.push({ step, shape: shapeOf(answer) });
    return answer;
  };
  const identified = note('identify', await stage.identify({ subject }));
  const session = String(identified.body.auth_session);
  const options = (identified.body.delivery_options ?? []) as readonly { readonly id: string }[]; // compared as it is
  const deliver = (option: string | undefined) =>
    stage.post('The client asks for a code', 'delivery', { auth_session: session, delivery_option: option });
  const redeem = (code: string) => stage.post('The client guesses', 'redemption', stage.redemption(session, code));
  note('redeem before delivery', await redeem('00000000'));
  note('deliver unoffered', await deliver('pigeon'));
  note('deliver', await deliver(options[0]?.id));
  note('deliver too soon', await deliver(options[0]?.id));
  note('redeem wrong', await redeem('00000001'));
  for (let count = 2; count <= 12; count += 1) note(`redeem wrong ${count}`, await redeem(`0000000${count}`.slice(-8)));
  note('deliver after lock', await deliver(options[0]?.id));
  return seen;
}

async function alike(stage: Stage, name: string, subject: SubjectIdentifier): Promise<void> {
  const known = await conversation(stage, recipientFor(stage.world).customer.subId);
  stage.startAnew();
  const other = await conversation(stage, subject);
  for (const [place, { step, shape }] of known.entries()) {
    const [left, right] = [JSON.stringify(shape), JSON.stringify(other[place]?.shape)];
    if (left === right) continue;
    throw new Deviation(`a subject that is ${name} has to be answered like one that is known, at "${step}"`, {
      expected: left,
      received: right ?? 'nothing',
    });
  }
}

const uniform = ['otp-authorization-response/uniform', 'otp-delivery-response/uniform', 'error-response/leaks-nothing'];

export const uniformCases = (): Case[] => [
  one('unknown', 'A subject that nobody knows is answered like one that is known', uniform, async (stage) => {
    const { unknown } = stage.world.config;
    if (unknown === undefined) throw new Skipped('the configuration names nobody as unknown');
    await alike(stage, 'unknown', unknown);
  }),
  one(
    'ambiguous',
    'A subject that fits several customers is answered like one that is known',
    uniform,
    async (stage) => {
      const { ambiguous } = stage.world.config;
      if (ambiguous === undefined) throw new Skipped('the configuration names nobody as ambiguous');
      await alike(stage, 'ambiguous', ambiguous);
    },
  ),
  one(
    'throttled',
    'A subject whose budget is used up is answered like one whose budget is not',
    [...uniform, 'account/exhausted-is-silent'],
    async (stage) => {
      const bound = stage.world.config.limits?.sendsPerAccount;
      if (bound === undefined) throw new Skipped('the configuration does not declare limits.sendsPerAccount');
      if (stage.world.time.kind !== 'test clock')
        throw new Skipped('uses up a budget that only a test clock gives back');
      const { subId } = recipientFor(stage.world).customer;
      const fresh = await conversation(stage, subId);
      await healBudgets(stage.world);
      for (let count = 0; count < bound; count += 1) await (await stage.open()).ask();
      stage.startAnew();
      const throttled = await conversation(stage, subId);
      same('the answers have to be the same', throttled, fresh);
    },
  ),
  one(
    'no-contact',
    'A method for which the customer has no contact is answered like any other',
    ['otp-delivery-response/uniform'],
    async (stage) => {
      const recipient = recipientFor(stage.world, { hasOnlyMail: true });
      const transaction = await stage.open({ recipient });
      const without = transaction.options.find(({ method }) => recipient.customer.contacts[method] === undefined);
      if (without === undefined) throw new Skipped('every method that is offered has a contact');
      const answer = await transaction.ask(without.id);
      const other = await stage.open({ recipient });
      same('the answers have to be the same', shapeOf(answer), shapeOf(await other.ask()));
    },
  ),
  one(
    'time',
    'The time of an answer does not tell a known subject from an unknown one',
    ['otp-authorization-response/uniform-time'],
    (stage) => timed(stage),
  ),
];

/** How many pairs are measured in a round, and in how many rounds in a row the times have to differ. */
const pairs = 60;
const rounds = 3;
/** Below this, nobody tells anything over a network. */
const smallestMilliseconds = 1;

/**
 * The statistical test. In a round, known and unknown subjects are asked for in pairs, in an order drawn by the seed, and
 * each step of the conversation is timed. A step tells them apart when a rank-sum test of Mann and Whitney rejects at
 * |z| > 4.9 (one in a million) and the medians differ by a tenth and by a millisecond at least. The server fails when the
 * same step tells them apart, in the same direction, in three rounds in a row.
 */
async function timed(stage: Stage): Promise<void> {
  const { unknown } = stage.world.config;
  if (unknown === undefined) throw new Skipped('the configuration names nobody as unknown');
  if (stage.world.time.kind !== 'test clock') throw new Skipped('uses up budgets that only a test clock gives back');
  const subjects = { known: recipientFor(stage.world).customer.subId, unknown };
  let suspects: Readonly<Record<string, number>> | undefined;
  let last = '';
  for (let round = 0; round < rounds; round += 1) {
    const times = await measured(stage, subjects);
    const found: Record<string, number> = {};
    for (const step of Object.keys(times.known)) {
      const [left = [], right = []] = [times.known[step], times.unknown[step]];
      const { z } = compared(left, right);
      const difference = median(left) - median(right);
      const isTelling = Math.abs(z) > 4.9 && Math.abs(difference) > Math.max(smallestMilliseconds, median(right) / 10);
      const before = suspects?.[step];
      if (!isTelling || (suspects !== undefined && (before === undefined || before * difference < 0))) continue;
      found[step] = difference;
      last = `${step}: medians ${median(left).toFixed(2)} ms for known and ${median(right).toFixed(2)} ms for unknown subjects, z = ${z.toFixed(1)}`;
    }
    suspects = found;
    if (Object.keys(found).length === 0) return;
  }
  holds(`the time of an answer may not depend on whether the subject is known`, false, {
    expected: `no difference in ${rounds} rounds of ${pairs} pairs`,
    received: last,
  });
}

type Times = Record<string, number[]>;

async function measured(stage: Stage, subjects: Readonly<Record<'known' | 'unknown', SubjectIdentifier>>) {
  const times: Record<'known' | 'unknown', Times> = { known: {}, unknown: {} };
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 4 === 0) await healBudgets(stage.world);
    const order = stage.world.chance.shuffled(['known', 'unknown'] as const);
    for (const name of order) {
      stage.startAnew();
      const note = (step: string, { milliseconds }: WireAnswer): void => {
        times[name][step] = [...(times[name][step] ?? []), milliseconds];
      };
      const identified = await stage.identify({ subject: subjects[name] });
      note('identification', identified);
      same('it has to be answered', inShort(identified), '200');
      const session = String(identified.body.auth_session);
      const [option] = identified.body.delivery_options as readonly { readonly id: string }[]; // answered with 200
      note(
        'delivery',
        await stage.post('The client asks for a code', 'delivery', {
          auth_session: session,
          delivery_option: option?.id,
        }),
      );
      note('redemption', await stage.post('The client guesses', 'redemption', stage.redemption(session, '00000000')));
    }
  }
  return times;
}
