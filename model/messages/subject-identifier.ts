/**
 * Telephone number in E.164 form (RFC 9493 §3.2.5).
 *
 * @additionalProperties false
 */
export interface PhoneNumberSubject {
  /** Name of the format. */
  format: 'phone_number';
  /**
   * Telephone number with country code.
   *
   * @pattern ^\+[1-9][0-9]{6,14}$
   * @examples ["+12025550143"]
   */
  phone_number: string;
}

/**
 * Email address (RFC 9493 §3.2.2).
 *
 * @additionalProperties false
 */
export interface EmailSubject {
  /** Name of the format. */
  format: 'email';
  /**
   * Email address, without a display name.
   *
   * @minLength 3
   * @maxLength 254
   * @pattern ^[^@\s]+@[^@\s]+$
   * @examples ["heather@example.com"]
   */
  email: string;
}

/**
 * Account at a service provider, as an acct URI (RFC 9493 §3.2.1).
 *
 * @additionalProperties false
 */
export interface AccountSubject {
  /** Name of the format. */
  format: 'account';
  /**
   * The acct URI.
   *
   * @maxLength 254
   * @pattern ^acct:[^@\s]+@[^@\s]+$
   * @examples ["acct:heather@utility.example"]
   */
  uri: string;
}

/**
 * Number of the customer account, as printed on a bill.
 *
 * @additionalProperties false
 */
export interface AccountNumberSubject {
  /** Name of the format. */
  format: 'account_number';
  /**
   * The number as printed, with or without its separators.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[A-Za-z0-9][A-Za-z0-9 ._-]*$
   * @examples ["4002-118-07"]
   */
  account_number: string;
}

/**
 * Postal address at which the service is delivered, in the members of the OpenID Connect address claim.
 *
 * @additionalProperties false
 */
export interface PostalAddressSubject {
  /** Name of the format. */
  format: 'postal_address';
  /**
   * House number, street and unit.
   *
   * @minLength 1
   * @maxLength 200
   * @examples ["12 Sunny Lane"]
   */
  street_address: string;
  /**
   * City or town.
   *
   * @minLength 1
   * @maxLength 100
   * @examples ["Oakfield"]
   */
  locality?: string;
  /**
   * State, province or region.
   *
   * @minLength 1
   * @maxLength 100
   * @examples ["CA"]
   */
  region?: string;
  /**
   * Postal code.
   *
   * @minLength 1
   * @maxLength 20
   * @examples ["90001"]
   */
  postal_code?: string;
  /**
   * Country, as a two-letter code of ISO 3166-1.
   *
   * @pattern ^[A-Z]{2}$
   * @examples ["US"]
   */
  country?: string;
}

/**
 * Number of a meter, as printed on its face or on a bill.
 *
 * @additionalProperties false
 */
export interface MeterNumberSubject {
  /** Name of the format. */
  format: 'meter_number';
  /**
   * The number as printed, with or without its separators.
   *
   * @minLength 1
   * @maxLength 64
   * @pattern ^[A-Za-z0-9][A-Za-z0-9 ._-]*$
   * @examples ["E-5530219"]
   */
  meter_number: string;
}

/**
 * Subject Identifier of the resource owner: what a customer can say about themselves without an account at the utility.
 *
 * @see RFC 9493 §3
 */
export type SubjectIdentifier =
  | PhoneNumberSubject
  | EmailSubject
  | AccountSubject
  | AccountNumberSubject
  | PostalAddressSubject
  | MeterNumberSubject;
