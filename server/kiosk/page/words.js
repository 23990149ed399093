// @ts-check
/** What a customer reads when something is in the way. Plain words: what happened, what to do, and that nothing leaked. */
/** @import { DeliveryMethod } from '../../../model/vocabulary/index.ts' */
/** @import { Problem, ProblemCode, StopReason } from '../view.ts' */

/** The name under which the kiosk is registered, which the utility's messages give. It stands in the header too. */
export const kioskName = 'Lighting Aisle Kiosk';

/** @type {Readonly<Record<ProblemCode, string>>} */
const problems = {
  wrongCode: 'That code is not right. Check the message and try again.',
  lapsedCode: 'That code has run out. Ask for a new one.',
  tooSoon: 'A code was sent a moment ago. Give it time to arrive before you ask for another.',
  sendLimit: 'No more codes can be sent this time. Use the newest one you have, or start over.',
  address: 'That address cannot be read. Check the street and the ZIP code.',
  busy: 'Your utility is busy right now. Wait a moment and try again.',
  unreachable: 'Your utility did not answer. Wait a moment and try again.',
  codeForm: 'That is not a whole code. Check that you typed all of it.',
};

/**
 * @param {Problem | undefined} problem
 * @returns {string | undefined}
 */
export const problemWords = (problem) => problem && (problem.words ?? problems[problem.code]);

/** @type {Readonly<Record<StopReason, { readonly title: string, readonly text: string }>>} */
export const stopWords = {
  expired: {
    title: 'Time ran out',
    text: 'This visit took longer than your utility allows. Nothing was shared. You can start again whenever you like.',
  },
  locked: {
    title: 'Too many wrong codes',
    text: 'To protect the account, your utility closed this request. Nothing was shared. Start again to get a fresh code.',
  },
  closed: {
    title: 'This code cannot be used any more',
    text: 'An answer of your utility got lost on its way, and the request is closed now. This kiosk received no data. Start again to get a fresh code.',
  },
  denied: {
    title: 'The owner said no',
    text: 'The owner of this account told the utility this was not them. The request is closed, and nothing was shared.',
  },
  sends: {
    title: 'No more codes this time',
    text: 'Your utility sends only a few codes for each request. If none arrived, check the address and start again.',
  },
  busy: {
    title: 'Your utility is busy',
    text: 'It cannot take another request just now. Nothing was shared. Please try again in a few minutes.',
  },
  refused: {
    title: 'Your utility turned this kiosk down',
    text: 'It did not accept the request. Nothing was shared. Somebody at the service desk can help.',
  },
  unreachable: {
    title: 'Your utility cannot be reached',
    text: 'It does not answer right now. Nothing was shared. Please try again in a few minutes.',
  },
};

/** How each method reaches the customer. @type {Readonly<Record<DeliveryMethod, string>>} */
const reach = {
  sms: 'To the mobile number your utility has',
  voice: 'A voice reads the code to you',
  email: 'To the email address your utility has',
  postal: 'By mail, in a few days',
};

/** @param {string} method */
export const reachWords = (method) =>
  /** @type {Record<string, string>} */ (reach)[method] ?? 'To the contact your utility has';

/** What is on its way after each method was chosen. @type {Readonly<Record<DeliveryMethod, string>>} */
const sent = { sms: 'a text message', voice: 'a phone call', email: 'an email', postal: 'a letter' };

/**
 * @param {string} method
 * @param {string} label
 */
export const sentWords = (method, label) => /** @type {Record<string, string>} */ (sent)[method] ?? label;
