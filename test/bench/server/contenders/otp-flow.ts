/**
 * The reference server as an operator runs it, without sandbox: every port is the real one, but that customers are made
 * up by their number, messages are taken by a gateway in the process, and passcodes are known beforehand. Its argument
 * says where it keeps its rows: a folder, a `postgres://` URL, or `memory`.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '../../../../model/index.ts';
import { buildApp } from '../../../../server/app.ts';
import { steadyClock } from '../../../../server/chance/clock.ts';
import { systemRandomness } from '../../../../server/chance/randomness.ts';
import { openClientDirectory } from '../../../../server/clients/client-file.ts';
import { hashClientSecret } from '../../../../server/clients/client-secret.ts';
import { openKeyRing } from '../../../../server/keys/key-ring.ts';
import { silentLog } from '../../../../server/operations/operator-log.ts';
import type { Store } from '../../../../server/ports.ts';
import { openLibsqlStore } from '../../../../server/store/libsql-store.ts';
import { createMemoryStore } from '../../../../server/store/memory-store.ts';
import { openPostgresStore } from '../../../../server/store/postgres-store.ts';
import { sampleUsage } from '../../../../server/usage/sample-usage.ts';
import { announce, benchClient, codeOf } from './entry.ts';

const [place = 'memory', pause = '20'] = process.argv.slice(2);

async function storeAt(where: string): Promise<Store> {
  if (where === 'memory') return createMemoryStore();
  return where.startsWith('postgres:') ? openPostgresStore(where) : openLibsqlStore(join(where, 'store.db'));
}

const keyFolder = mkdtempSync(join(tmpdir(), 'otp-flow-bench-keys-'));
const clock = steadyClock();
const store = await storeAt(place);
const { http, outbox } = await buildApp({
  settings: {
    issuer: 'https://utility.example',
    utilityName: 'Oakfield Power',
    // the client is as busy as it can be, and comes back to the same customers
    policy: {
      ...defaultPolicy,
      limits: { ...defaultPolicy.limits, startsPerClient: 1_000_000, sendsPerAccount: 50, clientWindowSeconds: 60 },
    },
    codeCharset: 'numeric',
  },
  ports: {
    clock,
    store,
    randomness: systemRandomness,
    keys: await openKeyRing(join(keyFolder, 'keys.json')),
    clients: openClientDirectory([
      {
        clientId: benchClient.id,
        displayName: 'Bench Audits',
        authentication: { method: 'clientSecretBasic', secretSha256: hashClientSecret(benchClient.secret) },
        scopes: ['usageRead'],
        mayUseOtp: true,
      },
    ]),
    customers: {
      canonical: (subject) => subject,
      find: async (subject) => {
        if (subject.format !== 'account_number') return undefined;
        const digits = subject.account_number.slice(-8);
        return { accountId: digits, contacts: { sms: `+1707${digits}`, email: `c${digits}@example.com` } };
      },
    },
    usage: sampleUsage,
    log: silentLog,
    fixedCode: (contact) => codeOf(Number(contact.slice(-8))),
  },
  gateway: { hand: async () => ({ outcome: 'accepted' }), close: async () => {} },
  pauseMilliseconds: Number(pause),
});
await http.listen({ host: '127.0.0.1', port: 0 });
const failed = (error: unknown): void => console.error(error);
setInterval(() => {
  outbox.run().catch(failed);
  store.purge(clock.now()).catch(failed);
}, 1_000);
announce(http.server);
