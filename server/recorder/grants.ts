/** Scenarios about a grant and its tokens, after the passcode has been redeemed. */
import { parameters as p, refreshGrantType } from '../../model/index.ts';
import { auditor, everyday, granted, refresh, type Scenario } from './requests.ts';

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
};
