/** Guards and effects of a transaction as a reader of the draft would say them. */
import type { Action, Guard, ServerEffect } from '../../../model/index.ts';
import { guardWords } from '../guard-words.ts';

/** Conditions that the machine of a transaction asks, by how tables for its makers say them. */
const conditions: Readonly<Record<string, string>> = {
  'client other': 'another client',
  'option unoffered': 'option not offered',
  'contact onFile': 'contact on file',
  'account within': 'budget of the account left',
  'code newest': 'newest passcode',
  'refreshToken newest': 'newest refresh token',
  'refreshToken stale': 'replaced refresh token',
  'refreshToken unknown': 'refresh token that was never issued',
  'scope wider': 'wider than granted',
  'newestCode is sent': 'it was sent',
  'sends not below sendsPerTransaction': 'no sends left',
  'wrongCodes one below wrongCodesPerTransaction': 'last try',
};

/** A guard in words; one that is not known here is said as its makers say it. */
export function conditionWords(guard: Guard): string {
  if (guard.type === 'allOf') return guard.params.guards.map(conditionWords).join(', ');
  const words = guardWords(guard);
  return conditions[words] ?? words;
}

/** What a transition does besides answering; nothing for what a reader does not need. */
const effects: Readonly<Record<ServerEffect, string | undefined>> = {
  openTransaction: undefined,
  sendCode: 'a passcode is sent',
  withholdCode: 'nothing is sent',
  issueAccessToken: 'a token is granted',
  notifyOtherContacts: 'other contacts are told',
  revokeTokens: 'the tokens are revoked',
  rotateTokens: 'another token is granted',
  handOver: undefined,
  forgetMessage: undefined,
  tryAgainLater: undefined,
};

/** The effects of a transition, each as a short sentence. */
export const effectWords = (actions: readonly Action[] = []): string[] =>
  actions.flatMap((action) => {
    if (action.type !== 'perform' || !Object.hasOwn(effects, action.params.duty)) return [];
    const words = effects[action.params.duty as ServerEffect]; // an own key
    return words === undefined ? [] : [words];
  });
