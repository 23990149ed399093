/** The handlers of the generated routes: front door, exchange, answer. */
import type { FastifyRequest } from 'fastify';
import type { EarlyViolation, ExchangeHandlers, ExchangeName, Exchanges } from '../../generated/server/routes.ts';
import { admissionRules, initialParties, metadataOf, performExchange, type UsageResponse } from '../../model/index.ts';
import { admit, type Received } from '../admission/admission.ts';
import { resolutionOf } from '../admission/resource-rules.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { Unavailable } from '../dependencies.ts';
import type { DecodedForm } from '../http/form.ts';
import { currentNonce } from '../proofs/nonce.ts';
import { monthlyTotals } from '../usage/monthly-totals.ts';
import { answerTo } from './answer.ts';
import { type Conducted, conduct, type Intent } from './conduct.ts';
import { conductOnGrant } from './conduct-grant.ts';
import { type AskedOfGrant, introspectionIntent, refreshIntent, revocationIntent } from './grant-intents.ts';
import { deliveryIntent, identificationIntent, redemptionIntent } from './intents.ts';
import { servedMethods } from './offer.ts';
import { transactionInLog } from './records.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was read, when it was a form. */
    form?: DecodedForm;
  }
}

/** All handlers. */
export function handlersOf(server: AuthorizationServer): ExchangeHandlers {
  return {
    identification: transactional(server, 'identification', identificationIntent, ({ session }) => session),
    delivery: transactional(server, 'delivery', deliveryIntent, ({ code }) => code),
    redemption: transactional(server, 'redemption', redemptionIntent, ({ token }) => token),
    refresh: onGrant(server, 'refresh', refreshIntent),
    revocation: onGrant(server, 'revocation', revocationIntent),
    introspection: onGrant(server, 'introspection', introspectionIntent),
    metadata: reading(server, 'metadata', () => metadataOf(server.settings.issuer, servedMethods(server.settings))),
    keys: reading(server, 'keys', () => server.ports.keys.publicKeys()),
    usage: reading(server, 'usage', usageOf),
  };
}

type Handler<Name extends ExchangeName> = (
  request: FastifyRequest,
  early: EarlyViolation | undefined,
) => Promise<Exchanges[Name]['answer']>;

/** Turns the failure of a dependency into the rule of the model that says what a client is told then. */
function orUnavailable<Name extends 'identification' | 'delivery' | 'redemption'>(
  server: AuthorizationServer,
  exchange: Name,
  handler: Handler<Name>,
): Handler<Name> {
  return async (request, early) => {
    try {
      return await handler(request, early);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      server.ports.log.note('dependency.failed', { exchange, detail: error.message });
      return turnedAway(server, exchange, { violation: 'dependencyUnavailable', name: '' });
    }
  };
}

function transactional<Name extends 'identification' | 'delivery' | 'redemption'>(
  server: AuthorizationServer,
  exchange: Name,
  intentOf: (received: Received) => Intent | Promise<Intent>,
  bodyOf: (reply: Conducted['reply']) => unknown,
): Handler<Name> {
  return orUnavailable(server, exchange, async (request, early) => {
    const received = receivedBy(server, exchange, request, early);
    const admission = await admit(received);
    if (admission.violation !== 'none') return turnedAway(server, exchange, admission);
    const intent = await intentOf(received);
    const conducted = await conduct(server, exchange, intent);
    server.ports.log.note(`${exchange}.answered`, {
      outcome: conducted.outcome,
      client: received.client?.clientId ?? '',
      transaction: transactionInLog(intent.transactionKey),
    });
    return answerTo(exchange, conducted.outcome, {
      body: bodyOf(conducted.reply),
      retryAfterSeconds: conducted.retryAfterSeconds,
    });
  });
}

function onGrant<Name extends 'refresh' | 'revocation' | 'introspection'>(
  server: AuthorizationServer,
  exchange: Name,
  intentOf: (received: Received) => Promise<AskedOfGrant>,
): Handler<Name> {
  return async (request, early) => {
    const received = receivedBy(server, exchange, request, early);
    const admission = await admit(received);
    if (admission.violation !== 'none') return turnedAway(server, exchange, admission);
    const intent = await intentOf(received);
    const conducted = await conductOnGrant(server, exchange, intent);
    const client = received.client?.clientId ?? '';
    server.ports.log.note(`${exchange}.answered`, { outcome: conducted.outcome, client });
    return answerTo(exchange, conducted.outcome, { body: intent.answer(conducted) });
  };
}

function reading<Name extends 'metadata' | 'keys' | 'usage'>(
  server: AuthorizationServer,
  exchange: Name,
  bodyOf: (received: Received) => unknown,
): Handler<Name> {
  return async (request, early) => {
    const received = receivedBy(server, exchange, request, early);
    const admission = await admit(received);
    if (admission.violation !== 'none') return turnedAway(server, exchange, admission);
    const { outcome } = performExchange(server.machines, initialParties(server.machines), exchange, {
      violation: 'none',
    });
    server.ports.log.note(`${exchange}.answered`, { outcome });
    return answerTo(exchange, outcome, { body: await bodyOf(received) });
  };
}

function turnedAway<Name extends ExchangeName>(
  server: AuthorizationServer,
  exchange: Name,
  { violation, name }: { readonly violation: keyof typeof admissionRules; readonly name: string },
): Exchanges[Name]['answer'] {
  const { outcome } = performExchange(server.machines, initialParties(server.machines), exchange, { violation });
  server.ports.log.note(`${exchange}.turned-away`, { outcome, rule: violation });
  const words = admissionRules[violation].words.replace('{name}', name);
  return answerTo(exchange, outcome, { words, nonce: currentNonce(server) });
}

function receivedBy(
  server: AuthorizationServer,
  exchange: ExchangeName,
  request: FastifyRequest,
  early: EarlyViolation | undefined,
): Received {
  const { form } = request;
  const parameters = form?.outcome === 'decoded' ? form.parameters : new Map<string, string>();
  return { server, exchange, request, early, form, parameters };
}

async function usageOf(received: Received): Promise<UsageResponse> {
  const { ports } = received.server;
  if (received.token === undefined) throw new Error('the front door lets nobody in without a token');
  const hourly = await ports.usage.hourly(received.token.accountId, ports.clock.now());
  const resolution = resolutionOf(received);
  return { resolution, intervals: resolution === 'hour' ? hourly : monthlyTotals(hourly) };
}
