/** Clients of the sandbox, for trying things by hand. Their secret is public, so a server that sends real messages knows none of them. */
import type { ScopeName } from '../vocabulary/index.ts';

export interface SandboxClient {
  readonly clientId: string;
  readonly displayName: string;
  readonly scopes: readonly ScopeName[];
  readonly mayUseOtp: boolean;
  /** Gets refresh tokens. */
  readonly mayRefresh: boolean;
  /** Is a resource server. */
  readonly mayIntrospect?: true;
  /** Is shown true masked contacts. */
  readonly maySeeHints?: true;
  /** Its quotas are used up whenever it comes. */
  readonly isBusy: boolean;
  /** What the client is for, in one sentence. */
  readonly story: string;
}

/** The secret of each of them. */
export const sandboxClientSecret = 'sandbox-secret';

export const sandboxClientRows: readonly SandboxClient[] = [
  {
    clientId: 'energy-auditor',
    displayName: 'Bright Home Audits',
    scopes: ['usageRead', 'usageSummary'],
    mayUseOtp: true,
    mayRefresh: true,
    isBusy: false,
    story: 'May do everything.',
  },
  {
    clientId: 'monthly-auditor',
    displayName: 'Monthly Audits',
    scopes: ['usageSummary'],
    mayUseOtp: true,
    mayRefresh: false,
    isBusy: false,
    story: 'May read monthly totals only; good as a second client, too.',
  },
  {
    clientId: 'billing-partner',
    displayName: 'Billing Partner',
    scopes: ['usageSummary'],
    mayUseOtp: false,
    mayRefresh: false,
    isBusy: false,
    story: 'Is registered for other grants only.',
  },
  {
    clientId: 'busy-auditor',
    displayName: 'Busy Audits',
    scopes: ['usageRead', 'usageSummary'],
    mayUseOtp: true,
    mayRefresh: false,
    isBusy: true,
    story: 'Has always used up its quotas.',
  },
  {
    clientId: 'vetted-auditor',
    displayName: 'Vetted Audits',
    scopes: ['usageRead', 'usageSummary'],
    mayUseOtp: true,
    mayRefresh: false,
    maySeeHints: true,
    isBusy: false,
    story: 'Has an agreement with the utility, and is shown true masked contacts.',
  },
  {
    clientId: 'usage-service',
    displayName: 'Usage Service',
    scopes: ['usageSummary'],
    mayUseOtp: false,
    mayRefresh: false,
    mayIntrospect: true,
    isBusy: false,
    story: 'Is a resource server, and asks about access tokens.',
  },
];

/** A client that authenticates with a key, which is as public as the secret of the others. */
export const sandboxKeyClient = {
  clientId: 'key-auditor',
  displayName: 'Signed Audits',
  scopes: ['usageRead', 'usageSummary'],
  mayRefresh: true,
  privateJwk: {
    kty: 'EC',
    crv: 'P-256',
    x: 'R2ehtZ1vXWIdhrVr5MeksHdgr7SLpdQhesVYh3JjAgs',
    y: 'y5DgzsY2nHuo3kst1YedijOwAyl7c1oAsueodRSW5w0',
    d: 'bR7jazDcdgZUKSClyDtM2EiE_IF-ObHeqKaiGgr3h4Y',
    alg: 'ES256',
    kid: 'key-auditor',
  },
} as const satisfies {
  readonly clientId: string;
  readonly displayName: string;
  readonly scopes: readonly ScopeName[];
  readonly mayRefresh: boolean;
  readonly privateJwk: Readonly<Record<string, string>>;
};
