/** A server for the suite to examine: the right one, or one with a mistake, with the limits of the complete suite. */
import { suitePolicy } from '../../spec/verify/suite/index.ts';
import { type ConformanceConfig, sandboxConfig } from '../conformance/config.ts';
import type { ConformanceOptions } from '../conformance/options.ts';
import { type ListeningSandbox, type ListeningSandboxOptions, listeningSandbox } from '../support/listening-sandbox.ts';
import { signingClientId, signingPrivateJwk, testRegistrations } from '../support/test-clients.ts';
import type { Plant } from './mutant.ts';
import { wireDoor } from './wire-door.ts';

/** Starts the right server, or what a plant makes of it, with a store in memory unless one is given. Close it afterwards. */
export async function examinedServer(
  plant: Plant = {},
  given: Pick<ListeningSandboxOptions, 'store' | 'gateway'> = {},
): Promise<ListeningSandbox> {
  return listeningSandbox({
    ...given,
    policy: plant.policy?.(suitePolicy) ?? suitePolicy,
    clients: await testRegistrations(),
    ...(plant.parts === undefined ? {} : { parts: plant.parts }),
    door: (app) => {
      plant.app?.(app);
      return wireDoor(plant.wire?.(app) ?? {})(app);
    },
  });
}

/** What the suite is told about such a server: that it is right. */
export async function examination(
  issuer: string,
): Promise<ConformanceOptions & { readonly config: ConformanceConfig }> {
  const key = { ...(await signingPrivateJwk()), alg: 'ES256' };
  return {
    issuer,
    config: { ...sandboxConfig(), limits: suitePolicy.limits, signingClient: { id: signingClientId, key } },
    codeTimeoutSeconds: 2,
  };
}
