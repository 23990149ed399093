/**
 * Requests that break one rule each, at every endpoint: the cases are those of `tests/exchange-cases.json`, and how each
 * rule is broken stands here. A rule that nobody here knows how to break is a failure, not a gap.
 */
import { inShort, refused } from '../answers.ts';
import { type Case, profileOf } from '../case.ts';
import { asserting, nobody } from '../clients.ts';
import { type FormExchange, formExchanges, refreshGrantType } from '../discovery.ts';
import { type ExchangeCase, exchangeCases, requirementsOfOutcome, requirementsOfRule } from '../facts.ts';
import { neverIssued } from '../grant.ts';
import type { ProfileName } from '../options.ts';
import { duringOutage } from '../outage.ts';
import { Deviation, Skipped, same } from '../problem.ts';
import { needsProofs } from '../proofs.ts';
import { type Form, neverGivenOut, type Stage } from '../stage.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';
import { clientFor, limitFor } from '../world.ts';

/** A right form for each endpoint, as far as the front door looks. */
export function baseForm(stage: Stage, exchange: FormExchange): Form {
  switch (exchange) {
    case 'identification':
      return stage.identification();
    case 'delivery':
      return { auth_session: neverGivenOut, delivery_option: 'sms' };
    case 'redemption':
      return stage.redemption(neverGivenOut, '00000000');
    case 'refresh':
      return { grant_type: refreshGrantType, refresh_token: neverIssued };
    case 'revocation':
    case 'introspection':
      return { token: neverIssued };
  }
}

/** The parameter without which a request is not whole, and one that can be made too long. */
export const telling = {
  identification: { needed: 'sub_id', malformed: { ui_locales: '*' } },
  delivery: { needed: 'delivery_option', malformed: { delivery_option: 'a'.repeat(65) } },
  redemption: { needed: 'user_code', malformed: { user_code: '1'.repeat(65) } },
  refresh: { needed: 'refresh_token', malformed: { refresh_token: 'a'.repeat(513) } },
  revocation: { needed: 'token', malformed: { token_type_hint: 'a'.repeat(65) } },
  introspection: { needed: 'token', malformed: { token_type_hint: 'a'.repeat(65) } },
} as const satisfies Record<FormExchange, { readonly needed: string; readonly malformed: Form }>;

type Breaking = (stage: Stage, exchange: FormExchange) => Promise<WireRequest>;

/** A form with something else than the base; credentials included. */
const form =
  (change: (stage: Stage, exchange: FormExchange) => Form): Breaking =>
  (stage, exchange) =>
    stage.formRequest(exchange, { ...baseForm(stage, exchange), ...change(stage, exchange) });

/** A right request whose body is another one. */
const body =
  (change: (body: string, stage: Stage) => WireRequest['body'], contentType?: string): Breaking =>
  async (stage, exchange) => {
    const request = await stage.formRequest(exchange, baseForm(stage, exchange));
    const headers = contentType === undefined ? request.headers : { ...request.headers, 'content-type': contentType };
    return { ...request, headers, body: change(String(request.body), stage) ?? '' };
  };

/** By rule: a request that breaks it and no other. */
const breaking: Readonly<Record<string, Breaking>> = {
  methodNotAllowed: async (stage, exchange) => {
    const { body: _body, ...request } = await stage.formRequest(exchange, {});
    return { ...request, method: 'GET' };
  },
  contentTypeWrong: body(() => '{}', 'application/json'),
  bodyTooLarge: body((right, stage) => {
    const bound = stage.world.config.limits?.requestBytes ?? 1_048_576;
    return `${right}&filler=${'a'.repeat(bound)}`;
  }),
  bodyUnreadable: body((right) => `${right}&filler=%`),
  parameterRepeated: body((right) => `${right}&${right.split('&')[0]}`),
  authenticationAmbiguous: async (stage, exchange) => {
    const twice = asserting('a.b.c').parameters;
    const request = await stage.formRequest(exchange, { ...baseForm(stage, exchange), ...twice });
    const authorization = request.headers.authorization ?? 'Basic YTpi';
    return { ...request, headers: { ...request.headers, authorization } };
  },
  clientUnauthenticated: (stage, exchange) => stage.formRequest(exchange, baseForm(stage, exchange), nobody),
  clientUnauthorized: (stage, exchange) =>
    stage.formRequest(exchange, baseForm(stage, exchange), clientFor(stage.world, 'unauthorized')),
  parameterMissing: form((_stage, exchange) => ({ [telling[exchange].needed]: undefined })),
  parameterMalformed: form((_stage, exchange) => telling[exchange].malformed),
  subIdMalformed: form(() => ({ sub_id: 'somebody' })),
  subIdFormatUnsupported: form(() => ({ sub_id: JSON.stringify({ format: 'shoe_size', shoe_size: '43' }) })),
  scopeInvalid: form(() => ({ scope: 'no:such:scope' })),
  authorizationDetailsInvalid: form(() => ({ authorization_details: '[{"type":"no-such-type"}]' })),
  targetUnknown: form(() => ({ resource: 'https://resource.example/' })),
  proofUnreadable: async (stage, exchange) => {
    needsProofs(stage);
    const request = await stage.formRequest(exchange, baseForm(stage, exchange));
    return { ...request, headers: { ...request.headers, dpop: 'made-up' } };
  },
  grantTypeMissing: form(() => ({ grant_type: undefined })),
  grantTypeUnsupported: form(() => ({ grant_type: 'urn:example:no-such-grant' })),
};

