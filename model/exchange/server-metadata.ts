/** The metadata document of an authorization server that serves all of the vocabulary. */
import { messageLocales } from '../delivery/index.ts';
import type { AuthorizationServerMetadata } from '../messages/index.ts';
import {
  clientAssertionAlgs,
  clientAuthenticationMethods,
  type DeliveryMethod,
  type DeliveryMethodRow,
  deliveryMethods,
  type EndpointName,
  endpoints,
  grantType,
  proofAlgs,
  refreshGrantType,
  scopes,
  subjectIdentifierFormats,
} from '../vocabulary/index.ts';

/**
 * The authorization server metadata. Delivery methods that are not served are not announced.
 *
 * @param issuer issuer identifier: an https URL without query, fragment or slash at its end
 * @param served the delivery methods by which messages can leave
 * @see RFC 8414 §2
 */
export function metadataOf(
  issuer: string,
  served: readonly DeliveryMethod[] = servedByDefault,
): AuthorizationServerMetadata {
  const url = (name: EndpointName): string => issuer + endpoints[name].path;
  return {
    issuer,
    otp_authorization_endpoint: url('otpAuthorization'),
    otp_delivery_endpoint: url('otpDelivery'),
    token_endpoint: url('token'),
    revocation_endpoint: url('revocation'),
    introspection_endpoint: url('introspection'),
    jwks_uri: url('jwks'),
    scopes_supported: Object.values(scopes).map(({ name }) => name),
    response_types_supported: [],
    grant_types_supported: [grantType.name, refreshGrantType.name],
    token_endpoint_auth_methods_supported: Object.values(clientAuthenticationMethods).map(({ name }) => name),
    token_endpoint_auth_signing_alg_values_supported: [...clientAssertionAlgs],
    revocation_endpoint_auth_methods_supported: Object.values(clientAuthenticationMethods).map(({ name }) => name),
    revocation_endpoint_auth_signing_alg_values_supported: [...clientAssertionAlgs],
    introspection_endpoint_auth_methods_supported: Object.values(clientAuthenticationMethods).map(({ name }) => name),
    introspection_endpoint_auth_signing_alg_values_supported: [...clientAssertionAlgs],
    dpop_signing_alg_values_supported: [...proofAlgs],
    ui_locales_supported: [...messageLocales],
    otp_sub_id_formats_supported: Object.values(subjectIdentifierFormats).map(({ name }) => name),
    otp_delivery_methods_supported: served.map((method) => deliveryMethods[method].name),
  };
}

const servedByDefault = (Object.keys(deliveryMethods) as DeliveryMethod[]) // its own keys
  .filter((method) => (deliveryMethods[method] as DeliveryMethodRow).served);
