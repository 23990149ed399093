/**
 * The scenarios: the kiosk story, and every other answer that a client can get. Each is played on a stage of its own;
 * what is expected is checked while it is played, so a scenario that no longer happens stops the recording.
 */
import {
  defaultPolicy,
  deliveryMethods,
  endpoints,
  grantType,
  type Policy,
  parameters as p,
  policyWith,
  resolutions,
  scopes,
} from '../../model/index.ts';
import type { Sender, Sent, Stage } from './stage.ts';

export interface Scenario {
  readonly title: string;
  readonly policy: Policy;
  play(stage: Stage): Promise<void>;
}

const auditor = 'energy-auditor';
const heather = { format: 'postal_address', street_address: '12 Sunny Lane', postal_code: '90001' };

const identification = (changes: Readonly<Record<string, string>> = {}, sender: Sender = auditor): Sent => ({
  sender,
  parameters: { [p.subId.name]: JSON.stringify(heather), [p.scope.name]: scopes.usageRead.name, ...changes },
});

const delivery = (session: unknown, sender: Sender = auditor, method: string = deliveryMethods.sms.name): Sent => ({
  sender,
  parameters: { [p.authSession.name]: String(session), [p.deliveryOption.name]: method },
});

const redemption = (session: unknown, code: string, sender: Sender = auditor): Sent => ({
  sender,
  parameters: {
    [p.grantType.name]: grantType.name,
    [p.authSession.name]: String(session),
    [p.userCode.name]: code,
  },
});

/** A passcode that is not the right one. */
const wrong = (code: string): string => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');

const opened = async (stage: Stage, sender: Sender = auditor): Promise<unknown> => {
  const answer = await stage.send(
    'identification',
    'sessionIssued',
    'The client names the customer',
    identification({}, sender),
  );
  return answer[p.authSession.name];
};

const sent = async (stage: Stage, sender: Sender = auditor): Promise<{ session: unknown; code: string }> => {
  const session = await opened(stage, sender);
  await stage.send('delivery', 'codeSent', 'The customer picks a text message', delivery(session, sender));
  return { session, code: stage.newestCode() };
};

const granted = async (
  stage: Stage,
  sender: Sender = auditor,
): Promise<{ session: unknown; token: string; code: string }> => {
  const { session, code } = await sent(stage, sender);
  const answer = await stage.send(
    'redemption',
    'tokenIssued',
    'The passcode is right',
    redemption(session, code, sender),
  );
  return { session, token: String(answer[p.accessToken.name]), code };
};

const everyday = { policy: defaultPolicy };

