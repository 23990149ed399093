/** Naming the resource owner, and having the passcode sent. */

import { limits } from '../policy/limits.ts';
import { clientMetadata, errors, parameters as p, scopes } from '../vocabulary/index.ts';
import type { RequirementRow } from './requirement.ts';

export const identificationRequirements = {
  'otp-authorization-request/sub-id-json': {
    level: 'MUST',
    actor: 'client',
    text: `The client MUST send ${p.subId.name} as a JSON object that is a Subject Identifier, with all members that its format requires and none that its format does not describe (RFC 9493 §3).`,
  },
  'otp-authorization-request/sub-id-format': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a Subject Identifier format that it does not support with the error ${errors.unsupportedSubIdFormat.name}.`,
  },
  'otp-authorization-request/identifies-only': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT take a Subject Identifier as proof of anything, nor as a contact to send a passcode to.',
  },
  'otp-authorization-request/scope': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a scope that is missing, unknown or beyond what the client is registered for with the error ${errors.invalidScope.name}.`,
  },
  'otp-authorization-request/authorization-details': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer authorization details of a type that it does not know with the error ${errors.invalidAuthorizationDetails.name}.`,
  },
  'otp-authorization-request/resource': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a resource for which it issues no tokens with the error ${errors.invalidTarget.name}.`,
  },
  'otp-authorization-request/ui-locales': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: `The authorization server SHOULD write to the resource owner in the language that is on file for them; where none is, in the one that the Lookup scheme of RFC 4647 finds among those it supports for ${p.uiLocales.name}.`,
  },
  'otp-authorization-response/uniform': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST answer for a subject that is unknown, ambiguous or throttled with the same status, members and kind of values as for one that is known.',
  },
  'otp-authorization-response/uniform-time': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST keep the time of a response independent of whether the subject is known, and so let messages leave after the response.',
  },
  'otp-authorization-response/session-entropy': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST draw ${p.authSession.name} from a cryptographically strong source with at least 128 bits of randomness, and never hand out the same value twice.`,
  },
  'otp-authorization-response/issuer': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST return its issuer identifier as ${p.issuer.name}.`,
  },
  'otp-authorization-response/generic-options': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'The authorization server SHOULD offer the same delivery options for every subject.',
  },
  'otp-authorization-response/no-account-data': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `Before the passcode has been redeemed, the authorization server MUST NOT reveal anything from the records of the resource owner, except by a ${p.deliveryHint.name} to a client that is registered for ${clientMetadata.otpDeliveryHints.name}, or by one that made-up hints are like.`,
  },
  'otp-authorization-response/hints-alike': {
    level: 'MUST',
    actor: 'authorization server',
    text: `An authorization server that returns a ${p.deliveryHint.name} to any other client MUST return one of the same form and the same distribution for every subject, made up by a keyed function of the subject where no contact is on file, so that asking again, in another spelling or of another process, gives the same one.`,
  },
  'otp-authorization-response/vetted-hints': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `The authorization server MUST NOT let the delivery options tell known subjects from unknown ones, except to a client that is registered for ${clientMetadata.otpDeliveryHints.name}.`,
  },
  'otp-authorization-response/no-store': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST mark the OTP authorization response as not to be stored by caches.',
  },
  'otp-delivery-request/session-known': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer an ${p.authSession.name} that names no transaction with the error ${errors.invalidSession.name}.`,
  },
  'otp-delivery-request/offered-option': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST refuse a ${p.deliveryOption.name} that it did not offer in the same transaction.`,
  },
  'otp-delivery-response/uniform': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST answer an OTP delivery request in the same way whether or not a message was sent, and whether or not a message can be delivered.',
  },
  'otp-delivery-response/code-properties': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST return ${p.codeLength.name} and ${p.codeCharset.name} as they are for every passcode it sends, whether or not it sent one.`,
  },
  'otp-delivery-response/no-store': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST mark the OTP delivery response as not to be stored by caches.',
  },
  'code-message/contact-on-file': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST send passcodes only to contacts that it had on file before the request.',
  },
  'code-message/names-client': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The message MUST name the client by its registered display name.',
  },
  'code-message/says-scope': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The message MUST say in plain words what the passcode authorizes.',
  },
  'code-message/contains-code': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The message MUST contain the passcode and say how long it is valid.',
  },
  'code-message/binding-message': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The message MUST contain the ${p.bindingMessage.name} of the transaction.`,
  },
  'code-message/says-how-to-deny': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The message MUST tell the resource owner what to do if they did not ask for it, and that nobody may be told the passcode over the telephone.',
  },
  'code-message/origin-bound': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'A text message SHOULD end with the origin-bound line for the autofill domain of the client, if it has one.',
  },
  'code-message/no-client-text': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The message MUST NOT contain text that came in a request.',
  },
  'code-message/superseded-dropped': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT hand over a message whose passcode has been replaced by a newer one.',
  },
  'code-message/lapsed-dropped': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT hand over a message whose passcode has expired.',
  },
  'code-message/handover-bounded': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'The authorization server SHOULD try to hand a message over a bounded number of times.',
  },
  'code-message/outbox-durable': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'The authorization server SHOULD keep a message that waits to be handed over encrypted, and across a restart.',
  },
  'code-message/forgotten-after-handover': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST delete the text of a message once it is handed over or given up.',
  },
  'code-message/plain-words': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: `The words for each scope value, such as those for ${scopes.usageRead.name}, SHOULD be understood by customers without an explanation.`,
  },
  'passcode/randomness': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST draw each passcode uniformly from its character set, from a cryptographically strong source, with at least ${limits.codeLength.minimum} characters.`,
  },
} as const satisfies Record<string, RequirementRow>;
