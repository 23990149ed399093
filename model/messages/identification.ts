import type { ClientAuthentication } from './client-authentication.ts';

/**
 * OTP authorization request: the client names the resource owner and what it asks for.
 */
export interface OtpAuthorizationRequest extends ClientAuthentication {
  /**
   * Subject Identifier of the resource owner, as a JSON object (RFC 9493).
   *
   * @minLength 2
   * @maxLength 2048
   * @examples ["{\"format\":\"postal_address\",\"street_address\":\"12 Sunny Lane\",\"postal_code\":\"90001\"}"]
   */
  sub_id: string;
  /**
   * Scope of the access that is asked for: values separated by single spaces.
   *
   * @minLength 1
   * @maxLength 1000
   * @pattern ^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$
   * @examples ["usage:read"]
   */
  scope: string;
  /**
   * Details of the authorization, as a JSON array (RFC 9396). Refused by a server that announces no type.
   *
   * @minLength 2
   * @maxLength 4096
   */
  authorization_details?: string;
  /**
   * Resource at which the token is to be used (RFC 8707): an absolute URI without a fragment.
   *
   * @minLength 1
   * @maxLength 2048
   * @pattern ^[A-Za-z][A-Za-z0-9+.-]*:[\x21\x24-\x7E]+$
   */
  resource?: string;
  /**
   * Languages the resource owner prefers for the message: BCP 47 tags separated by spaces, in order of preference.
   *
   * @maxLength 200
   * @pattern ^[A-Za-z0-9-]+( [A-Za-z0-9-]+)*$
   * @examples ["en"]
   */
  ui_locales?: string;
}

/**
 * One way in which the passcode can be delivered.
 */
export interface DeliveryOption {
  /**
   * Opaque to the client; goes into `delivery_option` of the OTP delivery request.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[\x21-\x7E]+$
   * @examples ["sms"]
   */
  id: string;
  /**
   * Delivery method. Clients ignore options whose method they do not know.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[a-z][a-z0-9_-]*$
   * @examples ["sms"]
   */
  method: string;
  /**
   * Masked form of the contact, or made up to look like one. Absent unless the policy of the authorization server allows it.
   *
   * @minLength 1
   * @maxLength 64
   * @examples ["***43"]
   */
  hint?: string;
}

/**
 * OTP authorization response: the same in status, shape and content whether or not the resource owner is known.
 */
export interface OtpAuthorizationResponse {
  /**
   * Handle of the transaction, with at least 128 bits of randomness.
   *
   * @minLength 22
   * @maxLength 256
   * @pattern ^[A-Za-z0-9._~-]+$
   */
  auth_session: string;
  /**
   * Seconds until the transaction expires.
   *
   * @asType integer
   * @minimum 1
   * @maximum 2592000
   * @examples [900]
   */
  expires_in: number;
  /**
   * Ways in which the passcode can be delivered, for the resource owner to choose from.
   *
   * @minItems 1
   * @maxItems 20
   */
  delivery_options: DeliveryOption[];
  /**
   * Issuer identifier of the authorization server, for the client to compare with the one it meant to ask.
   *
   * @minLength 1
   * @maxLength 2048
   * @pattern ^https?://[^\s?#]+$
   * @examples ["https://utility.example"]
   */
  iss: string;
}
