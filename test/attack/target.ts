/** The server under attack, as an operator runs it: a process of its own, with limits as high as the policy lets them be. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface Target {
  readonly issuer: string;
  /** Bytes that the process holds, and of them those that are objects. */
  memory(): Promise<{ readonly resident: number; readonly heap: number }>;
  /** Everything that the process wrote. */
  output(): string;
  /** Posts a form as the energy auditor. */
  post(path: string, form: Readonly<Record<string, string>>): Promise<Record<string, unknown>>;
  /** Ends the process; resolves with its status. */
  stop(): Promise<number | null>;
}

export const accountNumber = (index: number): string => `9${String(index).padStart(6, '0')}`;
export const authorization = `Basic ${Buffer.from('energy-auditor:sandbox-secret').toString('base64')}`;

/** Starts the server with so many customers, beside Heather. */
export async function startTarget(customers: number): Promise<Target> {
  const folder = temporaryFolder();
  const customersFile = join(folder.path, 'customers.json');
  writeFileSync(customersFile, JSON.stringify(Array.from({ length: customers }, (_, index) => customer(index))));
  const [port, operationsPort] = [await freePort(), await freePort()];
  const process = startProcess({
    OTP_FLOW_HOST: '127.0.0.1',
    OTP_FLOW_PORT: String(port),
    OTP_FLOW_ISSUER: `http://127.0.0.1:${port}`,
    OTP_FLOW_OPERATIONS_PORT: String(operationsPort),
    OTP_FLOW_DATA: join(folder.path, 'data'),
    OTP_FLOW_CUSTOMERS: customersFile,
    OTP_FLOW_LIMIT_STARTS_PER_CLIENT: '1000000',
    OTP_FLOW_LIMIT_WRONG_CODES_PER_CLIENT: '100000',
    OTP_FLOW_LIMIT_WRONG_CODES_PER_ACCOUNT: '100',
    OTP_FLOW_LIMIT_SENDS_PER_ACCOUNT: '50',
  });
  await process.printed('OTP-flow is running');
  const issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    async memory() {
      const text = await (await fetch(`http://127.0.0.1:${operationsPort}/metrics`)).text();
      const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
      return { resident: value('process_resident_memory_bytes'), heap: value('nodejs_heap_size_used_bytes') };
    },
    output: () => process.output() + process.complaints(),
    async post(path, form) {
      const response = await fetch(issuer + path, {
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams(form),
      });
      return (await response.json()) as Record<string, unknown>; // every answer to a form has a JSON object
    },
    async stop() {
      const status = await process.ended('SIGTERM');
      folder.remove();
      return status;
    },
  };
}

const customer = (index: number) => ({
  accountId: `account-${index}`,
  accountNumber: accountNumber(index),
  meterNumber: `M${index}`,
  address: { street_address: `${index} Long Road`, postal_code: '90002' },
  contacts: { sms: `+120255501${String(index % 100).padStart(2, '0')}`, email: `customer-${index}@home.example` },
});
