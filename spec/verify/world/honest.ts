/**
 * Worlds without malice, in which everything goes wrong that can: requests and answers are lost or repeated, messages are
 * late or lost, passcodes are mistyped, and time passes when it pleases.
 */
import type { Condition } from '../engine/index.ts';
import { assembled } from './assemble.ts';
import { pathOf } from './cast.ts';
import { guesses, variablesAt } from './guessing.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, serverOf } from './server.ts';
import { older, type Visit, visitOf } from './visit.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };

/** A customer and a kiosk who do not give up. */
export function honestWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const visit = visitOf(setting, server, {
    at,
    lossy: true,
    alsoTouches: ['post'],
    onSend: (here) => ({ inbox: older(here.inbox), post: 'under way' }),
  });
  const { accountWindow } = setting.policy.switches;
  const clock = server.clock(at).filter(({ name }) => accountWindow || !name.startsWith('account'));
  return assembled({
    name: 'honest',
    variables: [...variablesAt(server, [at]), ...visit.variables, variable('post', 'none', 'under way')],
    rules: [...visit.rules, ...post, restart(visit), ...clock],
  });
}

const post: readonly WorldRule[] = [
  act({
    name: 'post: arrive',
    actor: 'network',
    says: 'The message arrives.',
    touches: ['inbox', 'post'],
    does: (here) => (here.post === 'under way' ? { next: { inbox: 'newest', post: 'none' } } : undefined),
  }),
  act({
    name: 'post: lose',
    actor: 'network',
    says: 'The message is lost.',
    needs: 'A20',
    touches: ['post'],
    does: (here) => (here.post === 'under way' ? { next: { post: 'none' } } : undefined),
  }),
];

const restart = ({ kiosk, owner }: Visit): WorldRule =>
  act({
    name: 'owner: start over',
    actor: 'owner',
    says: 'The customer starts over.',
    touches: ['kiosk', 'owner', 'inbox', 'typed', 'post'],
    does: (here) => {
      const { to } = kiosk.step(here.kiosk, 'restart.asked');
      if (pathOf(to) !== 'idle') return undefined;
      return {
        next: { kiosk: to, owner: owner.variable.values[0] ?? '', inbox: 'empty', typed: 'nothing', post: 'none' },
      };
    },
  });

/** Everybody who came can leave with what they came for. */
export const honestLiveness = {
  live: { touches: [], holds: () => true } satisfies Condition,
  goal: { touches: ['kiosk'], holds: (here) => pathOf(here.kiosk) === 'authorized' } satisfies Condition,
};

/** One transaction from its start to its end, with no second one to fall back on. */
export function oneTransactionWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const { accountWindow } = setting.policy.switches;
  const [absent] = server.variable('transaction', at.transaction).values;
  const rules = guesses(server, at)
    .filter(({ name }) => name !== 'first: deny' && (accountWindow || !name.startsWith('account')))
    .map((rule): WorldRule => {
      if (rule.name !== 'first: start') return rule;
      return { ...rule, fire: (here) => (here[at.transaction] === absent ? rule.fire(here) : undefined) };
    });
  return assembled({ name: 'one-transaction', variables: variablesAt(server, [at]), rules });
}

/** A passcode is out and alive, or another one may be asked for. */
export const oneTransactionLiveness = ({ policy }: Setting) => ({
  live: {
    touches: [at.transaction],
    holds: ({ first = '' }) => {
      const pending = pathOf(first).startsWith('pending') && first.includes('newestCode sent');
      const open = ['identified', 'pending.cooling', 'pending.resendable', 'lapsed'].includes(pathOf(first));
      return pending || (open && !first.includes(`sends ${policy.limits.sendsPerTransaction}`));
    },
  } satisfies Condition,
  goal: { touches: [at.transaction], holds: ({ first }) => pathOf(first) === 'spent' } satisfies Condition,
});
