/** The registrations of the sandbox's clients. Their secrets are public, which is why a server without a sandbox knows none of them. */
import { sandboxClientRows, sandboxClientSecret, sandboxKeyClient } from '../../model/index.ts';
import { hashClientSecret } from '../clients/client-secret.ts';
import type { ClientRegistration } from '../ports.ts';

/** The secret of every sandbox client that has one. */
export const sandboxSecret = sandboxClientSecret;

export const kioskClientId = 'lighting-aisle-kiosk';

/** The kiosk, with the public key that it made for itself. */
export const kioskRegistration = (publicJwk: Readonly<Record<string, unknown>>): ClientRegistration => ({
  clientId: kioskClientId,
  displayName: 'Lighting Aisle Kiosk',
  autofillDomain: 'kiosk.example',
  authentication: { method: 'privateKeyJwt', jwks: { keys: [publicJwk] } },
  scopes: ['usageRead', 'usageSummary'],
  mayUseOtp: true,
});

const { d: _privatePart, ...publicJwk } = sandboxKeyClient.privateJwk;

/** Clients for trying things with `curl`: what each is for stands in the model. And one that authenticates with a key. */
export const sandboxClients: readonly ClientRegistration[] = [
  ...sandboxClientRows.map(
    ({
      clientId,
      displayName,
      scopes,
      mayUseOtp,
      mayRefresh,
      mayIntrospect = false,
      maySeeHints = false,
    }): ClientRegistration => ({
      clientId,
      displayName,
      authentication: { method: 'clientSecretBasic', secretSha256: hashClientSecret(sandboxSecret) },
      scopes,
      mayUseOtp,
      mayRefresh,
      mayIntrospect,
      maySeeHints,
    }),
  ),
  {
    clientId: sandboxKeyClient.clientId,
    displayName: sandboxKeyClient.displayName,
    authentication: { method: 'privateKeyJwt', jwks: { keys: [publicJwk] } },
    scopes: sandboxKeyClient.scopes,
    mayUseOtp: true,
    mayRefresh: sandboxKeyClient.mayRefresh,
  },
];
