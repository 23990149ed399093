/** What the servers of a comparison have in common: a process each, a port of its own, and a word when it listens. */
import type { AddressInfo, Server } from 'node:net';

/** The client of every contender, with a secret as RFC 6749 §2.3.1 sends it. */
export const benchClient = { id: 'bench-auditor', secret: 'c2VjcmV0LXRoYXQtaXMtbG9uZy1lbm91Z2g' } as const;

/** Names a customer by account number; the phone number tells the passcode, so that whoever measures knows it. */
export const accountNumberOf = (customer: number): string => `7${String(customer).padStart(9, '0')}`;

/** Passcode of a customer: eight digits. */
export const codeOf = (customer: number): string => String(customer).padStart(8, '0');

/** Tells the parent where to find this server, and answers its questions about the memory it holds. */
export function announce(server: Server): void {
  const { port } = server.address() as AddressInfo; // it listens on a port
  process.send?.({ port });
  process.on('message', (word) => {
    if (word !== 'usage') return;
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ processorSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage().rss });
  });
  process.on('disconnect', () => process.exit(0));
}
