/** The requirements that the shape of a message fulfils, or that its sender keeps by sending it so. */
import type { RequirementId } from '../requirements/index.ts';
import type { MessageName } from './catalogue.ts';

export const messageRequirements = {
  otpAuthorizationRequest: [
    'request/form-encoded',
    'request/parameters-present',
    'otp-authorization-request/sub-id-json',
    'dpop-proof/from-start',
  ],
  otpAuthorizationResponse: [
    'otp-authorization-response/issuer',
    'otp-authorization-response/generic-options',
    'otp-authorization-response/hints-alike',
  ],
  otpDeliveryRequest: ['request/form-encoded', 'otp-delivery-request/offered-option'],
  otpDeliveryResponse: ['otp-delivery-response/code-properties', 'otp-client/show-binding-message'],
  accessTokenRequest: ['request/form-encoded', 'request/parameters-present', 'access-token-request/grant-type'],
  accessTokenResponse: ['access-token-response/says-scope', 'dpop-proof/token-bound'],
  revocationRequest: ['request/form-encoded', 'revocation-request/own-tokens'],
  introspectionRequest: ['request/form-encoded', 'introspection-request/resource-servers-only'],
  introspectionResponse: [
    'introspection-response/live-state',
    'introspection-response/inactive-alone',
    'dpop-proof/token-bound',
  ],
  errorResponse: ['error-response/uniform', 'error-response/open-code'],
  subjectIdentifier: ['otp-authorization-request/sub-id-json'],
  authorizationServerMetadata: [
    'metadata/endpoints',
    'metadata/options',
    'metadata/response-types',
    'metadata/dpop-algorithms',
  ],
  jsonWebKeySet: ['metadata/keys'],
  usageRequest: ['usage-request/scope'],
  usageResponse: ['usage-response/no-store'],
} as const satisfies Record<MessageName, readonly RequirementId[]>;
