/**
 * Hands waiting messages over. What is to become of a message is decided by the machine of the delivery channel; here is
 * found out which event it is time for.
 */
import {
  type Effect,
  type MachineEvent,
  type RunnableMachine,
  type ServerEffect,
  type Snapshot,
  step,
} from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { bodyOf, type MessageRecord, type TransactionRecord, transactionInLog } from '../exchange/records.ts';
import type { DeliveryGateway, OutgoingMessage, StoredRow } from '../ports.ts';

type ChannelDuty = Extract<ServerEffect, 'handOver' | 'forgetMessage' | 'tryAgainLater'>;

export interface Outbox {
  /** Hands over what is due now; says how many messages it looked at, once none of them is in hand any more. */
  run(): Promise<number>;
}

/** How many messages are in hand at a time, so that gateways that are slow keep few others waiting. */
const atOnce = 100;
/** How long another process leaves a message alone that this one is handing over. */
const leaseMilliseconds = 60_000;
const backoffMilliseconds = 2_000;
const gatewayFailed = { outcome: 'refused', reason: 'the gateway failed' } as const;

/**
 * The outbox of an authorization server. Messages are handed over side by side: one gateway that does not answer holds up
 * none that does. A run that is asked for meanwhile takes what has become due since.
 */
export function createOutbox(server: AuthorizationServer, gateway: DeliveryGateway): Outbox {
  const { channel } = server;
  const inHand = new Map<string, Promise<void>>();
  return {
    run: async () => {
      const free = atOnce - inHand.size;
      const due = free < 1 ? [] : await server.ports.store.due('message', server.ports.clock.now(), atOnce);
      const rows = due.filter(({ key }) => !inHand.has(key)).slice(0, free);
      for (const row of rows) {
        const work = advance(server, gateway, channel, row).finally(() => inHand.delete(row.key));
        inHand.set(row.key, work);
      }
      await Promise.all(inHand.values());
      return rows.length;
    },
  };
}

async function advance(
  server: AuthorizationServer,
  gateway: DeliveryGateway,
  channel: RunnableMachine,
  row: StoredRow,
): Promise<void> {
  const record = bodyOf<MessageRecord>(row);
  if (record.decoy) {
    await server.ports.store.commit([{ ...row, expectedVersion: row.version, body: undefined }]);
    return;
  }
  const duties: Readonly<Record<ChannelDuty, (work: Work) => Promise<void>>> = {
    handOver: async (work) => {
      if (work.record.sealed === null) return;
      if (!(await save(server, work, { dueAt: server.ports.clock.now() + leaseMilliseconds }))) return;
      const outgoing = JSON.parse(await server.ports.keys.unseal(work.record.sealed)) as OutgoingMessage; // sealed by this server
      // a gateway that throws has not taken the message either, and has to be counted
      const handed = await gateway.hand(outgoing).catch(() => gatewayFailed);
      server.ports.log.note('message.handed', {
        outcome: handed.outcome,
        method: outgoing.method,
        transaction: transactionInLog(work.record.transaction),
        ...(handed.outcome === 'refused' ? { reason: handed.reason } : {}),
      });
      await take(work, { type: `gateway.${handed.outcome}` } as MachineEvent); // an event without attributes
    },
    forgetMessage: async (work) => {
      work.record = { ...work.record, sealed: null };
      await save(server, work, { dueAt: null });
    },
    tryAgainLater: async (work) => {
      const attempts = Number(work.record.machine.context.attempts ?? 0);
      await save(server, work, { dueAt: server.ports.clock.now() + backoffMilliseconds * attempts });
    },
  };
  const take = async (work: Work, event: MachineEvent): Promise<void> => {
    const { snapshot, effects } = step(channel, work.record.machine, event);
    work.record = { ...work.record, machine: snapshot };
    for (const duty of dutiesIn(effects)) await duties[duty](work);
  };
  await take({ row, record, version: row.version }, await eventFor(server, record));
}

interface Work {
  readonly row: StoredRow;
  record: MessageRecord;
  version: number;
}

const dutiesIn = (effects: readonly Effect[]): ChannelDuty[] =>
  effects.flatMap((effect) => (effect.type === 'perform' ? [effect.params.duty as ChannelDuty] : [])); // a test walks all duties of this machine

async function save(
  server: AuthorizationServer,
  work: Work,
  { dueAt }: { readonly dueAt: number | null },
): Promise<boolean> {
  const { kind, key, expiresAt } = work.row;
  const saved = await server.ports.store.commit([
    { kind, key, expectedVersion: work.version, body: work.record, dueAt, expiresAt },
  ]);
  if (saved) work.version += 1;
  return saved;
}

/** Which event it is time for: the passcode was replaced, it has expired, or the message can go. */
async function eventFor(server: AuthorizationServer, record: MessageRecord): Promise<MachineEvent> {
  const event = (type: string) => ({ type }) as MachineEvent; // events without attributes
  if (server.ports.clock.now() >= record.lapsesAt) return event('code.lapsed');
  if (record.codeNumber === null) return event('handover.due');
  const [row] = await server.ports.store.read([{ kind: 'transaction', key: record.transaction }]);
  const transaction = row === undefined ? undefined : bodyOf<TransactionRecord>(row);
  const current =
    transaction !== undefined && isPending(transaction.machine) && transaction.codes.length === record.codeNumber;
  return event(current ? 'handover.due' : 'code.superseded');
}

const isPending = ({ value }: Snapshot): boolean => value.startsWith('pending.');
