/** Clients of the sandbox. Their secrets are public, which is why a server that sends real messages knows none of them. */
import { hashClientSecret } from '../clients/client-secret.ts';
import type { ClientRegistration } from '../ports.ts';

/** The secret of every sandbox client that has one. */
export const sandboxSecret = 'sandbox-secret';

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

const withSecret = (
  clientId: string,
  displayName: string,
  rest: Pick<ClientRegistration, 'scopes' | 'mayUseOtp'>,
): ClientRegistration => ({
  clientId,
  displayName,
  authentication: { method: 'clientSecretBasic', secretSha256: hashClientSecret(sandboxSecret) },
  ...rest,
});

/** Clients for trying things with `curl`: one that may do everything, one that may read months only, one for other grants. */
export const sandboxClients: readonly ClientRegistration[] = [
  withSecret('energy-auditor', 'Bright Home Audits', { scopes: ['usageRead', 'usageSummary'], mayUseOtp: true }),
  withSecret('monthly-auditor', 'Monthly Audits', { scopes: ['usageSummary'], mayUseOtp: true }),
  withSecret('billing-partner', 'Billing Partner', { scopes: ['usageSummary'], mayUseOtp: false }),
];
