/** The generated table keeps its word: every row is played, and ends as it says. */
import { describe, expect, it } from 'vitest';
import { messageFates } from '../../../model/index.ts';
import { answersOf, exchangeNames } from '../../../spec/emit/answers.ts';
import { emitSandboxTable, type SandboxTable, sandboxTable } from '../../../spec/emit/sandbox-table.ts';
import { playRow, type Send } from './row-player.ts';
import { openSandboxServer, type SandboxServer } from './sandbox-server.ts';

// as a program in another language would get it
const table = JSON.parse(emitSandboxTable()[0]?.content ?? '') as SandboxTable;
const secret = table.clients[0]?.clientSecret ?? '';

const sendTo =
  ({ app }: SandboxServer): Send =>
  async ({ method, path, headers, body }) => {
    const answer = await app.http.inject({
      method: method as 'GET' | 'POST', // the rows know no others
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, text: answer.body, nonce: answer.headers['dpop-nonce']?.toString() };
  };

describe('The sandbox table', () => {
  it('is the same bytes each time, and JSON says what the tables say', () => {
    expect(emitSandboxTable()).toEqual(emitSandboxTable());
    expect(table).toEqual(sandboxTable());
    const page = emitSandboxTable()[1]?.content ?? '';
    for (const { id } of table.rows) expect(page).toContain(`| \`${id}\` |`);
  });

  it('reaches every answer of every exchange and every fate of a message, in four requests at most', () => {
    const reached = table.rows.map(({ reaches }) =>
      'fate' in reaches ? reaches.fate : `${reaches.exchange} ${reaches.outcome}`,
    );
    const answers = exchangeNames.flatMap((name) => answersOf(name).map(({ outcome }) => `${name} ${outcome}`));
    expect(answers.length).toBeGreaterThan(40);
    expect([...new Set(reached)].sort()).toEqual([...answers, ...Object.keys(messageFates)].sort());
    for (const { id, requests } of table.rows) expect(requests.length, id).toBeLessThanOrEqual(4);
    expect(table.rows.filter(({ requests }) => requests.length > 2).length).toBeGreaterThan(5);
  });

  it.each(table.rows.map((row) => [row.id, row] as const))('is right about %s', async (_id, row) => {
    const server = await openSandboxServer();
    await playRow(row, secret, sendTo(server), server);
  });

  it('is right on a server that has played all of it before, in another order', async () => {
    const server = await openSandboxServer();
    for (const row of [...table.rows, ...[...table.rows].reverse()]) await playRow(row, secret, sendTo(server), server);
  });

  it('is found wrong when a row says another answer than there is', async () => {
    const [row] = table.rows.filter(({ id }) => id === 'delivery/ownerDenied');
    const server = await openSandboxServer();
    const send = sendTo(server);
    if (row === undefined) throw new Error('there is such a row');
    await expect(playRow({ ...row, reaches: { ...row.reaches, status: 401 } }, secret, send, server)).rejects.toThrow();
    await expect(playRow({ ...row, requests: row.requests.slice(0, 1) }, secret, send, server)).rejects.toThrow();
  });

  it('is found wrong where there is no sandbox', async () => {
    const [row] = table.rows.filter(({ id }) => id === 'delivery/ownerDenied');
    if (row === undefined) throw new Error('there is such a row');
    const server = await openSandboxServer({ hasSandbox: false });
    await expect(playRow(row, secret, sendTo(server), server)).rejects.toThrow();
  });
});
