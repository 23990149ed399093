/** Servers whose machine differs in a transition: another answer, an action left out, another order, another end. */
import { type Action, account, caseIs, respond, type TransitionDefinition, transaction } from '../../model/index.ts';
import { planted } from '../model/properties/planted.ts';
import {
  elsewhere,
  isCounting,
  isDuty,
  isTelling,
  isTimer,
  leftOut,
  machine,
  otherwise,
  reordered,
  where,
} from './machine-edits.ts';
import { type Mutant, mutantsOf, row } from './mutant.ts';

const nothingSent = 'Nothing is sent, because there is nobody';
const sent = 'A new passcode goes to the contact on file';
const granted = 'The newest passcode came back from the right client';
const refused = 'A wrong passcode, or one that must not count';
const foreign = 'Another client names this transaction';
const spentFor: TransitionDefinition = {
  guard: caseIs('account', 'exhausted'),
  actions: [respond('sendLimitReached')],
  description: 'Says that the account has had enough.',
  meta: { requirements: ['account/exhausted-is-silent'] },
};

export const machineMutants: readonly Mutant[] = mutantsOf('machine', {
  'nobody-told-apart': row(
    'says so when there is no contact to send to',
    ['otp-delivery-response/uniform'],
    where(transaction, nothingSent, otherwise('optionUnknown')),
  ),
  'nobody-not-counted': row(
    'does not count sends that reach nobody',
    ['otp-delivery-response/uniform'],
    where(transaction, nothingSent, leftOut(isCounting('sends'))),
  ),
  'nobody-waits-not': row(
    'asks for no wait after a send that reached nobody',
    ['otp-delivery-response/uniform'],
    reordered(transaction, ['pending', 'cooling'], 'delivery.requested', (list) => [
      list[0] as TransitionDefinition, // the foreign client comes first, as everywhere
      {
        guard: { type: 'is', params: { variable: 'newestCode', value: 'withheld' } },
        actions: [respond('codeSent')],
        description: 'Sends nothing, again.',
        meta: { requirements: ['otp-delivery-response/uniform'] },
      } as TransitionDefinition,
      ...list.slice(1),
    ]),
  ),
  'exhausted-told': row(
    'says so when the budget of the account is used up',
    ['account/exhausted-is-silent'],
    reordered(transaction, ['identified'], 'delivery.requested', (list) => [
      ...list.slice(0, 2),
      spentFor,
      ...list.slice(2),
    ]),
  ),
  'foreign-told': row(
    'tells another client that the transaction is not its own',
    ['transaction/client-binding'],
    where(transaction, foreign, otherwise('ownerDenied')),
  ),
  'foreign-guesses-counted': row(
    'lets another client lock a transaction',
    ['transaction/client-binding'],
    where(transaction, foreign, (one) =>
      one.actions?.some((action) => action.type === 'respond' && action.params.outcome === 'grantInvalid')
        ? elsewhere('locked')(one)
        : one,
    ),
  ),
  'wrong-code-locks-at-once': row(
    'locks at the first wrong passcode',
    ['transaction/wrong-code-counted'],
    where(transaction, refused, (one) => elsewhere('locked')(one)),
  ),
  'wrong-code-not-counted': row(
    'does not count wrong passcodes',
    ['transaction/wrong-code-counted', 'transaction/wrong-code-lock'],
    where(transaction, refused, leftOut(isCounting('wrongCodes'))),
  ),
  'wrong-code-final': row(
    'answers a wrong passcode as if the transaction were over',
    ['transaction/wrong-code-counted'],
    where(transaction, refused, otherwise('grantInvalid')),
  ),
  'wrong-code-not-of-account': row(
    'does not tell the account about wrong passcodes',
    ['account/wrong-code-budget'],
    where(
      transaction,
      refused,
      leftOut(
        (action) => isTelling('code.refused')(action) && action.type === 'tell' && action.params.machine === 'account',
      ),
    ),
  ),
  'wrong-code-not-of-client': row(
    'does not tell the quota of the client about wrong passcodes',
    ['client/wrong-code-quota'],
    where(
      transaction,
      refused,
      leftOut(
        (action) => isTelling('code.refused')(action) && action.type === 'tell' && action.params.machine === 'quota',
      ),
    ),
  ),
  'sends-not-of-account': row(
    'does not tell the account about sends',
    ['account/send-budget'],
    where(transaction, sent, leftOut(isTelling('message.sent'))),
  ),
  'success-forgets-nothing': row(
    'does not clear wrong passcodes of the account after a right one',
    ['account/success-clears-failures'],
    where(transaction, granted, leftOut(isTelling('code.accepted'))),
  ),
  'success-forgets-sends': row(
    'clears the sends of the account after a right passcode, too',
    ['account/success-clears-failures', 'account/send-budget'],
    where(account, 'A right passcode clears the count of wrong ones', (one) => ({
      ...one,
      actions: [...(one.actions ?? []), { type: 'set', params: { variable: 'sends', value: 0 } } as Action],
    })),
  ),
  'nobody-else-told': row(
    'does not tell the other contacts about a grant',
    ['transaction/notify-other-contacts'],
    where(transaction, granted, leftOut(isDuty('notifyOtherContacts'))),
  ),
  'token-not-revoked': row(
    'revokes no token after a denial, although it says so',
    ['transaction/denial-revokes'],
    machine(
      planted(transaction, (one) =>
        one.actions?.some(isDuty('revokeTokens')) ? leftOut(isDuty('revokeTokens'))(one) : one,
      ),
    ),
  ),
  'code-life-forgotten': row(
    'starts no life of a passcode that reaches nobody',
    ['otp-delivery-response/uniform'],
    where(transaction, nothingSent, (one) => ({
      ...leftOut(isTimer('code'))(one),
      actions: (one.actions ?? []).filter((action) => !isTimer('code')(action)),
    })),
  ),
  'lapse-is-the-end': row(
    'ends a transaction with its passcode',
    ['transaction/code-expiry'],
    where(transaction, 'The passcode is worthless from now on', elsewhere('expired')),
  ),
  'lapse-answered-as-wrong': row(
    'answers a passcode that came too late as a wrong one',
    ['transaction/code-expiry'],
    where(transaction, 'The passcode came too late', otherwise('codeWrong')),
  ),
  'expired-is-forgotten': row(
    'forgets a transaction whose life is over at once',
    ['transaction/transaction-expiry'],
    where(transaction, 'The life of the transaction is over', elsewhere('absent')),
  ),
  'denied-is-locked': row(
    'answers after a denial as after a lock',
    ['transaction/denial-ends'],
    where(transaction, 'The resource owner said that this was not them', elsewhere('locked')),
  ),
  'locked-answers-wrong': row(
    'goes on to answer that the passcode is wrong when the transaction is locked',
    ['transaction/wrong-code-lock'],
    where(transaction, 'One wrong passcode too many locks', otherwise('codeWrong')),
  ),
  'unlocks-after-resend-interval': row(
    'has no lock before the first passcode is out',
    ['transaction/wrong-code-lock'],
    reordered(transaction, ['identified'], 'code.submitted', (list) =>
      list.filter(({ target }) => target !== '#transaction.locked'),
    ),
  ),
  'too-soon-before-limit': row(
    'says that it is too soon where no passcode is left at all',
    ['transaction/send-limit'],
    reordered(transaction, ['pending', 'cooling'], 'delivery.requested', (list) => [
      ...list.slice(0, 2),
      ...[list[3], list[2]].filter((one) => one !== undefined),
      ...list.slice(4),
    ]),
  ),
  'lapsed-cannot-resend': row(
    'sends no other passcode when the first one has expired',
    ['transaction/code-expiry'],
    reordered(transaction, ['lapsed'], 'delivery.requested', (list) => [
      list[0] as TransitionDefinition, // the foreign client
      {
        actions: [respond('transactionExpired')],
        description: 'Sends nothing more.',
        meta: { requirements: ['transaction/code-expiry'] },
      },
    ]),
  ),
});
