/** Servers without a mitigation that a guard of a machine enforces. */
import { type Mitigation, mitigations, type RequirementId } from '../../model/index.ts';
import { type Mutant, type MutantRow, mutantsOf } from './mutant.ts';

const without = (mitigation: Mitigation, wrong: string): MutantRow => ({
  wrong,
  requirements: [mitigations[mitigation].requirement as RequirementId], // a test of the model holds it against the table
  plant: { policy: (policy) => ({ ...policy, switches: { ...policy.switches, [mitigation]: false } }) },
});

export const guardMutants: readonly Mutant[] = mutantsOf('guard', {
  'no-client-binding': without('clientBinding', 'lets other clients go on with a transaction'),
  'any-option': without('offeredOptionsOnly', 'takes delivery options that it did not offer'),
  'stale-codes': without('newestCodeOnly', 'takes passcodes that were replaced'),
  'many-grants': without('singleUse', 'grants as often as the passcode comes'),
  'no-lock': without('transactionLock', 'locks no transaction'),
  'resend-forgets': without('resendKeepsCount', 'forgets wrong passcodes when it sends another'),
  'no-send-limit': without('sendLimit', 'sends as often as it is asked'),
  'no-interval': without('resendInterval', 'sends again at once'),
  'codes-live-on': without('codeExpiry', 'takes passcodes whose life is over'),
  'transactions-live-on': without('transactionExpiry', 'goes on with transactions whose life is over'),
  'denial-ignored': without('denialEnds', 'goes on after a denial'),
  'denial-does-not-revoke': without('denialRevokes', 'leaves the token valid after a denial'),
  'no-account-guess-budget': without('accountFailureBudget', 'counts wrong passcodes of no account'),
  'no-account-send-budget': without('accountSendBudget', 'counts sends of no account'),
  'no-start-quota': without('clientStartQuota', 'lets a client start as often as it likes'),
  'no-client-guess-quota': without('clientFailureQuota', 'lets a client guess as often as it likes'),
  'refresh-of-anybody': without('refreshBound', 'lets other clients use a refresh token'),
  'refresh-not-rotated': without('refreshRotated', 'takes every refresh token of a grant'),
  'reuse-not-noticed': without(
    'refreshReuseRevokes',
    'leaves a grant as it is when a replaced refresh token comes back',
  ),
  'superseded-sent': without('supersededMessagesDropped', 'hands over messages whose passcode was replaced'),
  'lapsed-sent': without('lapsedMessagesDropped', 'hands over messages whose passcode has expired'),
});
