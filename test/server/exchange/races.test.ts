/** Requests at the same time. Whatever order they end up in, the sums are right. */
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Limits, policyWith } from '../../../model/index.ts';
import { denyByToken } from '../../../server/denial/deny.ts';
import { openLibsqlStore } from '../../../server/store/libsql-store.ts';
import { converse, messages, newestCode, wrongCode } from '../../support/conversation.ts';
import { fakeClock, seconds } from '../../support/fake-clock.ts';
import type { Answer } from '../../support/form-request.ts';
import { openServer } from '../../support/open-server.ts';
import { type RecordingStore, recordingStore } from '../../support/recording-store.ts';
import { seededRandomness } from '../../support/seeded-randomness.ts';
import { storeKinds } from '../../support/store-kinds.ts';
import { emptyStore, slowStore } from '../../support/stores.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { assertionCredentials } from '../../support/test-clients.ts';

const together = <Result>(count: number, ask: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)));

/** How often each answer was given: by error code, or `ok`. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status === 200 ? 'ok' : String(body.error);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** A counter of a machine, as it was written last. */
function counted(store: RecordingStore, kind: 'account' | 'client' | 'transaction', variable: string): unknown {
  const row = store.commits.flat().findLast((write) => write.kind === kind);
  const { machine } = (row?.body ?? {}) as { machine?: { context: Record<string, unknown> } }; // every such row rests in a machine
  return machine?.context[variable];
}

