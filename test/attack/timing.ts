/**
 * Asks the same of somebody known, somebody unknown and somebody whose budget is used up, one request after the other in
 * an order drawn by chance, and times the answers as a client does. Whether they can be told apart is for the rank test.
 */
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { median } from '../bench/bench.ts';
import { seededChance } from '../conformance/random.ts';
import { rankTest } from './rank-test.ts';
import { accountNumber, authorization, type Target } from './target.ts';

export const subjects = ['known', 'unknown', 'throttled'] as const;
export type SubjectKind = (typeof subjects)[number];
export const timedSteps = ['identification', 'delivery'] as const;
export type TimedStep = (typeof timedSteps)[number];

export type Times = Readonly<Record<TimedStep, Readonly<Record<SubjectKind, number[]>>>>;

export interface TimingOptions {
  readonly target: Pick<Target, 'issuer'>;
  /** Of each subject, for each step. */
  readonly rounds: number;
  /** Of the order. */
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

/** How many sends an account has in a window, less some for chance. */
const sendsOfCustomer = 40;
/** The account that is asked for until its budget is used up. */
export const throttledCustomer = 0;
/** Customers that are needed so that none of the known ones is throttled. */
export const customersFor = (rounds: number): number => 2 + Math.ceil(rounds / sendsOfCustomer);

/** Times so many identifications and deliveries of each subject, in milliseconds. */
export async function measureTimes({ target, rounds, seed, onProgress }: TimingOptions): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const empty = (): Record<SubjectKind, number[]> => ({ known: [], unknown: [], throttled: [] });
  const times = { identification: empty(), delivery: empty() };
  const asked = { known: 0, unknown: 0, throttled: 0 };
  const subjectId = (kind: SubjectKind): string => {
    asked[kind] += 1;
    const number = {
      known: () => accountNumber(1 + Math.floor(asked.known / sendsOfCustomer)),
      unknown: () => accountNumber(900_000 - (asked.unknown % 50_000)),
      throttled: () => accountNumber(throttledCustomer),
    }[kind]();
    return JSON.stringify({ format: 'account_number', account_number: number });
  };
  const visit = async (kind: SubjectKind, isCounted: boolean): Promise<void> => {
    const opened = await timedPost(agent, `${target.issuer}/otp-authorization`, {
      sub_id: subjectId(kind),
      scope: 'usage:read',
    });
    const session = (JSON.parse(opened.body) as { auth_session?: string }).auth_session;
    if (session === undefined) throw new Error(`no session was issued: ${opened.body}`);
    const sent = await timedPost(agent, `${target.issuer}/otp-delivery`, {
      auth_session: session,
      delivery_option: 'sms',
    });
    if (sent.status !== 200) throw new Error(`nothing was sent: ${sent.body}`);
    if (!isCounted) return;
    times.identification[kind].push(opened.milliseconds);
    times.delivery[kind].push(sent.milliseconds);
  };
  for (let round = 0; round < 60; round += 1) await visit('throttled', false); // until the budget is used up
  for (let round = 0; round < 60; round += 1) await visit('unknown', false); // and the code is warm
  // all visits in one order: within rounds, a subject would come after itself less often than after the others, and what
  // the server still does for one visit, such as handing over a message, would slow the next in favour of some
  const visits = seededChance(seed).shuffled(Array.from({ length: rounds }, () => subjects).flat());
  for (const [place, kind] of visits.entries()) {
    await visit(kind, true);
    if ((place + 1) % subjects.length === 0) onProgress?.((place + 1) / subjects.length);
  }
  agent.destroy();
  return times;
}

export interface TimingVerdict {
  readonly step: TimedStep;
  readonly pair: readonly [SubjectKind, SubjectKind];
  readonly medians: readonly [number, number];
  readonly chance: number;
  readonly standardError: number;
  readonly distinguishable: boolean;
}

const pairs = [
  ['known', 'unknown'],
  ['known', 'throttled'],
  ['unknown', 'throttled'],
] as const;

/** The rank test of each step and pair. */
export const timingVerdicts = (times: Times): TimingVerdict[] =>
  timedSteps.flatMap((step) =>
    pairs.map((pair) => {
      const [one, other] = [times[step][pair[0]], times[step][pair[1]]];
      return { step, pair, medians: [median(one), median(other)] as const, ...rankTest(one, other) };
    }),
  );

const timedPost = (
  agent: Agent,
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string; readonly milliseconds: number }> =>
  new Promise((resolve, reject) => {
    const body = new URLSearchParams(form).toString();
    const headers = {
      authorization,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    };
    const outgoing = request(url, { agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const milliseconds = performance.now() - startedAt;
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), milliseconds });
      });
    });
    outgoing.on('error', reject);
    const startedAt = performance.now();
    outgoing.end(body);
  });