export const scenarios: Readonly<Record<string, Scenario>> = {
  'kiosk-story': {
    title: 'A kiosk in a hardware store gets a year of usage from a customer without a login',
    ...everyday,
    play: async (stage) => {
      await stage.send('metadata', 'metadataServed', 'The kiosk finds the endpoints');
      const { session, code } = await sent(stage, 'kiosk');
      await stage.send(
        'redemption',
        'codeWrong',
        'The customer mistypes the passcode',
        redemption(session, wrong(code), 'kiosk'),
      );
      const answer = await stage.send(
        'redemption',
        'tokenIssued',
        'The customer types it right',
        redemption(session, code, 'kiosk'),
      );
      await stage.send('keys', 'keysServed', 'The usage resource fetches the keys');
      await stage.send('usage', 'usageServed', 'The kiosk fetches monthly usage', {
        accessToken: String(answer[p.accessToken.name]),
        parameters: { [p.resolution.name]: resolutions.month.name },
      });
    },
  },
  'unknown-customer': {
    title: 'For somebody the utility does not know everything looks the same, and nothing is sent',
    ...everyday,
    play: async (stage) => {
      const nobody = { format: 'phone_number', phone_number: '+12025550199' };
      const answer = await stage.send(
        'identification',
        'sessionIssued',
        'The client names somebody unknown',
        identification({ [p.subId.name]: JSON.stringify(nobody) }),
      );
      const session = answer[p.authSession.name];
      await stage.send('delivery', 'codeSent', 'A text message is asked for, and withheld', delivery(session));
      await stage.send('redemption', 'codeWrong', 'A guess is wrong, like any other', redemption(session, '12345678'));
    },
  },
  resend: {
    title: 'The passcode is sent again, not too soon and not too often',
    ...everyday,
    play: async (stage) => {
      const { session, code } = await sent(stage);
      await stage.send('delivery', 'resendTooSoon', 'The client asks again at once', delivery(session));
      for (const count of ['second', 'third']) {
        stage.pass(30);
        await stage.send('delivery', 'codeSent', `After the wait a ${count} passcode is sent`, delivery(session));
      }
      stage.pass(30);
      await stage.send('delivery', 'sendLimitReached', 'There is no fourth', delivery(session));
      await stage.send('redemption', 'codeWrong', 'The first passcode is worthless now', redemption(session, code));
      await stage.send('redemption', 'tokenIssued', 'The newest one is right', redemption(session, stage.newestCode()));
    },
  },
  lock: {
    title: 'Five wrong passcodes lock the transaction',
    ...everyday,
    play: async (stage) => {
      const { session, code } = await sent(stage);
      for (const count of ['first', 'second', 'third', 'fourth']) {
        await stage.send('redemption', 'codeWrong', `The ${count} wrong passcode`, redemption(session, wrong(code)));
      }
      await stage.send(
        'redemption',
        'grantInvalid',
        'The fifth locks the transaction',
        redemption(session, wrong(code)),
      );
      await stage.send('redemption', 'grantInvalid', 'Now even the right one is refused', redemption(session, code));
      await stage.send('delivery', 'sessionInvalid', 'And nothing more is sent', delivery(session));
    },
  },
  expiry: {
    title: 'A passcode lapses, a new one is sent, and at last the transaction expires',
    ...everyday,
    play: async (stage) => {
      const { session, code } = await sent(stage);
      stage.pass(600);
      await stage.send('redemption', 'codeLapsed', 'The passcode comes too late', redemption(session, code));
      await stage.send('delivery', 'codeSent', 'A new one is sent', delivery(session));
      stage.pass(300);
      await stage.send(
        'redemption',
        'transactionExpired',
        'The transaction is over',
        redemption(session, stage.newestCode()),
      );
      await stage.send('delivery', 'transactionExpired', 'And sends nothing any more', delivery(session));
    },
  },
  denial: {
    title: 'The customer says that it was not them',
    ...everyday,
    play: async (stage) => {
      const { session, code } = await sent(stage);
      await stage.deny();
      await stage.send(
        'redemption',
        'ownerDenied',
        'The passcode was right, but it was denied',
        redemption(session, code),
      );
      await stage.send('delivery', 'ownerDenied', 'Another is not sent', delivery(session));
    },
  },
  'denial-after-grant': {
    title: 'The customer says afterwards that it was not them, and the token is revoked',
    ...everyday,
    play: async (stage) => {
      const { token, session, code } = await granted(stage);
      await stage.send('redemption', 'grantInvalid', 'The passcode cannot be used twice', redemption(session, code));
      await stage.deny();
      await stage.send('usage', 'tokenInvalid', 'The token is revoked', { accessToken: token });
    },
  },
  'foreign-session': {
    title: 'A client that names the transaction of another learns nothing',
    ...everyday,
    play: async (stage) => {
      const { session, code } = await sent(stage);
      await stage.send(
        'delivery',
        'sessionInvalid',
        'Another client asks for the passcode',
        delivery(session, 'monthly-auditor'),
      );
      await stage.send(
        'redemption',
        'grantInvalid',
        'Another client brings the passcode',
        redemption(session, code, 'monthly-auditor'),
      );
    },
  },
  quota: {
    title: 'A client that has used up its quota has to wait',
    policy: policyWith({ limits: { startsPerClient: 1, wrongCodesPerClient: 1 } }),
    play: async (stage) => {
      const { session, code } = await sent(stage);
      await stage.send('identification', 'clientTooBusy', 'One transaction too many', identification());
      await stage.send('redemption', 'codeWrong', 'A wrong passcode', redemption(session, wrong(code)));
      await stage.send('redemption', 'clientTooBusy', 'One wrong passcode too many', redemption(session, code));
    },
  },
  'usage-access': {
    title: 'The usage resource lets in only whom it should',
    ...everyday,
    play: async (stage) => {
      await stage.send('usage', 'tokenMissing', 'No access token');
      await stage.send('usage', 'tokenInvalid', 'No token of this authorization server', {
        accessToken: 'not-a-token',
      });
      const session = (
        await stage.send(
          'identification',
          'sessionIssued',
          'A client asks for monthly totals',
          identification({ [p.scope.name]: scopes.usageSummary.name }),
        )
      )[p.authSession.name];
      await stage.send('delivery', 'codeSent', 'The customer picks a text message', delivery(session));
      const token = (
        await stage.send('redemption', 'tokenIssued', 'The passcode is right', redemption(session, stage.newestCode()))
      )[p.accessToken.name];
      await stage.send('usage', 'scopeInsufficient', 'Hours need more than that', { accessToken: String(token) });
      await stage.send('usage', 'requestMalformed', 'There is no such resolution', {
        accessToken: String(token),
        parameters: { [p.resolution.name]: 'minute' },
      });
      await stage.send('usage', 'methodNotAllowed', 'Usage can be read only', {
        method: 'POST',
        accessToken: String(token),
      });
    },
  },
  'malformed-requests': {
    title: 'Requests that the front door turns away',
    ...everyday,
    play: async (stage) => {
      const tooLong = 'a'.repeat(defaultPolicy.limits.requestBytes + 1);
      await stage.send('identification', 'methodNotAllowed', 'The endpoint takes POST', { method: 'GET' });
      await stage.send('delivery', 'methodNotAllowed', 'The endpoint takes POST', { method: 'GET' });
      await stage.send('redemption', 'methodNotAllowed', 'The endpoint takes POST', { method: 'GET' });
      await stage.send('metadata', 'methodNotAllowed', 'The metadata can be read only', { method: 'POST' });
      await stage.send('keys', 'methodNotAllowed', 'The keys can be read only', { method: 'POST' });
      await stage.send('identification', 'requestTooLarge', 'The body is too large', {
        parameters: tooLong,
        sender: auditor,
      });
      await stage.send('delivery', 'requestTooLarge', 'The body is too large', {
        parameters: tooLong,
        sender: auditor,
      });
      await stage.send('redemption', 'requestTooLarge', 'The body is too large', {
        parameters: tooLong,
        sender: auditor,
      });
      await stage.send(
        'identification',
        'requestMalformed',
        'The subject is no JSON object',
        identification({ [p.subId.name]: 'heather' }),
      );
      await stage.send('delivery', 'requestMalformed', 'A parameter is missing', {
        sender: auditor,
        parameters: { [p.deliveryOption.name]: deliveryMethods.sms.name },
      });
      await stage.send('redemption', 'requestMalformed', 'A parameter is repeated', {
        sender: auditor,
        parameters: `${p.userCode.name}=1&${p.userCode.name}=2`,
      });
      await stage.send(
        'identification',
        'clientUnauthenticated',
        'No client authentication',
        identification({}, 'nobody'),
      );
      await stage.send('delivery', 'clientUnauthenticated', 'No client authentication', delivery('unknown', 'nobody'));
      await stage.send(
        'redemption',
        'clientUnauthenticated',
        'No client authentication',
        redemption('unknown', '1', 'nobody'),
      );
      await stage.send(
        'identification',
        'clientUnauthorized',
        'A client of another grant',
        identification({}, 'billing-partner'),
      );
      await stage.send(
        'delivery',
        'clientUnauthorized',
        'A client of another grant',
        delivery('unknown', 'billing-partner'),
      );
      await stage.send(
        'redemption',
        'clientUnauthorized',
        'A client of another grant',
        redemption('unknown', '1', 'billing-partner'),
      );
      await stage.send('redemption', 'grantTypeUnsupported', 'A grant type that is not served', {
        sender: auditor,
        parameters: { [p.grantType.name]: 'password' },
      });
      await stage.send(
        'identification',
        'subIdFormatUnsupported',
        'A format that is not supported',
        identification({ [p.subId.name]: '{"format":"opaque","id":"1"}' }),
      );
      await stage.send(
        'identification',
        'scopeInvalid',
        'A scope that does not exist',
        identification({ [p.scope.name]: 'everything' }),
      );
      await stage.send(
        'identification',
        'authorizationDetailsInvalid',
        'Authorization details of an unknown type',
        identification({ [p.authorizationDetails.name]: '[{"type":"meter_history"}]' }),
      );
      await stage.send(
        'identification',
        'targetUnknown',
        'A resource of somebody else',
        identification({ [p.resource.name]: `https://other.example${endpoints.usage.path}` }),
      );
      const session = await opened(stage);
      await stage.send(
        'delivery',
        'optionUnknown',
        'A delivery option that was not offered',
        delivery(session, auditor, 'pigeon'),
      );
    },
  },
};
