/**
 * A stranger with a client of its own starts a transaction for a customer, and looks for the passcode where the
 * authorization server may have left it: in the store, the logs, the outbox, the source of chance, or the time of answers.
 */
import { assembled } from './assemble.ts';
import { variablesAt } from './guessing.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, serverOf } from './server.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const knows = variable('stranger knows', 'nothing', 'newest', 'stale');
/** Where the newest passcode is, besides in the hands of its owner. */
const outbox = variable('outbox', 'empty', 'waiting', 'handed over');
const timed = variable('answers timed', 'none', 'one');

export function insiderWorld(setting: Setting): PeopledWorld {
  const { secretsHashed, secretsUnlogged, codeRandomness, constantTime, messagesForgotten } = setting.policy.switches;
  const server = serverOf(setting);
  const by = { actor: 'stranger', at, needs: 'A1' } as const;
  const learns = (
    name: string,
    says: string,
    needs: 'A9' | 'A10' | 'A12' | 'A13',
    possible: WorldRule['fire'] | boolean,
  ) =>
    act({
      name: `stranger: ${name}`,
      actor: 'stranger',
      says,
      needs,
      touches: [outbox.name, knows.name, timed.name],
      transaction: at.transaction,
      does: (here) => {
        const can = typeof possible === 'boolean' ? possible : possible(here) !== undefined;
        return can && here.outbox !== 'empty'
          ? { next: { [knows.name]: 'newest' }, truth: { leaked: true } }
          : undefined;
      },
    });
  const when =
    (holds: boolean, name: string, value: string): WorldRule['fire'] =>
    (here) =>
      holds && here[name] === value ? { next: {}, seen: { actor: 'stranger', duties: [], truth: {} } } : undefined;
  return assembled({
    name: 'insider',
    variables: [...variablesAt(server, [at]), knows, outbox, timed],
    rules: [
      server.asked({
        ...by,
        name: 'stranger: start',
        says: "The stranger's client starts a transaction for a customer.",
        exchange: 'identification',
        touches: [knows.name, outbox.name],
        after: (_here, { outcome }) =>
          outcome === 'sessionIssued' ? { next: { [knows.name]: 'nothing', [outbox.name]: 'empty' } } : {},
      }),
      server.asked({
        ...by,
        name: 'stranger: send',
        says: "The stranger's client has a passcode sent to the customer.",
        exchange: 'delivery',
        touches: [knows.name, outbox.name],
        after: (here, { duties }) =>
          duties.includes('sendCode')
            ? { next: { [outbox.name]: 'waiting', [knows.name]: here[knows.name] === 'nothing' ? 'nothing' : 'stale' } }
            : {},
      }),
      act({
        name: 'server: hand over',
        actor: 'server',
        says: 'The authorization server hands the message to the gateway.',
        touches: [outbox.name],
        does: (here) => (here.outbox === 'waiting' ? { next: { [outbox.name]: 'handed over' } } : undefined),
      }),
      server.asked({
        ...by,
        name: 'stranger: time an answer',
        says: "The stranger's client tries a passcode and measures how long the answer takes.",
        needs: 'A12',
        exchange: 'redemption',
        touches: [timed.name],
        after: () => ({ next: { [timed.name]: 'one' }, truth: { brought: 'wrong', receiver: 'stranger' } }),
      }),
      learns('read the store', 'The stranger reads the passcode in the store.', 'A9', !secretsHashed),
      learns(
        'read the logs',
        'The stranger reads the passcode in the logs of the authorization server.',
        'A10',
        !secretsUnlogged,
      ),
      learns('predict', 'The stranger predicts the passcode from those it has seen.', 'A12', !codeRandomness),
      learns(
        'tell by time',
        'The time of the answer tells the stranger the passcode.',
        'A12',
        when(!constantTime, timed.name, 'one'),
      ),
      learns(
        'open the outbox',
        'The stranger finds the text of the message, which was handed over long ago, in the outbox.',
        'A13',
        when(!messagesForgotten, outbox.name, 'handed over'),
      ),
      server.asked({
        ...by,
        name: 'stranger: redeem',
        says: "The stranger's client redeems the passcode.",
        exchange: 'redemption',
        touches: [knows.name],
        when: (here) => here[knows.name] !== 'nothing',
        facts: (here) => ({ code: here[knows.name] ?? '' }),
        after: (here) => ({
          truth: { brought: here[knows.name] === 'newest' ? 'newest' : 'stale', receiver: 'stranger' },
        }),
      }),
      ...server.clock(at),
    ],
  });
}
