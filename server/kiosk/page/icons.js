// @ts-check
/** @import { DeliveryMethod } from '../../../model/vocabulary/index.ts' */
/** @import { StopReason } from '../view.ts' */
import { drawing } from './element.js';

const clock = 'M24 8a16 16 0 1 0 0 32 16 16 0 0 0 0-32zM24 15v10l7 4';
const hand = 'M24 8a16 16 0 1 0 0 32 16 16 0 0 0 0-32zM13 13l22 22';
const cloud = 'M14 37h21a8 8 0 0 0 1-16 12 12 0 0 0-23-2 9 9 0 0 0 1 18zM24 24v5M24 33v.1';

/** @satisfies {Record<DeliveryMethod, string>} */
const methodPaths = {
  sms: 'M8 10h32v22H22l-9 8v-8H8zM16 18h16M16 24h10',
  voice:
    'M15 7l6 9-4 5c2 5 5 8 10 10l5-4 9 6c0 5-4 8-8 8C18 41 7 30 7 15c0-4 3-8 8-8zM29 9a11 11 0 0 1 10 10M29 16a5 5 0 0 1 4 4',
  email: 'M6 11h36v27H6zM6 13l18 14 18-14',
  postal: 'M24 6c8 0 14 6 14 13 0 10-14 23-14 23S10 29 10 19C10 12 16 6 24 6zM24 14a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
};

/** @satisfies {Record<StopReason, string>} */
const stopPaths = {
  expired: clock,
  locked: 'M12 22h24v18H12zM16 22v-6a8 8 0 0 1 16 0v6M24 29v5',
  closed: cloud,
  denied: hand,
  sends: methodPaths.email,
  busy: clock,
  refused: hand,
  unreachable: cloud,
};

/** @param {string} path */
const icon = (path) =>
  drawing('svg', { class: 'icon', viewBox: '0 0 48 48', 'aria-hidden': 'true' }, drawing('path', { d: path }));

/**
 * The picture of a delivery method; a plain bubble for one that the page does not know.
 *
 * @param {string} method
 */
export const methodIcon = (method) =>
  icon(/** @type {Record<string, string>} */ (methodPaths)[method] ?? methodPaths.sms);

/** @param {StopReason} reason */
export const stopIcon = (reason) => icon(stopPaths[reason]);

/** For the key that takes back a digit. */
export const eraseIcon = () => icon('M17 12h25v24H17L5 24zM24 19l10 10M34 19L24 29');
