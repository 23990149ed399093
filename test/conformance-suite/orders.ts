/**
 * The other side of finding faults: the right server passes the suite in whatever order its cases are played, on whatever
 * store it keeps its state, wherever the codes come from. Its clock is that of the wall, which the suite moves on.
 */
import type { Report, Verdict } from '../conformance/options.ts';
import type { OtpSource } from '../conformance/otp/source.ts';
import { runConformance } from '../conformance/run.ts';
import { examination, examinedServer } from '../mutants/examined-server.ts';
import type { Plant } from '../mutants/mutant.ts';
import type { StoreKind, StoreOpener } from '../support/store-kinds.ts';
import { byMail, gatewayToPort, preparedMail, preparedSource, type SourceKind } from './sources.ts';

export interface Order {
  readonly seed: number;
  readonly store: StoreKind;
  readonly source: SourceKind;
  /** How many tests of the complete state suite are played, drawn by the seed. */
  readonly stateTests: number;
}

/** What came of one order. */
export interface OrderResult {
  readonly order: Order;
  readonly report: Report;
  /** Cases that failed, or that could not be tested; there should be none. */
  readonly alarms: readonly Verdict[];
}

/** The orders of these seeds: each store and each source in turn, so that each meets each. */
export function ordersOf(
  { from, count, stateTests }: { readonly from: number; readonly count: number; readonly stateTests: number },
  stores: readonly [StoreKind, ...StoreKind[]],
  sources: readonly [SourceKind, ...SourceKind[]],
): Order[] {
  return Array.from({ length: count }, (_, place) => {
    const seed = from + place;
    const round = Math.floor(seed / stores.length);
    // where one count divides the other, turning both at the same pace would leave pairs out
    const turned = gcd(stores.length, sources.length) === 1 ? seed : round;
    const [store = stores[0], source = sources[0]] = [stores[seed % stores.length], sources[turned % sources.length]];
    return { seed, store, source, stateTests };
  });
}

const gcd = (one: number, other: number): number => (other === 0 ? one : gcd(other, one % other));

/**
 * Plays the suite on the right server in an order.
 *
 * @param open opens an empty store; it is closed with the server
 * @param otherwise a part of the suite instead of all of it, or a server with a mistake, to see that alarms are told
 */
export async function playedInOrder(
  order: Order,
  open: StoreOpener,
  otherwise: { readonly plant?: Plant; readonly only?: readonly string[] } = {},
): Promise<OrderResult> {
  const { seed, stateTests } = order;
  const { plant, ...part } = otherwise;
  const mail = order.source === 'smtp' ? await preparedMail() : undefined;
  const gateway = mail === undefined ? {} : { gateway: gatewayToPort(mail.source.port) };
  const server = await examinedServer(plant, { store: await open(order.store), ...gateway });
  const opened: OtpSource[] = mail === undefined ? [] : [mail.source];
  try {
    const options = await examination(server.issuer);
    const { config, source } =
      order.source === 'smtp'
        ? { config: { ...options.config, ...byMail }, source: mail?.source }
        : await preparedSource(order.source, server.issuer, options.config);
    if (source !== undefined && source !== mail?.source) opened.push(source);
    const chosen = {
      ...options,
      codeTimeoutSeconds: 30, // a code that is sent comes, however busy the machine is: the wait is no part of the verdict
      ...part,
      config,
      seed,
      order: 'shuffled',
      stateTests,
    } as const;
    const report = await runConformance(chosen, source === undefined ? {} : { source });
    const alarms = report.verdicts.filter(({ status }) => status === 'failed' || status === 'could-not-test');
    return { order, report, alarms };
  } finally {
    for (const source of opened) await source.close();
    await server.close();
  }
}
