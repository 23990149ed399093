/**
 * Parameters by which a client that uses `private_key_jwt` authenticates in the body of any request.
 * A client that uses `client_secret_basic` sends none of them.
 *
 * @see RFC 7521 §4.2
 */
export interface ClientAuthentication {
  /**
   * Format of the client assertion.
   *
   * @pattern ^urn:ietf:params:oauth:client-assertion-type:jwt-bearer$
   * @examples ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"]
   */
  client_assertion_type?: string;
  /**
   * JWT, signed by the client, that authenticates it. Its audience is the issuer identifier of the authorization
   * server, and it can be used once.
   *
   * @minLength 1
   * @maxLength 4096
   * @pattern ^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$
   */
  client_assertion?: string;
  /**
   * Identifier of the client. Not needed, since both authentication methods carry it; when present it has to be the same.
   *
   * @minLength 1
   * @maxLength 200
   * @pattern ^[\x20-\x7E]+$
   * @examples ["lighting-aisle-kiosk"]
   */
  client_id?: string;
}
