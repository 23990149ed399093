/** Scenarios in which a request does not even reach a transaction, or a token does not reach its resource. */
import { defaultPolicy, deliveryMethods, endpoints, parameters as p, scopes } from '../../model/index.ts';
import { auditor, delivery, everyday, identification, opened, redemption, type Scenario } from './requests.ts';

export const refusals: Readonly<Record<string, Scenario>> = {
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
  outage: {
    title: 'The database is gone for a while, and nothing is lost',
    ...everyday,
    play: async (stage) => {
      stage.storeIs('gone');
      await stage.send('identification', 'unavailable', 'The database does not answer', identification());
      stage.storeIs('back');
      const session = await opened(stage);
      stage.storeIs('gone');
      await stage.send('delivery', 'unavailable', 'It is gone once more', delivery(session));
      stage.storeIs('back');
      await stage.send('delivery', 'codeSent', 'The same request, a second later', delivery(session));
      const code = stage.newestCode();
      stage.storeIs('gone');
      await stage.send('redemption', 'unavailable', 'And once more', redemption(session, code));
      stage.storeIs('back');
      await stage.send('redemption', 'tokenIssued', 'The same request again', redemption(session, code));
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
