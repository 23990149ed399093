/** Sends hostile requests over the network, a few at a time, and holds each answer against the OpenAPI document. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { answerProblem } from './document.ts';
import { type HostileRequest, hostileRequest, type Loot } from './hostile-request.ts';

export interface AssaultOptions {
  readonly issuer: string;
  readonly loot: Loot;
  readonly requests: number;
  readonly seed: number;
  readonly onProgress?: (sent: number) => void | Promise<void>;
}

export interface AssaultReport {
  readonly sent: number;
  /** How often each status came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What was wrong with answers, and how often. */
  readonly problems: Readonly<Record<string, number>>;
  /** A request that showed a problem, for each. */
  readonly examples: Readonly<Record<string, HostileRequest>>;
}

const atOnce = 8;
const batch = 500;

/** Sends all requests; ends by itself. */
export async function assault({ issuer, loot, requests, seed, onProgress }: AssaultOptions): Promise<AssaultReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const statuses: Record<string, number> = {};
  const problems: Record<string, number> = {};
  const examples: Record<string, HostileRequest> = {};
  const arbitrary = hostileRequest(loot);
  let sent = 0;
  const one = async (hostile: HostileRequest): Promise<void> => {
    const answer = await sendOne(issuer, agent, hostile);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const problem = answer.status === 0 ? 'no answer' : answerProblem(hostile.endpoint, answer);
    if (problem === undefined) return;
    problems[problem] = (problems[problem] ?? 0) + 1;
    examples[problem] ??= hostile;
  };
  while (sent < requests) {
    const queue = fc.sample(arbitrary, { numRuns: Math.min(batch, requests - sent), seed: seed + sent });
    sent += queue.length;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) await one(next);
      }),
    );
    if (sent % 5_000 < batch) await rawNoise(issuer, seed + sent);
    await onProgress?.(sent);
  }
  agent.destroy();
  return { sent, statuses, problems, examples };
}

interface Received {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly isHead: boolean;
}

const sendOne = (issuer: string, agent: Agent, hostile: HostileRequest): Promise<Received> =>
  new Promise((resolve) => {
    const isHead = hostile.method === 'HEAD';
    const url = new URL(issuer + hostile.endpoint.path + hostile.query);
    const { method, headers, body } = hostile;
    const outgoing = request(
      url,
      { agent, method, headers: { ...headers, 'content-length': body.length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body: Buffer.concat(chunks).toString('utf8'),
            isHead,
          }),
        );
      },
    );
    outgoing.on('error', () => resolve({ status: 0, contentType: '', body: '', isHead }));
    outgoing.setTimeout(20_000, () => outgoing.destroy());
    outgoing.end(body);
  });

/** Bytes that are no HTTP, and requests that stop in the middle: nobody owes them an answer, and they must cost nothing. */
async function rawNoise(issuer: string, seed: number): Promise<void> {
  const { hostname, port } = new URL(issuer);
  const starts = [
    'POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\nabc',
    'GET / HTTP/9.9\r\n\r\n',
    '\r\n\r\n',
    'POST /token HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n',
  ];
  const noises = [
    ...starts.map((text) => Buffer.from(text)),
    ...fc.sample(fc.uint8Array({ maxLength: 400 }), { numRuns: 8, seed }).map((bytes) => Buffer.from(bytes)),
  ];
  await Promise.all(
    noises.map(
      (noise) =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () => socket.end(noise));
          socket.setTimeout(1_000, () => socket.destroy());
          socket.on('error', () => {});
          socket.on('close', () => resolve());
          socket.resume();
        }),
    ),
  );
}
