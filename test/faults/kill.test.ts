/**
 * `kill -9` at points drawn from a seed, before, during and after commits. What clients and customers saw of every
 * transaction can be explained by calls one after the other of which some lost their answers: nothing was granted twice,
 * no count was lost, no passcode was worth something after its end, and every transaction has ended.
 *
 * `npm run faults` lives through a thousand transactions of each store, which is too long for every day.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { seededChoice } from '../../spec/mealy/index.ts';
import { checkLinearizability } from '../../spec/verify/linearizability.ts';
import { transactionSpecification } from '../races/transaction-specification.ts';
import { hasPostgres, unlessSkipped } from '../support/postgres-server.ts';
import { emptyDatabase } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { lost, withLostAnswers } from './lost-answers.ts';
import type { Life } from './mortal-process.ts';
import { MortalServer } from './mortal-server.ts';
import { type Death, moments } from './mortal-store.ts';
import { liveThrough, TransactionLife } from './transaction-life.ts';

const transactions = Number(process.env.FAULT_TRANSACTIONS ?? 16);
const atOnce = 16;
const meanCommits = 40;
const specification = withLostAnswers(transactionSpecification);

async function storeOf(kind: 'libsql' | 'postgres'): Promise<Life['store']> {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  return { dataFolder: folder.path, ...(kind === 'postgres' ? { databaseUrl: await emptyDatabase() } : {}) };
}

/** Lives through so many transactions; says what was seen of them. */
async function lived(life: Omit<Life, 'startAt' | 'death' | 'customers'>, count: number, isMortal = true) {
  const choose = seededChoice(2026);
  const drawn = (): Death => ({
    atCommit: 1 + choose(2 * meanCommits),
    moment: moments[choose(moments.length)] ?? 'during',
  });
  const server = new MortalServer({ ...life, customers: count }, () => (isMortal ? drawn() : undefined));
  onTestFinished(() => server.close());
  const lives = Array.from({ length: count }, (_, customer) => new TransactionLife(server, customer));
  for (let first = 0; first < count; first += atOnce) {
    await liveThrough(lives.slice(first, first + atOnce), choose, (milliseconds) => server.advance(milliseconds));
  }
  return { lives, deaths: server.deaths };
}

const isEnd = /^400 (invalid_session|expired_token|access_denied|invalid_grant)$/;

describe.each(['libsql', 'postgres'] as const)('With the %s store', (kind) => {
  it.skipIf(kind === 'postgres' && !hasPostgres)(
    `what ${transactions} transactions saw of servers that were killed can be explained${kind === 'postgres' ? unlessSkipped : ''}`,
    { timeout: 120_000 + transactions * 5_000 },
    async () => {
      const { lives, deaths } = await lived({ store: await storeOf(kind) }, transactions);
      expect(deaths).toBeGreaterThan(transactions / 20);
      for (const { history, tokens } of lives) {
        expect({ history, ...checkLinearizability(specification, history) }).toMatchObject({ linearizable: true });
        expect(tokens).toBeLessThanOrEqual(1);
        const told = history.flatMap(({ returned }) => (returned?.result === lost ? [] : [returned?.result]));
        expect(told.slice(-2)).toEqual([expect.stringMatching(isEnd), expect.stringMatching(isEnd)]);
      }
      // some passcodes were redeemed, and some answers were lost, or nothing was tested
      expect(lives.some(({ tokens }) => tokens === 1)).toBe(true);
      expect(lives.some(({ history }) => history.some(({ returned }) => returned?.result === lost))).toBe(true);
    },
  );
});

describe('A store that acknowledges a commit and does not keep it', () => {
  it('is found out, even when nobody is killed', { timeout: 120_000 }, async () => {
    const life = { store: await storeOf('libsql'), loses: 'one commit in seven' } as const;
    const { lives } = await lived(life, atOnce, false);
    const verdicts = lives.map(({ history }) => checkLinearizability(specification, history).linearizable);
    expect(verdicts).toContain(false);
  });
});
