/** The operator's own port: health, readiness and metrics. Nothing of it is on the port that clients use. */
import Fastify, { type FastifyInstance } from 'fastify';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** Paths on the operator's port. */
export const operationsPaths = { live: '/health/live', ready: '/health/ready', metrics: '/metrics' } as const;

/** An application of its own, ready to listen. */
export function operations({ health, metrics }: { health: Health; metrics: Metrics }): FastifyInstance {
  const http = Fastify({ logger: false, forceCloseConnections: true });
  http.get(operationsPaths.live, async (_request, reply) => reply.type('text/plain').send('alive\n'));
  http.get(operationsPaths.ready, async (_request, reply) => {
    const readiness = await health.readiness();
    const isReady = readiness.outcome === 'ready';
    return reply
      .code(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ready\n' : `not ready: ${readiness.reason}\n`);
  });
  http.get(operationsPaths.metrics, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  return http;
}
