/**
 * Authorization server metadata.
 *
 * @see RFC 8414 §2
 */
export interface AuthorizationServerMetadata {
  /**
   * Issuer identifier: an https URL without query or fragment.
   *
   * @pattern ^https?://[^\s?#]+$
   * @examples ["https://utility.example"]
   */
  issuer: string;
  /**
   * URL of the OTP authorization endpoint.
   *
   * @pattern ^https?://[^\s#]+$
   */
  otp_authorization_endpoint: string;
  /**
   * URL of the OTP delivery endpoint.
   *
   * @pattern ^https?://[^\s#]+$
   */
  otp_delivery_endpoint: string;
  /**
   * URL of the token endpoint.
   *
   * @pattern ^https?://[^\s#]+$
   */
  token_endpoint: string;
  /**
   * URL of the revocation endpoint.
   *
   * @pattern ^https?://[^\s#]+$
   */
  revocation_endpoint: string;
  /**
   * URL of the introspection endpoint.
   *
   * @pattern ^https?://[^\s#]+$
   */
  introspection_endpoint: string;
  /**
   * URL of the JWK Set with the keys that verify access tokens.
   *
   * @pattern ^https?://[^\s#]+$
   */
  jwks_uri: string;
  /**
   * Scope values that the authorization server supports.
   *
   * @minItems 1
   * @uniqueItems true
   */
  scopes_supported: string[];
  /**
   * Response types that the authorization server supports: none, when it has no authorization endpoint.
   *
   * @uniqueItems true
   */
  response_types_supported: string[];
  /**
   * Grant types that the authorization server supports.
   *
   * @minItems 1
   * @uniqueItems true
   */
  grant_types_supported: string[];
  /**
   * Client authentication methods, the same at all three endpoints.
   *
   * @minItems 1
   * @uniqueItems true
   */
  token_endpoint_auth_methods_supported: string[];
  /**
   * JWS algorithms for client assertions.
   *
   * @minItems 1
   * @uniqueItems true
   */
  token_endpoint_auth_signing_alg_values_supported: string[];
  /**
   * Client authentication methods that the revocation endpoint supports.
   *
   * @minItems 1
   * @uniqueItems true
   */
  revocation_endpoint_auth_methods_supported: string[];
  /**
   * JWS algorithms that the revocation endpoint supports for client assertions.
   *
   * @minItems 1
   * @uniqueItems true
   */
  revocation_endpoint_auth_signing_alg_values_supported: string[];
  /**
   * Client authentication methods that the introspection endpoint supports.
   *
   * @minItems 1
   * @uniqueItems true
   */
  introspection_endpoint_auth_methods_supported: string[];
  /**
   * JWS algorithms that the introspection endpoint supports for client assertions.
   *
   * @minItems 1
   * @uniqueItems true
   */
  introspection_endpoint_auth_signing_alg_values_supported: string[];
  /**
   * JWS algorithms for DPoP proofs.
   *
   * @minItems 1
   * @uniqueItems true
   */
  dpop_signing_alg_values_supported: string[];
  /**
   * Languages in which the authorization server can write to the resource owner.
   *
   * @minItems 1
   * @uniqueItems true
   */
  ui_locales_supported: string[];
  /**
   * Subject Identifier formats by which the authorization server identifies resource owners.
   *
   * @minItems 1
   * @uniqueItems true
   */
  otp_sub_id_formats_supported: string[];
  /**
   * Delivery methods by which the authorization server can send a passcode.
   *
   * @minItems 1
   * @uniqueItems true
   */
  otp_delivery_methods_supported: string[];
}

/**
 * One public key that verifies access tokens.
 *
 * @see RFC 7517 §4
 */
export interface JsonWebKey {
  /**
   * Key type.
   */
  kty: 'EC' | 'OKP' | 'RSA';
  /**
   * Identifier of the key.
   *
   * @minLength 1
   */
  kid: string;
  /**
   * JWS algorithm that the key is for.
   *
   * @minLength 1
   */
  alg: string;
  /**
   * What the key is for.
   */
  use: 'sig';
  /** Curve, for EC and OKP keys. */
  crv?: string;
  /** First coordinate, or the whole public key, for EC and OKP keys. */
  x?: string;
  /** Second coordinate, for EC keys. */
  y?: string;
  /** Modulus, for RSA keys. */
  n?: string;
  /** Exponent, for RSA keys. */
  e?: string;
}

/**
 * Keys that verify access tokens.
 *
 * @see RFC 7517 §5
 */
export interface JsonWebKeySet {
  /**
   * The keys.
   *
   * @minItems 1
   */
  keys: JsonWebKey[];
}
