/** The grant as a whole, in words and as data: an operation says what it does, and this says in which order. */
import {
  authenticationSchemes,
  clientAuthenticationMethods,
  codeCharsets,
  type DeliveryMethodRow,
  deliveryMethods,
  type ExchangeName,
  endpoints,
  errors,
  exchanges,
  grantType,
  headers,
  parameters as p,
  scopes,
  serverMetadata,
  subjectIdentifierFormats,
} from '../../../model/index.ts';
import { operationId } from './names.ts';

/** Ten lines for whoever implements a client. */
export const introduction = [
  'OTP-flow is an OAuth 2.0 extension grant. A customer without an account at the authorization server lets a client in by a one-time passcode, which the authorization server sends to a contact it has on file.',
  '',
  `1. Read the metadata (\`${operationId('metadata')}\`) for the URLs of the endpoints, the identifier formats and the delivery methods.`,
  `2. \`${operationId('identification')}\`: name the resource owner in \`${p.subId.name}\` and what is asked for in \`${p.scope.name}\`. The answer is the same whether or not they are known. Keep \`${p.authSession.name}\` secret, and compare \`${p.issuer.name}\` with the server that was meant.`,
  `3. Let the resource owner choose one of \`${p.deliveryOptions.name}\`; skip those whose \`${p.deliveryMethod.name}\` is unknown to the client.`,
  `4. \`${operationId('delivery')}\`: have the passcode sent. Show \`${p.bindingMessage.name}\` beside a field for \`${p.codeLength.name}\` characters.`,
  `5. Nothing came? After \`${p.interval.name}\` seconds the same request sends a new passcode; the earlier one is dead.`,
  `6. \`${operationId('redemption')}\`: redeem what the resource owner typed, with \`${p.grantType.name}\` \`${grantType.name}\`.`,
  `7. After \`${errors.invalidUserCode.name}\` they may try again; after \`${errors.slowDown.name}\` wait for the seconds in \`${headers.retryAfter.name}\`; any other error, known or not, is a refusal.`,
  `8. Call the resource (\`${operationId('usage')}\`) with \`${p.accessToken.name}\` as a ${authenticationSchemes.bearer} token.`,
  '',
  `Clients are registered and authenticate at every endpoint of the grant, best by \`${clientAuthenticationMethods.privateKeyJwt.name}\`. Parameters that a receiver does not know are ignored.`,
  '',
  'The responses listed here are those that a walk of the state machines reaches, and the examples were recorded.',
].join('\n');

interface Step {
  readonly exchange: ExchangeName;
  readonly endpoint?: string;
  /** What the client has from earlier steps. */
  readonly takes: readonly string[];
  /** What the client needs later. */
  readonly gives: readonly string[];
}

const steps: readonly Step[] = [
  {
    exchange: 'identification',
    takes: [],
    gives: [p.authSession.name, p.deliveryOptions.name],
  },
  { exchange: 'delivery', takes: [p.authSession.name, p.deliveryOption.name], gives: [p.interval.name] },
  { exchange: 'redemption', takes: [p.authSession.name, p.userCode.name], gives: [p.accessToken.name] },
  { exchange: 'usage', takes: [p.accessToken.name], gives: [] },
];

/** The `x-otp-flow` extension: what an OAuth Flow Object would say, had OpenAPI one for extension grants. */
export const flowExtension = {
  description:
    'The grant, since the flows of OpenAPI cannot express an extension grant. Steps are in order; `takes` and `gives` are the parameters by which one feeds the next.',
  grantType: grantType.name,
  metadataPath: endpoints.metadata.path,
  steps: steps.map(({ exchange, takes, gives }) => ({
    operationId: operationId(exchange),
    metadataMember: endpoints[exchanges[exchange].endpoint].name,
    takes,
    gives,
  })),
  scopes: Object.fromEntries(Object.values(scopes).map(({ name, description }) => [name, description])),
  [serverMetadata.subIdFormatsSupported.name]: Object.values(subjectIdentifierFormats).map(({ name }) => name),
  [serverMetadata.deliveryMethodsSupported.name]: Object.values<DeliveryMethodRow>(deliveryMethods)
    .filter(({ served }) => served)
    .map(({ name }) => name),
  [p.codeCharset.name]: Object.values(codeCharsets).map(({ name }) => name),
};
