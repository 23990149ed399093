/**
 * What is promised to people rather than to a machine: properties of a world in which clients, resource owners, the
 * authorization server, time and an adversary act. They are watchers like the others. What they see is told by the world,
 * which knows the truth; the machines are never asked.
 */
import type { ExchangeName, OutcomeName } from '../exchange/index.ts';
import type { DutyName, RequirementId } from '../requirements/index.ts';
import type { Property } from './property.ts';
import { worldBudgetProperties } from './world-budgets.ts';
import { worldGrantProperties } from './world-grant.ts';
import { worldPeopleProperties } from './world-people.ts';
import { worldTransactionProperties } from './world-transaction.ts';

/** Who acts in a world. The stranger is the adversary, whichever client it uses. */
export type Party = 'kiosk' | 'stranger' | 'owner' | 'server' | 'network' | 'clock';

/** How much a scope allows: nothing, some, all. */
export type Breadth = 'none' | 'narrow' | 'wide';

/** What is true of a step, whatever the machines believe. Each member is there when the step has it. */
export interface Truth {
  /** What the passcode in a request is: of this transaction the newest or an older one, of another one, or made up. */
  readonly brought?: 'newest' | 'stale' | 'ofAnother' | 'wrong';
  /** Who gets what the answer hands out. */
  readonly receiver?: Party;
  /** The resource owner hands the passcode to whoever they take to be this. */
  readonly givenTo?: Party;
  /** A passcode comes to know somebody to whom neither the server sent it nor its owner gave it. */
  readonly leaked?: true;
  /** The resource owner notices a transaction that they did not ask for, and wants it to end. */
  readonly alarmed?: true;
  /** A passcode leaves for its recipient: by an option that was not offered, or although it is worth nothing any more. */
  readonly handedOver?: 'offered' | 'unoffered' | 'dead';
  /** How much was asked for, said in the message, granted, or served. */
  readonly asked?: Breadth;
  readonly said?: Breadth;
  readonly granted?: Breadth;
  readonly served?: Breadth;
  /** A token is accepted by the resource server. */
  readonly used?: 'valid' | 'revoked' | 'missing';
  /** A client hands a passcode to another authorization server than the one that sent it. */
  readonly strayed?: true;
  /** The request comes from another client than the one that the token it brings was issued to. */
  readonly foreign?: true;
  /** What a client observes of the same request in two worlds. */
  readonly observed?: readonly [string, string];
}

/** One step of a world. */
export interface WorldHappening {
  readonly actor: Party;
  /** The transaction that the step is about, by its name in the world. */
  readonly transaction?: string;
  /** The account whose budget, and the client whose quota, the step can touch. */
  readonly account?: string;
  readonly client?: string;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  /** What no request caused, as `machine event`. */
  readonly event?: string;
  readonly duties: readonly DutyName[];
  /** The state of the transaction's machine, such as `pending.cooling`. */
  readonly before?: string;
  readonly after?: string;
  /** Timers of the transaction that run after the step. */
  readonly timers?: readonly string[];
  readonly truth: Truth;
}

/** A property of a world, and what one watcher looks at: one transaction, account or client at a time, or everything. */
export interface WorldProperty extends Property<WorldHappening> {
  readonly about: 'transaction' | 'account' | 'client' | 'world';
}

export const worldProperties = {
  ...worldTransactionProperties,
  ...worldBudgetProperties,
  ...worldPeopleProperties,
  ...worldGrantProperties,
} as const satisfies Record<string, WorldProperty>;

export type WorldPropertyName = keyof typeof worldProperties;

/** What has to stay possible: from each state that counts as live the goal can be reached. The world knows both. */
export const livenessProperties = {
  grantStaysReachable: {
    sentence: 'Whatever goes wrong in an honest run, the customer can get there in the end.',
    requirements: ['account/window', 'otp-client/retry', 'transaction/transaction-expiry'],
  },
  liveTransactionCanBeGranted: {
    sentence: 'As long as a passcode is alive, or another can be sent, the transaction itself can end with a grant.',
    requirements: ['transaction/resend-interval', 'transaction/code-expiry'],
  },
  fraudCanBeUndone: {
    sentence: 'A grant that the customer did not want can be revoked by them, even when their contact was taken over.',
    requirements: ['transaction/notify-other-contacts', 'transaction/denial-revokes'],
  },
} as const satisfies Record<
  string,
  { readonly sentence: string; readonly requirements: readonly [RequirementId, ...RequirementId[]] }
>;

export type LivenessPropertyName = keyof typeof livenessProperties;