const isForm = (exchange: string): exchange is FormExchange => (formExchanges as readonly string[]).includes(exchange); // compared as text

/** The cases of the front door at every endpoint that takes forms, and the methods of the others. */
export function frontDoorCases(): Case[] {
  return exchangeCases().flatMap((one): Case[] => {
    const { id, exchange, facts, outcome } = one;
    const rule = facts.violation ?? 'none';
    if (rule === 'none' || exchange === 'usage') return []; // of the suites about transactions and tokens
    return [
      {
        id: `http/${id}`,
        suite: 'http',
        profile: profileFor(exchange, rule),
        title: titleOf(one, rule),
        requirements: [...new Set([...requirementsOfRule(rule), ...requirementsOfOutcome(outcome)])],
        play: async (stage) => {
          const answer = await played(stage, exchange, rule);
          stage.move({ request: exchange, facts });
          refused(titleOf(one, rule).replace(/ is refused$/, ''), answer, one);
        },
      },
    ];
  });
}

/** The profile of a case: that of what is asked, except for the rule about proofs, which keys bring along. */
const profileFor = (exchange: string, rule: string): ProfileName =>
  rule === 'proofUnreadable' ? 'dpop' : isForm(exchange) ? profileOf(exchange) : 'core';

async function played(stage: Stage, exchange: string, rule: string): Promise<WireAnswer> {
  if (isForm(exchange)) {
    if (rule === 'dependencyUnavailable') return unavailable(stage, exchange);
    const way = breaking[rule];
    if (way === undefined) throw unknownRule(rule);
    if (rule === 'bodyTooLarge') limitFor(stage.world, 'requestBytes');
    return stage.ask(`The request breaks the rule ${rule}`, await way(stage, exchange));
  }
  if (exchange !== 'metadata' && exchange !== 'keys') throw unknownExchange(exchange);
  const { metadataUrl, jwksUri } = stage.world.discovered;
  const url = exchange === 'metadata' ? metadataUrl : jwksUri;
  if (rule !== 'methodNotAllowed') throw unknownRule(rule);
  if (url === undefined) throw new Skipped('the metadata names no jwks_uri');
  return stage.ask('The request has another method', { method: 'DELETE', url, headers: {} });
}

/** No request breaks this rule: the server is put out of order, and is as before when the outage is over. */
async function unavailable(stage: Stage, exchange: FormExchange): Promise<WireAnswer> {
  const ask = async (title: string) => stage.ask(title, await stage.formRequest(exchange, baseForm(stage, exchange)));
  const before = await ask('The request before the outage');
  const answer = await duringOutage(stage.world, () => ask('The request during the outage'));
  same('nothing about the request may be said', answer.body.error, undefined);
  const after = await ask('The request after the outage');
  same('after the outage it has to be answered as before', inShort(after), inShort(before));
  return answer;
}

/** Nobody may add a rule to the model and find it untested. */
const unknownRule = (rule: string): Deviation =>
  new Deviation(`the suite does not know how to break the rule ${rule}`, { expected: 'a known rule', received: rule });

const unknownExchange = (exchange: string): Deviation =>
  new Deviation(`the suite does not know how to play the ${exchange}`, {
    expected: 'a known exchange',
    received: exchange,
  });

const words: Readonly<Record<string, string>> = {
  dependencyUnavailable: 'a request that cannot be processed for now',
  proofUnreadable: 'a DPoP proof that is none',
  methodNotAllowed: 'a method that the endpoint does not support',
  contentTypeWrong: 'a body that is no form',
  bodyTooLarge: 'a body that is too long',
  bodyUnreadable: 'a body that cannot be decoded',
  parameterRepeated: 'a repeated parameter',
  authenticationAmbiguous: 'authentication in two ways at once',
  clientUnauthenticated: 'a request without credentials',
  clientUnauthorized: 'a client that is registered for other grants only',
  parameterMissing: 'a request without a parameter that it needs',
  parameterMalformed: 'a parameter that is not of its form',
  subIdMalformed: 'a subject that is no JSON object',
  subIdFormatUnsupported: 'a Subject Identifier format that nobody knows',
  scopeInvalid: 'a scope that nobody knows',
  authorizationDetailsInvalid: 'authorization details of a type that nobody knows',
  targetUnknown: 'a resource of somebody else',
  grantTypeMissing: 'a request without a grant type',
  grantTypeUnsupported: 'a grant type that nobody knows',
};

const titleOf = ({ exchange }: ExchangeCase, rule: string): string => `${exchange}: ${words[rule] ?? rule} is refused`;
