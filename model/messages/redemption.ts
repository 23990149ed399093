import type { ClientAuthentication } from './client-authentication.ts';

/**
 * Access token request. One flat object for the whole token endpoint, so that client generators read it; what a grant
 * needs beside `grant_type` is stated by the grant.
 *
 * @see RFC 6749 §4.5
 */
export interface AccessTokenRequest extends ClientAuthentication {
  /**
   * The grant, by its URI.
   *
   * @minLength 1
   * @maxLength 256
   * @pattern ^[\x20-\x7E]+$
   * @examples ["urn:ietf:params:oauth:grant-type:otp"]
   */
  grant_type: string;
  /**
   * Handle of the transaction, from the OTP authorization response. Needed to redeem a passcode.
   *
   * @minLength 1
   * @maxLength 256
   * @pattern ^[\x20-\x7E]+$
   */
  auth_session?: string;
  /**
   * The passcode, as the resource owner gave it. Spaces and hyphens are ignored, and so is case. Needed to redeem it.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[\x20-\x7E]+$
   * @examples ["04915672"]
   */
  user_code?: string;
  /**
   * The newest refresh token of a grant, in a refresh request.
   *
   * @minLength 1
   * @maxLength 512
   * @pattern ^[\x21-\x7E]+$
   */
  refresh_token?: string;
  /**
   * Scope of the refreshed access token: the granted one, or less of it. Only a refresh request has this parameter.
   *
   * @minLength 1
   * @maxLength 1000
   * @pattern ^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$
   * @examples ["usage:summary"]
   */
  scope?: string;
}

/**
 * Access token response.
 *
 * @see RFC 6749 §5.1
 */
export interface AccessTokenResponse {
  /**
   * The access token: a JWT (RFC 9068), opaque to the client.
   *
   * @minLength 1
   * @maxLength 8192
   * @pattern ^[\x20-\x7E]+$
   */
  access_token: string;
  /**
   * How the access token is presented: as a bearer token, or with a DPoP proof by the key that it is bound to.
   *
   * @pattern ^([Bb]earer|DPoP)$
   * @examples ["Bearer"]
   */
  token_type: string;
  /**
   * Seconds until the access token expires.
   *
   * @asType integer
   * @minimum 1
   * @maximum 86400
   * @examples [3600]
   */
  expires_in: number;
  /**
   * Scope that was granted: never more than the message said.
   *
   * @minLength 1
   * @maxLength 1000
   * @pattern ^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$
   * @examples ["usage:read"]
   */
  scope: string;
  /**
   * Refresh token that replaces every earlier one of the grant, for a client that is registered to have one.
   *
   * @minLength 1
   * @maxLength 512
   * @pattern ^[\x21-\x7E]+$
   */
  refresh_token?: string;
}