describe.each(storeKinds)('Over the %s store', { timeout: 30_000 }, (kind) => {
  const opened = async (seed: string, limits: Partial<Limits> = {}) => {
    const chance = seededRandomness(seed);
    const store = recordingStore(slowStore(await emptyStore(kind), () => (chance.bytes(1)[0] ?? 0) % 4));
    const test = await openServer({ store, policy: policyWith({ limits }) });
    return { test, store, talk: converse(test) };
  };

  it('transaction/atomic-check: of 64 guesses at once exactly as many are counted as the limit allows', async () => {
    const { store, talk } = await opened('guesses');
    const { session, code } = await talk.sent();
    const answers = await together(64, (index) => talk.redeem(session, wrongCode(code, index + 1)));
    expect(tally(answers)).toEqual({ invalid_user_code: 4, invalid_grant: 60 });
    for (const kind of ['transaction', 'account', 'client'] as const)
      expect(counted(store, kind, 'wrongCodes')).toBe(5);
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant');
  });

  it('transaction/atomic-check: one right passcode among many wrong ones at once gives one token at most', async () => {
    const { store, talk } = await opened('needle');
    for (let round = 0; round < 3; round += 1) {
      const { session, code } = await talk.sent();
      const answers = await together(24, (index) =>
        talk.redeem(session, index === 12 ? code : wrongCode(code, index + 1)),
      );
      const { ok = 0, invalid_user_code = 0 } = tally(answers);
      expect(ok).toBeLessThanOrEqual(1);
      expect(invalid_user_code).toBeLessThanOrEqual(4);
      expect(counted(store, 'transaction', 'wrongCodes')).toBeLessThanOrEqual(5);
    }
  });

  it('transaction/single-grant: of 16 right redemptions at once exactly one gets a token', async () => {
    const { test, talk } = await opened('redemptions');
    const { session, code } = await talk.sent();
    const answers = await together(16, () => talk.redeem(session, code));
    expect(tally(answers)).toEqual({ ok: 1, invalid_grant: 15 });
    expect((await messages(test)).filter(({ method }) => method === 'email').length).toBe(1);
  });

  it('transaction/send-limit: of many resends at once one is sent, and over time no more than the limit', async () => {
    const { test, talk } = await opened('resends');
    const session = await talk.open();
    for (const expected of [
      { ok: 1, slow_down: 7 },
      { ok: 1, slow_down: 7 },
      { ok: 1, delivery_limit_exceeded: 7 },
      { delivery_limit_exceeded: 8 },
    ]) {
      expect(tally(await together(8, () => talk.deliver(session)))).toEqual(expected);
      test.clock.advance(seconds(30));
    }
    expect((await messages(test)).length).toBe(3);
    expect((await talk.redeem(session, await newestCode(test))).status).toBe(200);
  });

  it('account/send-budget: transactions at once share one budget', async () => {
    const { test, store, talk } = await opened('sends', { sendsPerAccount: 3 });
    const sessions = await together(8, () => talk.open());
    expect(tally(await together(8, (index) => talk.deliver(sessions[index] ?? '')))).toEqual({ ok: 8 });
    expect((await messages(test)).length).toBe(3);
    expect(counted(store, 'account', 'sends')).toBe(3);
  });

  it('account/wrong-code-budget: guesses at once over several transactions share one budget', async () => {
    const { store, talk } = await opened('spread', { wrongCodesPerAccount: 7 });
    const open: { session: string; code: string }[] = [];
    for (let index = 0; index < 4; index += 1) open.push(await talk.sent());
    const answers = await together(16, (index) => {
      const { session = '', code = '' } = open[index % 4] ?? {};
      return talk.redeem(session, wrongCode(code, index + 1));
    });
    expect(tally(answers)).toEqual({ invalid_user_code: 16 });
    expect(counted(store, 'account', 'wrongCodes')).toBe(7);
    const right = await together(4, (index) => talk.redeem(open[index]?.session ?? '', open[index]?.code ?? ''));
    expect(tally(right)).toEqual({ invalid_grant: 4 }); // the fifth wrong one of each
  });

  it('client/start-quota: starts at once share one quota', async () => {
    const { talk } = await opened('starts', { startsPerClient: 5 });
    expect(tally(await together(12, () => talk.identify()))).toEqual({ ok: 5, slow_down: 7 });
  });

  it('transaction/denial-revokes: a denial at the same time as the redemption leaves no token that works', async () => {
    const { test, talk } = await opened('denials');
    const outcomes = new Set<string>();
    const rounds = 24;
    for (let round = 0; round < rounds; round += 1) {
      const { session, code } = await talk.sent(undefined, 'email');
      const [, denialToken] = /\/denial#([\w-]+)/.exec((await messages(test))[0]?.text ?? '') ?? [];
      const redeem = () => talk.redeem(session, code);
      const deny = () => denyByToken(test.server, denialToken ?? '');
      // first before the redemption, then a little later each time, at last after it
      const isAfter = round >= rounds - 4;
      if (round < 4) await deny();
      const redeemed = redeem();
      if (isAfter) await redeemed;
      for (let turns = (round - 4) * 6; turns > 0; turns -= 1) await nextTurn();
      await deny();
      const answer = await redeemed;
      outcomes.add(answer.status === 200 ? 'granted first' : String(answer.body.error));
      if (answer.status === 200) expect((await talk.usage(answer.member('access_token'))).status).toBe(401);
      else expect(answer.body.error).toBe('access_denied');
      test.clock.advance(seconds(86_400));
    }
    expect([...outcomes].sort()).toEqual(['access_denied', 'granted first']);
  });

  it('transaction/newest-code-only: a resend at the same time as the redemption happens before it or not at all', async () => {
    const { test, talk } = await opened('resend');
    for (let round = 0; round < 12; round += 1) {
      const { session, code } = await talk.sent();
      test.clock.advance(seconds(30));
      const [redeemed, resent] = await Promise.all([talk.redeem(session, code), talk.deliver(session)]);
      const both = `${redeemed.body.error ?? 'ok'} ${resent.body.error ?? 'ok'}`;
      expect(['ok invalid_session', 'invalid_user_code ok']).toContain(both);
      test.clock.advance(seconds(86_400));
    }
  });

  it('request/assertion-once: of 16 uses of one assertion at once exactly one authenticates', async () => {
    const { test } = await opened('assertion');
    const credentials = assertionCredentials(await test.sign());
    const talk = converse(test, { clientId: 'signing-auditor', credentials: async () => credentials });
    expect(tally(await together(16, () => talk.identify()))).toEqual({ ok: 1, invalid_client: 15 });
  });
});

it('transaction/atomic-check: two servers over one file count together and grant once', {
  timeout: 30_000,
}, async () => {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const clock = fakeClock();
  const server = (seed: string) =>
    openServer({ store: openLibsqlStore(join(folder.path, 'store.sqlite')), clock, seed });
  const [one, other] = [await server('one'), await server('other')];
  const talks = [converse(one), converse(other)] as const;
  const guessed = await talks[0].sent();
  const guesses = await together(32, (index) =>
    talks[index % 2 === 0 ? 0 : 1].redeem(guessed.session, wrongCode(guessed.code, index + 1)),
  );
  expect(tally(guesses)).toEqual({ invalid_user_code: 4, invalid_grant: 28 });
  const right = await talks[1].sent();
  const answers = await together(8, (index) => talks[index % 2 === 0 ? 0 : 1].redeem(right.session, right.code));
  expect(tally(answers)).toEqual({ ok: 1, invalid_grant: 7 });
});
