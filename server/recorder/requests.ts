/** What scenarios are made of: requests as an honest auditor would send them, and ways to the middle of a story. */
import {
  defaultPolicy,
  deliveryMethods,
  grantType,
  type Policy,
  parameters as p,
  refreshGrantType,
  scopes,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import type { Sender, Sent, Stage } from './stage.ts';

export interface Scenario {
  readonly title: string;
  readonly policy: Policy;
  play(stage: Stage): Promise<void>;
}

export const auditor = 'energy-auditor';
export const resourceServer = 'usage-service';
const heather = {
  format: subjectIdentifierFormats.postalAddress.name,
  street_address: '12 Sunny Lane',
  postal_code: '90001',
};

export const identification = (changes: Readonly<Record<string, string>> = {}, sender: Sender = auditor): Sent => ({
  sender,
  parameters: { [p.subId.name]: JSON.stringify(heather), [p.scope.name]: scopes.usageRead.name, ...changes },
});

export const delivery = (
  session: unknown,
  sender: Sender = auditor,
  method: string = deliveryMethods.sms.name,
): Sent => ({
  sender,
  parameters: { [p.authSession.name]: String(session), [p.deliveryOption.name]: method },
});

export const redemption = (session: unknown, code: string, sender: Sender = auditor): Sent => ({
  sender,
  parameters: {
    [p.grantType.name]: grantType.name,
    [p.authSession.name]: String(session),
    [p.userCode.name]: code,
  },
});

export const refresh = (
  refreshToken: unknown,
  changes: Readonly<Record<string, string>> = {},
  sender: Sender = auditor,
): Sent => ({
  sender,
  parameters: {
    [p.grantType.name]: refreshGrantType.name,
    [p.refreshToken.name]: String(refreshToken),
    ...changes,
  },
});

/** A token that is given back, or asked about. */
export const aboutToken = (token: unknown, sender: Sender = auditor, hint?: string): Sent => ({
  sender,
  parameters: { [p.token.name]: String(token), ...(hint === undefined ? {} : { [p.tokenTypeHint.name]: hint }) },
});

/** A passcode that is not the right one. */
export const wrong = (code: string): string =>
  String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');

export const opened = async (stage: Stage, sender: Sender = auditor): Promise<unknown> => {
  const answer = await stage.send(
    'identification',
    'sessionIssued',
    'The client names the customer',
    identification({}, sender),
  );
  return answer[p.authSession.name];
};

export const sent = async (stage: Stage, sender: Sender = auditor): Promise<{ session: unknown; code: string }> => {
  const session = await opened(stage, sender);
  await stage.send('delivery', 'codeSent', 'The customer picks a text message', delivery(session, sender));
  return { session, code: stage.newestCode() };
};

export const granted = async (
  stage: Stage,
  sender: Sender = auditor,
): Promise<{ session: unknown; token: string; code: string; refreshToken: unknown }> => {
  const { session, code } = await sent(stage, sender);
  const answer = await stage.send(
    'redemption',
    'tokenIssued',
    'The passcode is right',
    redemption(session, code, sender),
  );
  return { session, token: String(answer[p.accessToken.name]), code, refreshToken: answer[p.refreshToken.name] };
};

export const everyday = { policy: defaultPolicy };
