/**
 * Error response. `error` is an open string: clients treat a value they do not know as a refusal.
 *
 * @see RFC 6749 §5.2
 */
export interface ErrorResponse {
  /**
   * Error code.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[\x20\x21\x23-\x5B\x5D-\x7E]+$
   * @examples ["invalid_request"]
   */
  error: string;
  /**
   * Text for the developer of the client, saying what to change. Not meant for the resource owner.
   *
   * @minLength 1
   * @maxLength 512
   * @pattern ^[\x20\x21\x23-\x5B\x5D-\x7E]+$
   */
  error_description?: string;
  /**
   * Page with more about the error.
   *
   * @minLength 1
   * @maxLength 2048
   * @pattern ^https?://[\x21\x23-\x5B\x5D-\x7E]+$
   */
  error_uri?: string;
}
