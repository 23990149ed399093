/**
 * The server in a process of its own that dies when it was told to. Its clock is its parent's, so that time goes on over
 * its deaths; what it hands over, its parent reads.
 */
import { randomUUID } from 'node:crypto';
import { openStore } from '../../server/store/open-store.ts';
import { lossyStore } from '../races/racy-stores.ts';
import { racePolicy } from '../races/transaction-specification.ts';
import { codeIn } from '../support/conversation.ts';
import { startTestServer } from '../support/test-server.ts';
import { customersUpTo } from './customers.ts';
import { type Death, mortalStore } from './mortal-store.ts';

export interface Life {
  readonly store: { readonly dataFolder: string; readonly databaseUrl?: string };
  readonly startAt: number;
  readonly customers: number;
  /** Absent for a life without end. */
  readonly death?: Death;
  /** Plants the fault that commits are acknowledged and not kept. */
  readonly loses?: 'one commit in seven';
}

export type FromChild =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'clock' }
  | { readonly type: 'handed'; readonly contact: string; readonly code: string; readonly denialToken: string };

export type ToChild = { readonly type: 'clock'; readonly now: number };

const choreMilliseconds = 50;

async function live(life: Life): Promise<void> {
  const tell = (message: FromChild): void => void process.send?.(message);
  // a gateway that has accepted a message has it
  const told = (message: FromChild) => new Promise<void>((resolve) => process.send?.(message, () => resolve()));
  let now = life.startAt;
  const clock = {
    now: () => now,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
    set: (at: number) => {
      now = at;
    },
  };
  const opened = await openStore(life.store);
  const kept = life.loses === undefined ? opened : lossyStore(opened);
  const server = await startTestServer({
    store: life.death === undefined ? kept : mortalStore(kept, life.death),
    clock,
    // nothing that was drawn in an earlier life may be drawn again
    seed: randomUUID(),
    policy: racePolicy,
    customers: customersUpTo(life.customers),
    usage: { hourly: async () => [] },
    gateway: {
      hand: async (message) => {
        const code = codeIn({ method: 'email', text: message.text });
        const denialToken = /\/denial#([\w-]+)/.exec(message.text)?.[1];
        if (code !== undefined && denialToken !== undefined)
          await told({ type: 'handed', contact: message.contact, code, denialToken });
        return { outcome: 'accepted' };
      },
      close: async () => {},
    },
  });
  process.on('message', (message: ToChild) => {
    now = message.now;
    tell({ type: 'clock' });
  });
  setInterval(() => void server.outbox.run().catch(() => {}), choreMilliseconds);
  // not by its own `listen`, which makes the port a part of the issuer, and tokens have to outlive their server
  const address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  tell({ type: 'listening', port: Number(new URL(address).port) });
}

if (process.send !== undefined) await live(JSON.parse(process.argv[2] ?? '') as Life); // written by the parent
