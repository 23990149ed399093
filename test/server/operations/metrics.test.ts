/** What an operator's monitoring reads: every answer counted once, by exchange and outcome, and nothing of anybody in it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { healthOf } from '../../../server/operations/health.ts';
import { createMetrics } from '../../../server/operations/metrics.ts';
import { everyLog, lineLog } from '../../../server/operations/operator-log.ts';
import { operations } from '../../../server/operations/plugin.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const metrics = createMetrics();
const clock = fakeClock();
const lines: string[] = [];
const http = operations({ metrics, health: healthOf(createMemoryStore(), clock) });
const log = everyLog(
  lineLog(clock, (line) => lines.push(line)),
  metrics.log,
);

beforeAll(() => {
  log.note('redemption.answered', { outcome: 'codeWrong', client: 'energy-auditor', transaction: 'abc' });
  log.note('redemption.answered', { outcome: 'codeWrong', client: 'other-auditor', transaction: 'def' });
  log.note('identification.turned-away', { outcome: 'requestMalformed', rule: 'bodyNotAForm' });
  log.note('message.handed', { outcome: 'refused', method: 'sms', reason: 'timeout' });
  log.note('transaction.denied', { state: 'denied', transaction: 'abc' });
  log.note('chore.failed', { detail: 'SQLITE_BUSY' });
});
afterAll(() => http.close());

const read = async (): Promise<string> => (await http.inject({ url: '/metrics' })).body;

it.each([
  'otp_flow_answers_total{exchange="redemption",outcome="codeWrong"} 2',
  'otp_flow_answers_total{exchange="identification",outcome="requestMalformed"} 1',
  'otp_flow_messages_total{method="sms",outcome="refused"} 1',
  'otp_flow_denials_total 1',
  'otp_flow_failures_total{event="chore.failed"} 1',
])('Prometheus reads %s', async (line) => {
  expect((await read()).split('\n')).toContain(line);
});

it('No client, transaction or reason is a label: there are too many of them, and they are nobody else’s business', async () => {
  expect(await read()).not.toMatch(/energy-auditor|abc|timeout/);
});

it('The log has the same, one JSON object a line with its time and how grave it is', () => {
  const notes = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(notes[0]).toEqual({
    level: 'info',
    at: new Date(clock.now()).toISOString(),
    event: 'redemption.answered',
    outcome: 'codeWrong',
    client: 'energy-auditor',
    transaction: 'abc',
  });
  expect(notes.map(({ level }) => level)).toEqual(['info', 'info', 'warn', 'info', 'warn', 'error']);
});

it('The operator’s port says that the process lives and is ready', async () => {
  expect((await http.inject({ url: '/health/live' })).body).toBe('alive\n');
  expect((await http.inject({ url: '/health/ready' })).body).toBe('ready\n');
});
