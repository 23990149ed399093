/** What all cases of a run share: the server as it was discovered, the clients, the customers, the source of codes. */
import type { Client } from './clients.ts';
import type { ConformanceConfig, CustomerConfig } from './config.ts';
import type { Discovered, FormExchange } from './discovery.ts';
import type { OtpSource } from './otp/source.ts';
import { Skipped } from './problem.ts';
import type { Chance } from './random.ts';
import type { Time } from './time.ts';

export interface World {
  readonly issuer: string;
  readonly discovered: Discovered;
  readonly config: ConformanceConfig;
  readonly clients: Clients;
  readonly source: OtpSource;
  readonly time: Time;
  readonly chance: Chance;
  readonly send: typeof fetch;
  readonly codeTimeoutSeconds: number;
  /** Every code that came in this run, for what can only be said about many. */
  readonly seenCodes: string[];
  readonly seenSessions: string[];
  /** How many tests of the state suite are played. */
  readonly stateTests: number | undefined;
}

export interface Clients {
  readonly main: Client;
  readonly other?: Client;
  readonly narrow?: Client;
  readonly unauthorized?: Client;
  readonly busy?: Client;
  readonly signing?: Client;
  readonly plain?: Client;
  readonly otherRefresh?: Client;
  readonly vetted?: Client;
  readonly resourceServer?: Client;
}

/** A client of the configuration. @throws Skipped when there is none */
export function clientFor(world: World, name: keyof Clients): Client {
  const client = world.clients[name];
  if (client === undefined) throw new Skipped(`the configuration names no ${memberOf(name)}`);
  return client;
}

/** Under which name a client stands in the configuration. */
const memberOf = (name: keyof Clients): string =>
  name === 'main' ? 'client' : name === 'resourceServer' ? name : `${name}Client`;

/** Who sends a form unless a case needs somebody else. @throws Skipped when the configuration does not name them */
export const senderOf = (world: World, exchange: FormExchange): Client =>
  exchange === 'introspection' ? clientFor(world, 'resourceServer') : world.clients.main;

/** A limit of the configuration. @throws Skipped when it is not declared */
export function limitFor(world: World, name: string): number {
  const value = world.config.limits?.[name];
  if (value === undefined) throw new Skipped(`the configuration does not declare limits.${name}`);
  return value;
}

/** A customer and a delivery method by which the source can read their codes. */
export interface Recipient {
  readonly customer: CustomerConfig;
  readonly method: string;
  readonly contact: string;
}

/** The recipient to whom codes go unless a case needs another. @throws Skipped when there is none */
export function recipientFor(
  world: World,
  wanted: Partial<Pick<Recipient, 'method'>> & { hasOnlyMail?: boolean } = {},
): Recipient {
  const { customers, method: preferred } = world.config;
  const readable = (method: string): boolean => world.source.methods?.includes(method) ?? true;
  for (const customer of customers) {
    const methods = Object.keys(customer.contacts);
    if (wanted.hasOnlyMail === true && (methods.length !== 1 || methods[0] !== 'email')) continue;
    const wish = wanted.method ?? (wanted.hasOnlyMail === true ? 'email' : preferred);
    const method = wish === undefined || !methods.includes(wish) ? methods.find(readable) : wish;
    const isGood =
      method !== undefined && readable(method) && (wanted.method === undefined || wanted.method === method);
    const contact = isGood ? customer.contacts[method] : undefined;
    if (isGood && contact !== undefined) return { customer, method, contact };
  }
  const words =
    wanted.hasOnlyMail === true
      ? 'has an e-mail address and nothing else'
      : `can be reached by ${wanted.method ?? 'any method'}`;
  throw new Skipped(
    `the configuration names no customer who ${words}, whose codes the ${world.source.kind} source can read`,
  );
}

/** Heals every budget of accounts and clients, where there is a clock to do it with: a window is at most a week long. */
export async function healBudgets(world: World): Promise<void> {
  if (world.time.kind !== 'test clock') return;
  const { accountWindowSeconds, clientWindowSeconds } = world.config.limits ?? {};
  const week = 604_800;
  await world.time.pass(1 + Math.max(accountWindowSeconds ?? week, clientWindowSeconds ?? week));
}

/** @throws Skipped when the source always gives the same code */
export function needsVariedCodes({ source }: World): void {
  if (!source.isVaried) throw new Skipped('takes codes that differ, and the source always gives the same one');
}
