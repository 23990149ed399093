/** The kiosk as its page meets it: requests with a cookie, and views that come back. */
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { kiosk } from '../../../server/kiosk/plugin.ts';
import type { KioskView } from '../../../server/kiosk/view.ts';
import type { Randomness } from '../../../server/ports.ts';
import { countingRandomness, keptLog, kioskClient, type MovableClock, movableClock } from './kiosk-parts.ts';
import { type StubUtility, startStubUtility } from './stub-utility.ts';

export interface Customer {
  readonly cookie: string | undefined;
  /** The screen now. */
  view(): Promise<KioskView>;
  /** The screen after doing something. */
  post(deed: string, body?: object): Promise<KioskView>;
}

export interface RunningKiosk {
  readonly app: FastifyInstance;
  readonly stub: StubUtility;
  readonly clock: MovableClock;
  readonly log: readonly string[];
  /** Everything that was sent to a browser, fields and bodies. */
  readonly sent: readonly string[];
  customer(): Customer;
  close(): Promise<void>;
}

export const address = { streetAddress: '12 Sunny Lane', postalCode: '90001' };

/** Starts a kiosk in front of a stub utility. Nothing listens but the stub. */
export async function startKiosk(options: { randomness?: Randomness } = {}): Promise<RunningKiosk> {
  const stub = await startStubUtility();
  const clock = movableClock();
  const log = keptLog();
  const sent: string[] = [];
  const app = Fastify();
  const { issuer, usageUrl } = stub;
  await app.register(kiosk, {
    issuer,
    usageUrl,
    client: kioskClient,
    clock,
    randomness: countingRandomness(),
    log,
    ...options,
  });
  return {
    app,
    stub,
    clock,
    log: log.lines,
    sent,
    customer() {
      let cookie: string | undefined;
      const viewOf = (response: LightMyRequestResponse): KioskView => {
        sent.push(JSON.stringify(response.headers), response.body);
        cookie = String(response.headers['set-cookie'] ?? cookie).split(';')[0];
        if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}: ${response.body}`);
        return response.json();
      };
      const fields = () => (cookie === undefined ? {} : { cookie });
      return {
        get cookie() {
          return cookie;
        },
        view: async () => viewOf(await app.inject({ method: 'GET', url: '/kiosk/view', headers: fields() })),
        post: async (deed, body = {}) =>
          viewOf(await app.inject({ method: 'POST', url: `/kiosk/${deed}`, headers: fields(), payload: body })),
      };
    },
    async close() {
      await app.close();
      await stub.close();
    },
  };
}
