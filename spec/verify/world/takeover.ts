/**
 * A stranger who reads what is sent to the customer's contact: together with the customer, instead of them, or as one of
 * their household. It gets its token; what is left is that the customer notices, says so, and is heeded.
 */
import type { Condition } from '../engine/index.ts';
import type { CapabilityId } from './adversary.ts';
import { assembled } from './assemble.ts';
import { ownerOf } from './cast.ts';
import { variablesAt } from './guessing.ts';
import { messageStates, readings } from './reading.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const message = variable('message', ...messageStates);
const knows = variable('stranger knows', 'nothing', 'newest');
const token = variable('token', 'none', 'valid', 'revoked');
/** The notice that goes to the other contacts of the account. */
const notice = variable('notice', ...messageStates);

interface Takeover {
  readonly name: string;
  readonly needs: CapabilityId;
  readonly says: string;
  /** Whether the customer sees the message as well. */
  readonly customerReads: boolean;
  /** Whether the account has a contact that the stranger does not read. */
  readonly otherContact: boolean;
}

export const readableWorld = (setting: Setting): PeopledWorld =>
  takeoverWorld(setting, {
    name: 'readable',
    needs: 'R2',
    says: 'A passcode is sent to the customer, and the stranger reads it on the way.',
    customerReads: true,
    otherContact: true,
  });

export const simSwapWorld = (setting: Setting): PeopledWorld =>
  takeoverWorld(setting, {
    name: 'sim-swap',
    needs: 'R3',
    says: "A passcode is sent to the customer's number, which the stranger has had moved to its own telephone.",
    customerReads: false,
    otherContact: true,
  });

export const householdWorld = (setting: Setting): PeopledWorld =>
  takeoverWorld(setting, {
    name: 'household',
    needs: 'R4',
    says: 'A passcode is sent to the only contact on file, and somebody else in the household picks it up.',
    customerReads: false,
    otherContact: false,
  });

/** What was granted can be taken back. */
export const takeoverLiveness = {
  live: { touches: [token.name], holds: (here) => here.token === 'valid' } satisfies Condition,
  goal: { touches: [token.name], holds: (here) => here.token === 'revoked' } satisfies Condition,
};

function takeoverWorld(setting: Setting, takeover: Takeover): PeopledWorld {
  const server = serverOf(setting);
  const owner = ownerOf(setting, 'owner');
  const comparison = { name: 'stranger', binding: 'different' } as const;
  const read = readings(setting, server, { owner, at, message: message.name, comparison }).map(revoking);
  return assembled({
    name: takeover.name,
    variables: [...variablesAt(server, [at]), owner.variable, message, knows, token, notice],
    rules: [...attack(setting, server, takeover), ...read, revoking(hears(server)), uses(setting), ...server.clock(at)],
  });
}

function attack({ policy }: Setting, server: Server, { needs, says, ...takeover }: Takeover): WorldRule[] {
  const [absent] = server.variable('transaction', at.transaction).values;
  const by = { actor: 'stranger', at, touches: [message.name, knows.name, token.name, notice.name] } as const;
  const noticed = policy.switches.otherContactsNotified && takeover.otherContact;
  return [
    server.asked({
      ...by,
      name: 'stranger: start',
      says: "The stranger's client starts a transaction for the customer.",
      needs: 'A1',
      exchange: 'identification',
      when: (here) => here[at.transaction] === absent,
    }),
    server.asked({
      ...by,
      name: 'stranger: send',
      says,
      needs,
      exchange: 'delivery',
      after: (_here, { duties }) =>
        duties.includes('sendCode')
          ? { next: { message: takeover.customerReads ? 'unread' : 'none', [knows.name]: 'newest' } }
          : {},
    }),
    server.asked({
      ...by,
      name: 'stranger: redeem',
      says: 'The stranger redeems the passcode.',
      needs,
      when: (here) => here[knows.name] === 'newest',
      exchange: 'redemption',
      facts: { code: 'newest' },
      after: (_here, { duties }) => ({
        next: {
          ...(duties.includes('issueAccessToken') ? { token: 'valid' } : {}),
          ...(duties.includes('notifyOtherContacts') && noticed ? { notice: 'unread' } : {}),
        },
        truth: { brought: 'newest', receiver: 'stranger' },
      }),
    }),
  ];
}

/** The customer hears of the grant through another contact, and says that this was not them. */
const hears = (server: Server): WorldRule =>
  server.happens({
    name: 'owner: hear of the grant',
    actor: 'owner',
    says: 'The customer reads, at another contact, that access was granted, and tells the utility that this was not them.',
    at,
    touches: [notice.name],
    machine: 'transaction',
    event: 'denial.received',
    when: (here) => here.notice === 'unread',
    after: () => ({ next: { notice: 'read' }, truth: { alarmed: true } }),
  });

/** A rule in which the server may be told to revoke the token. */
const revoking = (rule: WorldRule): WorldRule => ({
  ...rule,
  touches: [...rule.touches, token.name],
  fire: (here) => {
    const fired = rule.fire(here);
    if (fired === undefined || !fired.seen.duties.includes('revokeTokens')) return fired;
    return { ...fired, next: { ...fired.next, token: here.token === 'valid' ? 'revoked' : (here.token ?? '') } };
  },
});

/** The stranger goes to the resource server with whatever it has. */
const uses = ({ policy: { switches } }: Setting): WorldRule =>
  act({
    name: 'stranger: use',
    actor: 'stranger',
    says: 'The stranger asks the resource server for the usage of the customer, and gets it.',
    needs: 'A19',
    touches: [token.name],
    transaction: at.transaction,
    served: { exchange: 'usage', outcome: 'usageServed' },
    does: (here) => {
      if (here.token === 'none') return switches.tokenRequired ? undefined : { truth: { used: 'missing' } };
      if (here.token === 'revoked') return switches.tokenValidated ? undefined : { truth: { used: 'revoked' } };
      return { truth: { used: 'valid' } };
    },
  });
