/**
 * The HTTP messages of a trace. They are recorded messages of the same exchange and outcome, with the handles and
 * passcodes of the trace and the credentials of whoever asks put in. A server that lacks a mitigation was never recorded:
 * what it answers looks like the answer of a right server that had reason to give it.
 */
import {
  authenticationSchemes,
  type Breadth,
  headers,
  jwtBearerAssertionType,
  type OutcomeName,
  parameters as p,
  resolutions,
  scopes,
} from '../../../model/index.ts';
import type { ToldStep } from '../../verify/check/told-trace.ts';
import type { RecordedExchange, Recording } from '../recording.ts';
import type { TraceMessages } from './trace.ts';
import { type StepValues, valuePool, valuesThrough } from './values.ts';

type Request = RecordedExchange['request'];
type Response = RecordedExchange['response'];

/** The client of the adversary; its secret is as made up as its name. */
const strangerClient = { id: 'bargain-watts', secret: 'example-secret' };
const strangerSecret = `${authenticationSchemes.basic} ${Buffer.from(`${strangerClient.id}:${strangerClient.secret}`).toString('base64')}`;

/** What an hour of usage is asked for with. */
const finest = resolutions.hour.name;

/**
 * The messages of each step; undefined for steps in which nobody makes a request.
 *
 * @throws Error when no recording shows an exchange with that outcome
 */
export function messagesOf(
  steps: readonly ToldStep[],
  recordings: readonly Recording[],
): (TraceMessages | undefined)[] {
  const recorded = recordings.flatMap((recording) => recording.steps);
  const pool = valuePool(recordings);
  const next = valuesThrough(pool);
  return steps.map((step) => {
    const values = next(step);
    const { exchange, outcome } = step;
    if (exchange === undefined || outcome === undefined) return undefined;
    const response = recorded.find((one) => one.exchange === exchange && one.outcome === outcome);
    if (response === undefined) throw new Error(`no recording shows ${exchange} answered with ${outcome}`);
    const refused = refusalOf(step);
    const request = recorded.find((one) => one.exchange === exchange && one.outcome === refused) ?? response;
    return {
      request: authenticated(fittedRequest(request.request, step, values), step, values, pool.assertingClient),
      response: fittedResponse(response.response, step, values),
      sources: [...new Set([request.id, response.id])],
    };
  });
}

/** What a right server would have answered to something that it has to refuse: the request was recorded with that. */
function refusalOf({ exchange, asked, truth = {} }: ToldStep): OutcomeName | undefined {
  if (truth.used === 'missing') return 'tokenMissing';
  if (truth.served === 'wide') return 'scopeInsufficient';
  return exchange === 'delivery' && asked?.facts.option === 'unoffered' ? 'optionUnknown' : undefined;
}

function fittedRequest(request: Request, { truth = {}, exchange }: ToldStep, values: StepValues): Request {
  if (exchange === 'usage' && truth.used !== 'missing') {
    return { ...request, headers: withAuthorization(request.headers, bearer(values.token)) };
  }
  if (request.body === undefined) return request;
  const form = new URLSearchParams(request.body);
  if (form.has(p.authSession.name) && values.session !== undefined) form.set(p.authSession.name, values.session);
  if (form.has(p.userCode.name) && values.code !== '') form.set(p.userCode.name, values.code);
  if (truth.asked !== undefined) form.set(p.scope.name, scopeOf(truth.asked));
  return { ...request, body: form.toString() };
}

function fittedResponse(response: Response, { outcome, truth = {} }: ToldStep, values: StepValues): Response {
  if (response.body === undefined) return response;
  const body = JSON.parse(response.body) as Record<string, unknown>; // every recorded body is a JSON object
  const changed = (): Record<string, unknown> => {
    switch (outcome) {
      case 'sessionIssued':
        return { [p.authSession.name]: values.session };
      case 'codeSent':
        return { [p.bindingMessage.name]: values.phrase };
      case 'tokenIssued':
        return {
          [p.accessToken.name]: values.token,
          ...(truth.granted === undefined ? {} : { [p.scope.name]: scopeOf(truth.granted) }),
        };
      case 'usageServed':
        return truth.served === 'wide' ? { [p.resolution.name]: finest } : {};
      default:
        return {};
    }
  };
  return { ...response, body: JSON.stringify({ ...body, ...changed() }) };
}

/** A request as it looks when it comes from whoever makes it. */
function authenticated(
  request: Request,
  { asked, exchange }: ToldStep,
  { assertion }: StepValues,
  kiosk: string,
): Request {
  if (exchange === 'usage' || asked === undefined) return request;
  const { [headers.authorization.name]: _recorded, ...unauthenticated } = request.headers;
  const form = new URLSearchParams(request.body);
  for (const { name } of [p.clientId, p.clientAssertionType, p.clientAssertion]) form.delete(name);
  switch (asked.as) {
    case 'stranger':
      return { ...request, headers: withAuthorization(unauthenticated, strangerSecret), body: form.toString() };
    case 'claimed':
      form.set(p.clientId.name, kiosk);
      return { ...request, headers: unauthenticated, body: form.toString() };
    case 'kiosk':
    case 'replayed':
      form.set(p.clientId.name, kiosk);
      form.set(p.clientAssertionType.name, jwtBearerAssertionType.name);
      form.set(p.clientAssertion.name, assertion);
      return { ...request, headers: unauthenticated, body: form.toString() };
  }
}

/** Header fields with that credential, after the host as in recordings. */
const withAuthorization = (
  { Host, ...fields }: Readonly<Record<string, string>>,
  credential: string,
): Readonly<Record<string, string>> => ({
  ...(Host === undefined ? {} : { Host }),
  [headers.authorization.name]: credential,
  ...Object.fromEntries(Object.entries(fields).filter(([name]) => name !== headers.authorization.name)),
});

const bearer = (token: string): string => `${authenticationSchemes.bearer} ${token}`;

const scopeOf = (breadth: Breadth): string => (breadth === 'wide' ? scopes.usageRead : scopes.usageSummary).name;
