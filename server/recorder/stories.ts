/** Scenarios in which a passcode is on its way: how a transaction can go and end. */
import { parameters as p, policyWith, resolutions, subjectIdentifierFormats } from '../../model/index.ts';
import { delivery, everyday, granted, identification, redemption, type Scenario, sent, wrong } from './requests.ts';

export const stories: Readonly<Record<string, Scenario>> = {
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
      const nobody = { format: subjectIdentifierFormats.phoneNumber.name, phone_number: '+12025550199' };
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
};
