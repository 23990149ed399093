/**
 * Two server processes on one PostgreSQL, and sixty-four callers at one moment. What they see could have been seen by
 * callers who came one after the other, and every budget is exact to the last count.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameters as p, policyWith } from '../../model/index.ts';
import { checkLinearizability } from '../../spec/verify/linearizability.ts';
import { nothing } from '../../spec/verify/suite/index.ts';
import { wrongCode } from '../support/conversation.ts';
import { hasPostgres, unlessSkipped } from '../support/postgres-server.ts';
import { openPair, type ProcessPair, type Received, type Seen } from './process-pair.ts';
import { specificationUnder } from './shared-specification.ts';
import {
  type RaceCall,
  type RaceOperation,
  racePolicy,
  transactionSpecification,
} from './transaction-specification.ts';

const many = 64;
const { resendIntervalSeconds } = racePolicy.limits;
const healingSeconds = 3 * 3600;

/** Callers of a pair, with a record of what each saw, and when. */
class Callers {
  readonly history: RaceOperation[] = [];
  readonly #pair: ProcessPair;
  readonly #sessions: string[] = [];
  readonly #received: Received[] = [];
  #bindingMessage = '';
  #tick = 0;

  constructor(pair: ProcessPair) {
    this.#pair = pair;
  }

