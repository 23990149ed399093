/**
 * Numbers for an operator's monitoring, in the text format of Prometheus. What happened is counted from the notes of the
 * log, so that whatever is told in words is also counted, and nothing is counted that has no words.
 */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { OperatorLog } from '../ports.ts';

export interface Metrics {
  /** Counts what is noted. */
  readonly log: OperatorLog;
  /** Times the answers of an application; to be called before its routes are registered. */
  time(http: FastifyInstance): void;
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>;
  readonly contentType: string;
}

const bucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Counters of one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'otp_flow_answers_total',
    help: 'Answers, by exchange and outcome of the exchange matrix.',
    labelNames: ['exchange', 'outcome'],
    registers,
  });
  const messages = new Counter({
    name: 'otp_flow_messages_total',
    help: 'Messages handed to a delivery gateway, by method and whether the gateway took them.',
    labelNames: ['method', 'outcome'],
    registers,
  });
  const denials = new Counter({
    name: 'otp_flow_denials_total',
    help: 'Transactions that a resource owner denied.',
    registers,
  });
  const failures = new Counter({
    name: 'otp_flow_failures_total',
    help: 'What went wrong in this process, by event of the log; anything above nought deserves a look.',
    labelNames: ['event'],
    registers,
  });
  const durations = new Histogram({
    name: 'otp_flow_answer_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by exchange.',
    labelNames: ['exchange'],
    buckets: bucketsSeconds,
    registers,
  });
  return {
    log: {
      note(event, { outcome = 'none', method = 'none' }) {
        const [subject = '', verb] = event.split('.');
        if (verb === 'answered' || verb === 'turned-away') answers.inc({ exchange: subject, outcome: String(outcome) });
        else if (event === 'message.handed') messages.inc({ method: String(method), outcome: String(outcome) });
        else if (event === 'transaction.denied') denials.inc();
        else if (verb === 'failed') failures.inc({ event });
      },
    },
    time(http) {
      http.addHook('onResponse', async (request, reply) => {
        const { exchange } = request.routeOptions.config;
        if (exchange !== undefined) durations.observe({ exchange }, reply.elapsedTime / 1000);
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
