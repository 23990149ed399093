/**
 * Whether a JSON body is the response it should be: what the kiosk goes on with is checked, the rest is left alone, since
 * later versions may add members.
 */
import type { JsonObject, JsonValue } from 'oauth4webapi';
import type {
  DeliveryOption,
  OtpAuthorizationResponse,
  OtpDeliveryResponse,
  UsageInterval,
  UsageResponse,
} from '../../model/messages/index.ts';

type Json = JsonValue | undefined;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: Json): value is string => typeof value === 'string' && value !== '';

const isAmount = (value: Json): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const isOtpAuthorizationResponse = (body: Json): body is JsonObject & OtpAuthorizationResponse =>
  isObject(body) &&
  isText(body.auth_session) &&
  isAmount(body.expires_in) &&
  Array.isArray(body.delivery_options) &&
  body.delivery_options.every(isDeliveryOption) &&
  isText(body.iss);

const isDeliveryOption = (value: Json): value is JsonObject & DeliveryOption =>
  isObject(value) && isText(value.id) && isText(value.method) && (value.hint === undefined || isText(value.hint));

/** More boxes than this are no code that a person types. */
const longestCode = 64;

export const isOtpDeliveryResponse = (body: Json): body is JsonObject & OtpDeliveryResponse =>
  isObject(body) &&
  isAmount(body.expires_in) &&
  isAmount(body.interval) &&
  isAmount(body.code_length) &&
  Number.isInteger(body.code_length) &&
  body.code_length >= 1 &&
  body.code_length <= longestCode &&
  isText(body.code_charset) &&
  isText(body.binding_message);

export const isUsageResponse = (body: Json): body is JsonObject & UsageResponse =>
  isObject(body) &&
  isText(body.resolution) &&
  Array.isArray(body.intervals) &&
  body.intervals.length > 0 &&
  body.intervals.every(isUsageInterval);

const isUsageInterval = (value: Json): value is JsonObject & UsageInterval =>
  isObject(value) && isText(value.start) && !Number.isNaN(Date.parse(value.start)) && isAmount(value.kilowatt_hours);
