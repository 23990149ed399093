/**
 * What no test can settle, because only a person can see whether it is so. What the tests here do show of such a
 * requirement stands beside it; this says what is left to a reviewer, an operator or an auditor.
 */
import type { RequirementId } from '../../model/index.ts';

export const forPeople: Partial<Readonly<Record<RequirementId, string>>> = {
  'request/asymmetric-recommended':
    'how a client authenticates is its own choice; the server takes both, and a reviewer of the client has to look',
  'client-registration/display-name':
    'whether customers know a client by its name is for whoever registers it; the tests show that names which could mislead are refused',
  'client-registration/autofill-domain':
    'whether a domain is the client’s is for whoever registers it; the tests show that only a registered one is used',
  'code-message/plain-words': 'whether words are plain is for their readers; the tests show which words are sent',
  'otp-client/owner-starts':
    'whether somebody asked for the service is known to them alone; the tests show it of the kiosk',
  'otp-client/owner-chooses':
    'whether the choice is a real one is for whoever looks at the client; the tests show it of the kiosk',
  'refresh-token/kept-newest':
    'no client here refreshes; one that brings an earlier token loses the grant (refresh-token/reuse-revokes), which whoever tests it sees',
};
