import type { ClientAuthentication } from './client-authentication.ts';

/**
 * OTP delivery request: asks for the passcode to be sent, or to be sent again.
 */
export interface OtpDeliveryRequest extends ClientAuthentication {
  /**
   * Handle of the transaction, from the OTP authorization response.
   *
   * @minLength 1
   * @maxLength 256
   * @pattern ^[\x20-\x7E]+$
   */
  auth_session: string;
  /**
   * Identifier of the delivery option that the resource owner chose.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[\x20-\x7E]+$
   * @examples ["sms"]
   */
  delivery_option: string;
}

/**
 * OTP delivery response: the same in status, shape and content whether or not anything was sent.
 */
export interface OtpDeliveryResponse {
  /**
   * Seconds until the passcode expires.
   *
   * @asType integer
   * @minimum 1
   * @maximum 2592000
   * @examples [600]
   */
  expires_in: number;
  /**
   * Seconds to wait before the passcode can be sent again.
   *
   * @asType integer
   * @minimum 0
   * @maximum 3600
   * @examples [30]
   */
  interval: number;
  /**
   * Number of characters of the passcode, so that the client can offer fields to type it into.
   *
   * @asType integer
   * @minimum 6
   * @maximum 16
   * @examples [8]
   */
  code_length: number;
  /**
   * Name of the set of characters the passcode is drawn from, so that the client can offer the right keyboard.
   *
   * @minLength 1
   * @maxLength 32
   * @pattern ^[a-z][a-z0-9_-]*$
   * @examples ["numeric"]
   */
  code_charset: string;
  /**
   * Short phrase that the client shows beside the code field and that the message contains too.
   *
   * @minLength 3
   * @maxLength 40
   * @pattern ^[a-z]+( [a-z]+)*$
   * @examples ["amber otter"]
   */
  binding_message: string;
}