  async call(call: RaceCall, at?: number): Promise<string> {
    const invokedAt = this.#tick++;
    const result = (await this.#carriedOut(call, at)).output;
    this.history.push({ call, invokedAt, returned: { at: this.#tick++, result } });
    return result;
  }

  /** All at one moment, by turns to one process and the other. */
  together(calls: readonly RaceCall[]): Promise<string[]> {
    return Promise.all(calls.map((call, place) => this.call(call, place)));
  }

  async prepare(transaction = 0): Promise<void> {
    await this.call({ do: 'identify', transaction });
    await this.call({ do: 'deliver', transaction });
    this.#received[transaction] = await this.#pair.newest(this.#bindingMessage);
  }

  async pass(until: number): Promise<void> {
    const invokedAt = this.#tick++;
    await this.#pair.advance(until);
    this.history.push({ call: { do: 'pass', until }, invokedAt, returned: { at: this.#tick++, result: nothing } });
  }

  async #carriedOut(call: RaceCall, at?: number): Promise<Seen> {
    const transaction = call.transaction ?? 0;
    const session = this.#sessions[transaction] ?? '';
    const { code = '', denialToken = '' } = this.#received[transaction] ?? {};
    switch (call.do) {
      case 'identify': {
        const seen = await this.#pair.identify(at);
        this.#sessions[transaction] = String(seen.body[p.authSession.name]);
        return seen;
      }
      case 'deliver': {
        const seen = await this.#pair.deliver(session, at);
        this.#bindingMessage = String(seen.body[p.bindingMessage.name] ?? this.#bindingMessage);
        return seen;
      }
      case 'redeem':
        return this.#pair.redeem(session, call.code === 0 ? wrongCode(code) : code, at);
      case 'deny':
        return this.#pair.deny(denialToken, at);
      default:
        throw new Error(`nobody calls ${call.do} here`);
    }
  }
}

const wrong: RaceCall = { do: 'redeem', code: 0 };
const right: RaceCall = { do: 'redeem', code: 1 };
const resend: RaceCall = { do: 'deliver' };
const deny: RaceCall = { do: 'deny' };

const races: Readonly<Record<string, readonly RaceCall[]>> = {
  guesses: [wrong],
  resends: [resend],
  redemptions: [right],
  denials: [deny],
  'guesses and redemptions': [wrong, right],
  'resends and redemptions': [resend, resend, right],
  'redemptions and denials': [right, right, deny],
  'guesses, resends, redemptions and denials': [wrong, resend, right, deny],
};

const drawn = (kinds: readonly RaceCall[]): RaceCall[] =>
  // in pairs, so that each kind goes to both processes
  Array.from({ length: many }, (_, place) => kinds[Math.floor(place / 2) % kinds.length] ?? wrong);

describe.skipIf(!hasPostgres)(`Two processes on one database${unlessSkipped}`, { timeout: 120_000 }, () => {
  let pair: ProcessPair;
  beforeAll(async () => {
    pair = await openPair(racePolicy.limits);
  }, 120_000);
  afterAll(() => pair?.close());

  it.each(Object.keys(races))(
    'sixty-four %s at once on one transaction can be explained one after the other',
    async (name) => {
      for (let round = 0; round < 3; round += 1) {
        await pair.advance(healingSeconds);
        const callers = new Callers(pair);
        await callers.prepare();
        await callers.pass(resendIntervalSeconds);
        const results = await callers.together(drawn(races[name] ?? []));
        expect(results.filter((result) => result === '200').length).toBeLessThanOrEqual(2); // one resend, one grant
        for (const call of [wrong, right, resend]) await callers.call(call);
        expect(checkLinearizability(transactionSpecification, callers.history)).toMatchObject({ linearizable: true });
      }
    },
  );

  it('a history in which one guess too many was counted as a first one is not explained', async () => {
    await pair.advance(healingSeconds);
    const callers = new Callers(pair);
    await callers.prepare();
    await callers.together(drawn([wrong]));
    const lost = callers.history.findIndex(({ returned }) => returned?.result === '400 invalid_grant');
    const told = callers.history.map((operation, place) =>
      place === lost && operation.returned
        ? { ...operation, returned: { ...operation.returned, result: '400 invalid_user_code' } }
        : operation,
    );
    expect(checkLinearizability(transactionSpecification, callers.history).linearizable).toBe(true);
    expect(checkLinearizability(transactionSpecification, told).linearizable).toBe(false);
  });
});

describe.skipIf(!hasPostgres)(
  `Transactions of one account at two processes${unlessSkipped}`,
  { timeout: 120_000 },
  () => {
    const opened = async (limits: Parameters<typeof openPair>[0]) => {
      const pair = await openPair({ ...racePolicy.limits, ...limits });
      return { pair, callers: new Callers(pair), policy: policyWith({ limits: { ...racePolicy.limits, ...limits } }) };
    };
    const transactions = [0, 1, 2, 3];
    const over = (call: RaceCall): RaceCall[] =>
      Array.from({ length: many }, (_, place) => ({
        ...call,
        transaction: transactions[Math.floor(place / 2) % 4] ?? 0,
      }));
    /** What the rows of a kind have counted, by the database itself. */
    const counted = async (pair: ProcessPair, kind: string, variable: string): Promise<number[]> => {
      const client = new pg.Client({ connectionString: pair.databaseUrl });
      await client.connect();
      const { rows } = await client.query<{ body: string }>('SELECT body FROM otp_flow_rows WHERE kind = $1', [kind]);
      await client.end();
      return rows.map(
        ({ body }) =>
          (JSON.parse(body) as { machine: { context: Record<string, number> } }).machine.context[variable] ?? 0,
      ); // every such row rests in a machine
    };

    it.each(['account', 'client'] as const)(
      'sixty-four guesses at once spend the budget of one %s to the last count',
      async (of) => {
        const { pair, callers, policy } = await opened(
          of === 'account' ? { wrongCodesPerAccount: 7 } : { wrongCodesPerClient: 7 },
        );
        for (const transaction of transactions) await callers.prepare(transaction);
        await callers.together(over(wrong));
        for (const transaction of transactions) await callers.call({ ...right, transaction });
        expect(checkLinearizability(specificationUnder(policy, transactions.length), callers.history)).toMatchObject({
          linearizable: true,
        });
        expect(await counted(pair, of, 'wrongCodes')).toEqual([7]);
        await pair.close();
      },
    );

    it('of sixty-four deliveries at once as many are sent as the account has left', async () => {
      const { pair, callers, policy } = await opened({ sendsPerAccount: 3 });
      for (const transaction of transactions) await callers.call({ do: 'identify', transaction });
      await callers.together(over(resend));
      expect(checkLinearizability(specificationUnder(policy, transactions.length), callers.history)).toMatchObject({
        linearizable: true,
      });
      expect(await counted(pair, 'account', 'sends')).toEqual([3]);
      await pair.close();
    });
  },
);
