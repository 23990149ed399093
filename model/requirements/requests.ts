/** What holds for every request to the three endpoints, and for the errors they are answered with. */
import {
  challenges,
  clientMetadata,
  endpoints,
  errors,
  grantType,
  headers,
  mediaTypes,
  parameters as p,
} from '../vocabulary/index.ts';
import type { RequirementRow } from './requirement.ts';

export const requestRequirements = {
  'request/method': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a request whose method an endpoint does not support with status 405 and an ${headers.allow.name} header field.`,
  },
  'request/form-encoded': {
    level: 'MUST',
    actor: 'client',
    text: `The client MUST send the parameters of a request in the body, in the format ${mediaTypes.form} with UTF-8 as the character encoding.`,
  },
  'request/size-bounded': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST bound the size of request bodies and answer a larger one with status 413.',
  },
  'request/encoding-strict': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST refuse a request body that is not a well-formed form in UTF-8, rather than repair it.',
  },
  'request/no-repeated-parameters': {
    level: 'MUST NOT',
    actor: 'client',
    text: 'The client MUST NOT include a parameter more than once in a request.',
  },
  'request/empty-is-absent': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST treat a parameter without a value as if it had been omitted.',
  },
  'request/unknown-ignored': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST ignore parameters that it does not recognize.',
  },
  'request/parameters-present': {
    level: 'MUST',
    actor: 'client',
    text: 'The client MUST include every parameter that the request is defined to need.',
  },
  'request/parameters-well-formed': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a parameter that is too long or not of its form with the error ${errors.invalidRequest.name} and name the parameter.`,
  },
  'request/client-authenticated': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST authenticate the client at the OTP authorization endpoint, the OTP delivery endpoint and the token endpoint, and so refuse clients without credentials.',
  },
  'request/one-authentication-method': {
    level: 'MUST NOT',
    actor: 'client',
    text: 'The client MUST NOT use more than one authentication method in a request.',
  },
  'request/asymmetric-recommended': {
    level: 'SHOULD',
    actor: 'client',
    text: 'The client SHOULD authenticate with an asymmetric key, by a signed assertion, rather than with a shared secret.',
  },
  'request/assertion-once': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST refuse a client assertion whose identifier it has seen before within the life of that assertion.',
  },
  'request/assertion-audience': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST refuse a client assertion whose audience is neither its issuer identifier nor the URL of one of its endpoints.',
  },
  'request/client-registered-for-grant': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a client that is not registered for the grant type of its request, at the first two endpoints ${grantType.name}, with the error ${errors.unauthorizedClient.name}.`,
  },
  'error-response/uniform': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer an error at any of the three endpoints with a JSON object that has the member ${p.error.name}, with status 400 unless this document says otherwise.`,
  },
  'error-response/no-store': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST include the header field ${headers.cacheControl.name} with the value no-store in every error response.`,
  },
  'error-response/www-authenticate': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer failed client authentication with the error ${errors.invalidClient.name}, status 401 and a ${headers.wwwAuthenticate.name} header field.`,
  },
  'error-response/bearer-challenge': {
    level: 'MUST',
    actor: 'resource server',
    text: `The resource server MUST answer a request without a sufficient access token with a ${headers.wwwAuthenticate.name} header field of the form ${challenges.bearerRealm}.`,
  },
  'error-response/retry-after': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a request that comes too soon with the error ${errors.slowDown.name}, status 429 and a ${headers.retryAfter.name} header field in seconds.`,
  },
  'error-response/unavailable': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a request that it cannot process because something it depends on is not available with status 503, a ${headers.retryAfter.name} header field in seconds and no value of ${p.error.name}, since each of them says something about the request.`,
  },
  'error-response/maybe-processed': {
    level: 'MUST NOT',
    actor: 'client',
    text: 'The client MUST NOT take status 503, or an answer that got lost, as a sign that the request had no effect.',
  },
  'error-response/open-code': {
    level: 'MUST',
    actor: 'client',
    text: `The client MUST treat a value of ${p.error.name} that it does not know as a refusal of the request.`,
  },
  'error-response/leaks-nothing': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `The authorization server MUST NOT let ${p.errorDescription.name} depend on customer records, passcodes or other secrets.`,
  },
  'client-registration/confidential-only': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST register clients for this grant only if they can authenticate.',
  },
  'client-registration/display-name': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST vet ${clientMetadata.otpDisplayName.name} before a message names the client by it.`,
  },
  'client-registration/delivery-hints': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `The authorization server MUST NOT register a client for ${clientMetadata.otpDeliveryHints.name} on the word of the client; it takes an agreement under which the operator may disclose masked contacts to it.`,
  },
  'client-registration/autofill-domain': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST verify that the client controls the domain in ${clientMetadata.otpAutofillDomain.name}.`,
  },
  'metadata/endpoints': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST publish ${endpoints.otpAuthorization.name} and ${endpoints.otpDelivery.name} in its metadata, and nothing that it does not serve.`,
  },
  'metadata/keys': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST publish the keys that verify its access tokens at ${endpoints.jwks.name}.`,
  },
  'metadata/grant-type': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST list ${grantType.name} among its grant types, because the default of the metadata member does not contain it.`,
  },
  'metadata/response-types': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'An authorization server that has no authorization endpoint SHOULD publish an empty list of response types, since the member is required and no response type would be true.',
  },
  'metadata/options': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST list the Subject Identifier formats and the delivery methods that it supports.',
  },
} as const satisfies Record<string, RequirementRow>;
