import type { ClientAuthentication } from './client-authentication.ts';

/**
 * Revocation request: the client gives a token back, and the grant with it.
 *
 * @see RFC 7009 §2.1
 */
export interface RevocationRequest extends ClientAuthentication {
  /**
   * The token: an access token or a refresh token.
   *
   * @minLength 1
   * @maxLength 8192
   * @pattern ^[\x20-\x7E]+$
   */
  token: string;
  /**
   * Kind of the token, as a hint. The server can tell without.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[\x20-\x7E]+$
   * @examples ["refresh_token"]
   */
  token_type_hint?: string;
}

/**
 * Introspection request: a resource server asks about an access token that it was shown.
 *
 * @see RFC 7662 §2.1
 */
export interface IntrospectionRequest extends ClientAuthentication {
  /**
   * The access token.
   *
   * @minLength 1
   * @maxLength 8192
   * @pattern ^[\x20-\x7E]+$
   */
  token: string;
  /**
   * Kind of the token, as a hint. The server can tell without.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[\x20-\x7E]+$
   * @examples ["access_token"]
   */
  token_type_hint?: string;
}

/**
 * Introspection response. Of a token that is not active it says only that.
 *
 * @see RFC 7662 §2.2
 */
export interface IntrospectionResponse {
  /**
   * Whether the access token is good: issued here, not expired, and its grant not revoked.
   *
   * @examples [true]
   */
  active: boolean;
  /**
   * Scope of the token.
   *
   * @minLength 1
   * @maxLength 1000
   * @examples ["usage:read"]
   */
  scope?: string;
  /**
   * Client that the token was issued to.
   *
   * @minLength 1
   * @maxLength 200
   */
  client_id?: string;
  /**
   * How the token is presented.
   *
   * @minLength 1
   * @maxLength 64
   * @examples ["Bearer"]
   */
  token_type?: string;
  /**
   * When the token expires, in seconds since the epoch.
   *
   * @asType integer
   * @minimum 0
   */
  exp?: number;
  /**
   * When the token was issued, in seconds since the epoch.
   *
   * @asType integer
   * @minimum 0
   */
  iat?: number;
  /**
   * Resource owner, by a name that is different for each client.
   *
   * @minLength 1
   * @maxLength 256
   */
  sub?: string;
  /**
   * Resource that the token is for.
   *
   * @minLength 1
   * @maxLength 2048
   */
  aud?: string;
  /**
   * Issuer of the token.
   *
   * @minLength 1
   * @maxLength 2048
   */
  iss?: string;
  /**
   * Identifier of the token.
   *
   * @minLength 1
   * @maxLength 256
   */
  jti?: string;
  /**
   * The key that the token is bound to. Absent for a token that anybody who has it can use.
   */
  cnf?: TokenConfirmation;
}

/**
 * The key that a token is bound to.
 *
 * @see RFC 7800 §3.1
 */
export interface TokenConfirmation {
  /**
   * SHA-256 thumbprint of the key, as a JWK.
   *
   * @pattern ^[A-Za-z0-9_-]{43}$
   * @examples ["0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"]
   */
  jkt: string;
}
