import type { RowWrite } from '../../../server/ports.ts';

/** A write of a transaction row that nobody has to look at, with what a test changes. */
export const write = (key: string, expectedVersion: number, body: unknown, more: Partial<RowWrite> = {}): RowWrite => ({
  kind: 'transaction',
  key,
  expectedVersion,
  body,
  dueAt: null,
  expiresAt: null,
  ...more,
});
