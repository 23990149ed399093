/** Scenarios about a grant and its tokens, after the passcode has been redeemed. */
import { defaultPolicy, parameters as p, refreshGrantType } from '../../model/index.ts';
import { aboutToken, auditor, everyday, granted, refresh, resourceServer, type Scenario } from './requests.ts';

const tooLong = 'a'.repeat(defaultPolicy.limits.requestBytes + 1);

export const grants: Readonly<Record<string, Scenario>> = {
  refresh: {
    title: 'An access token is refreshed, and a copied refresh token shows',
    ...everyday,
    play: async (stage) => {
      const { refreshToken: first } = await granted(stage);
      const refreshed = await stage.send(
        'refresh',
        'tokenRefreshed',
        'The refresh token buys another access token, and is replaced',
        refresh(first),
      );
      const second = refreshed[p.refreshToken.name];
      await stage.send(
        'refresh',
        'scopeInvalid',
        'More is asked for than was granted',
        refresh(second, { [p.scope.name]: 'everything' }),
      );
      await stage.send('refresh', 'refreshInvalid', 'The one that was replaced comes back', refresh(first));
      await stage.send('refresh', 'refreshInvalid', 'So the newest one is dead, too', refresh(second));
      await stage.send('usage', 'tokenInvalid', 'And so is the access token', {
        accessToken: String(refreshed[p.accessToken.name]),
      });
      await stage.send('refresh', 'requestMalformed', 'The refresh token is missing', {
        sender: auditor,
        parameters: { [p.grantType.name]: refreshGrantType.name },
      });
      await stage.send('refresh', 'clientUnauthenticated', 'No client authentication', refresh(second, {}, 'nobody'));
      await stage.send(
        'refresh',
        'clientUnauthorized',
        'A client that may have no refresh tokens',
        refresh(second, {}, 'monthly-auditor'),
      );
    },
  },
  revocation: {
    title: 'A client gives a token back, and the grant with it',
    ...everyday,
    play: async (stage) => {
      const { token, refreshToken } = await granted(stage);
      await stage.send('revocation', 'tokenForeign', 'Another client cannot', aboutToken(token, 'monthly-auditor'));
      await stage.send(
        'revocation',
        'tokenRevoked',
        'The client that it was issued to can',
        aboutToken(refreshToken, auditor, p.refreshToken.name),
      );
      await stage.send('usage', 'tokenInvalid', 'The access token is dead, too', { accessToken: token });
      await stage.send('revocation', 'methodNotAllowed', 'The endpoint takes POST', { method: 'GET' });
      await stage.send('revocation', 'requestMalformed', 'The token is missing', { sender: auditor, parameters: {} });
      await stage.send('revocation', 'requestTooLarge', 'The body is too large', {
        sender: auditor,
        parameters: tooLong,
      });
      await stage.send('revocation', 'clientUnauthenticated', 'No client authentication', aboutToken(token, 'nobody'));
    },
  },
  introspection: {
    title: 'A resource server asks about access tokens',
    ...everyday,
    play: async (stage) => {
      const { token } = await granted(stage);
      await stage.send('introspection', 'tokenActive', 'The token is good', aboutToken(token, resourceServer));
      await stage.send('introspection', 'clientUnauthorized', 'Clients may not ask', aboutToken(token));
      await stage.deny();
      await stage.send('introspection', 'tokenInactive', 'The grant was denied', aboutToken(token, resourceServer));
      await stage.send('introspection', 'methodNotAllowed', 'The endpoint takes POST', { method: 'GET' });
      await stage.send('introspection', 'requestMalformed', 'The token is missing', {
        sender: resourceServer,
        parameters: {},
      });
      await stage.send('introspection', 'requestTooLarge', 'The body is too large', {
        sender: resourceServer,
        parameters: tooLong,
      });
      await stage.send(
        'introspection',
        'clientUnauthenticated',
        'No client authentication',
        aboutToken(token, 'nobody'),
      );
    },
  },
};
