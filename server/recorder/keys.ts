/** Scenarios about a client that proves with each request that it has its key. */
import { endpoints, parameters as p, resolutions } from '../../model/index.ts';
import {
  aboutToken,
  delivery,
  everyday,
  identification,
  redemption,
  refresh,
  resourceServer,
  type Scenario,
} from './requests.ts';

const own = { key: 'own' } as const;
const other = { key: 'other' } as const;
const unasked = { key: 'own', nonce: false } as const;

export const keys: Readonly<Record<string, Scenario>> = {
  'key-bound': {
    title: 'A client proves with each request that it has its key, and nobody else gets anywhere',
    ...everyday,
    play: async (stage) => {
      const name = { ...identification(), proof: unasked };
      await stage.send('identification', 'nonceNeeded', 'The first proof has no nonce', name);
      const misdirected = {
        ...identification(),
        proof: { ...own, url: `https://other.example${endpoints.token.path}` },
      };
      await stage.send('identification', 'proofInvalid', 'A proof is for another server', misdirected);
      const started = { ...identification(), proof: own };
      const answer = await stage.send(
        'identification',
        'sessionIssued',
        'The transaction is bound to the key',
        started,
      );
      const session = answer[p.authSession.name];
      const send = delivery(session);
      await stage.send('delivery', 'proofInvalid', 'A thief has handle and credentials, and no key', send);
      await stage.send('delivery', 'nonceNeeded', 'A proof without a nonce', { ...send, proof: unasked });
      await stage.send('delivery', 'codeSent', 'The client itself has the passcode sent', { ...send, proof: own });
      const redeem = redemption(session, stage.newestCode());
      await stage.send('redemption', 'proofInvalid', 'The thief signs with a key of its own', {
        ...redeem,
        proof: other,
      });
      await stage.send('redemption', 'nonceNeeded', 'A proof without a nonce', { ...redeem, proof: unasked });
      const granted = await stage.send('redemption', 'tokenIssued', 'The token is bound to the key', {
        ...redeem,
        proof: own,
      });
      const accessToken = String(granted[p.accessToken.name]);
      await stage.send('usage', 'tokenUnproven', 'A stolen token is shown without the key', { accessToken });
      await stage.send('usage', 'proofRefused', 'A proof of another request is shown with it', {
        accessToken,
        proof: { ...own, url: `https://other.example${endpoints.usage.path}` },
      });
      await stage.send('usage', 'usageServed', 'The client shows token and proof', {
        accessToken,
        parameters: { [p.resolution.name]: resolutions.month.name },
        proof: own,
      });
      await stage.send(
        'introspection',
        'tokenActive',
        'Another resource server learns of the key',
        aboutToken(accessToken, resourceServer),
      );
      const again = refresh(granted[p.refreshToken.name]);
      await stage.send('refresh', 'proofInvalid', 'A stolen refresh token is worth nothing without the key', again);
      await stage.send('refresh', 'nonceNeeded', 'A proof without a nonce', { ...again, proof: unasked });
      await stage.send('refresh', 'tokenRefreshed', 'The client itself refreshes', { ...again, proof: own });
    },
  },
};
