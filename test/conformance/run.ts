/**
 * The conformance suite: points at a server, plays its cases, and says what came of each. Knows the protocol from the
 * files under `generated/` only, and the server from its metadata and a configuration file.
 */
import { clientOf } from './clients.ts';
import { type ConformanceConfig, sandboxConfig } from './config.ts';
import { discover } from './discovery.ts';
import { reference, requirements, stateSuite } from './facts.ts';
import type { ConformanceOptions, Report, RequirementReference, Verdict } from './options.ts';
import { openSource } from './otp/open.ts';
import type { OtpSource } from './otp/source.ts';
import { seededChance } from './random.ts';
import { selected } from './select.ts';
import { allCases } from './suites/suites.ts';
import { unseen } from './suites/unseen.ts';
import { summaryOf } from './summary.ts';
import { testClock, waitingTime } from './time.ts';
import { verdictOn } from './verdict.ts';
import { type Clients, healBudgets, type World } from './world.ts';

/**
 * Plays the suite on a server.
 *
 * @param given.source an opened source of codes, instead of one that the options describe; it is not closed
 * @returns what came of each case; `exitCode` is 0 when everything that could be tested is right, 1 when something is not,
 *   2 when something could not be tested and nothing is wrong
 * @throws NotTestable when there is no metadata to start from; Error when the configuration cannot be used
 */
export async function runConformance(
  options: ConformanceOptions,
  given: { readonly source?: OtpSource } = {},
): Promise<Report> {
  const { issuer, seed = 1 } = options;
  const config = configOf(options);
  const send = options.fetch ?? fetch;
  const discovered = await discover(issuer, send);
  const source = given.source ?? (await openSource(config.otp, issuer, send));
  const time =
    config.clock === undefined || options.clock === 'off'
      ? waitingTime(options.longestWaitSeconds ?? 45)
      : testClock(config.clock, issuer, send);
  const chance = seededChance(seed);
  const world: World = {
    issuer,
    discovered,
    config,
    clients: clientsOf(config, issuer, time.now),
    source,
    time,
    chance,
    send,
    codeTimeoutSeconds: options.codeTimeoutSeconds ?? 10,
    seenCodes: [],
    seenSessions: [],
    stateTests: options.stateTests,
  };
  try {
    const verdicts = await played(world, options);
    // what the last case used up would count again after a restart, which takes the clock back to real time
    await healBudgets(world);
    const { summary, exitCode } = summaryOf(verdicts, world);
    return {
      issuer,
      seed,
      otpSource: source.kind,
      time: time.kind,
      suite: { requirements: requirements.size, stateSuiteDigest: stateSuite().digest },
      summary,
      verdicts,
      unseen: Object.entries(unseen).map(([id, reason]) => ({ ...reference(id), reason })),
      exitCode,
    };
  } finally {
    if (given.source === undefined) await source.close();
  }
}

const configOf = ({ config = sandboxConfig(), client, otp }: ConformanceOptions): ConformanceConfig => ({
  ...config,
  ...(client === undefined ? {} : { client }),
  ...(otp === undefined ? {} : { otp }),
});

function clientsOf(config: ConformanceConfig, issuer: string, now: () => Promise<number>): Clients {
  const of = (one: ConformanceConfig['client'] | undefined) =>
    one === undefined ? undefined : clientOf(one, issuer, now);
  const all = {
    other: of(config.otherClient),
    narrow: of(config.narrowClient),
    unauthorized: of(config.unauthorizedClient),
    busy: of(config.busyClient),
    plain: of(config.plainClient),
    otherRefresh: of(config.otherRefreshClient),
    vetted: of(config.vettedClient),
    resourceServer: of(config.resourceServer),
    signing: of(config.signingClient ?? (config.client.key === undefined ? undefined : config.client)),
  };
  const known = Object.fromEntries(Object.entries(all).filter(([, client]) => client !== undefined));
  return { main: clientOf(config.client, issuer, now), ...known };
}

async function played(world: World, options: ConformanceOptions): Promise<Verdict[]> {
  const all = allCases(world);
  const { cases, unknown } = selected(all, options, world.chance);
  const expected = new Map((options.expectedDeviations ?? []).map((one) => [one.caseId, one]));
  const strangers = [...unknown, ...[...expected.keys()].filter((id) => !all.some((one) => one.id === id))];
  const verdicts: Verdict[] = [];
  const total = cases.length + strangers.length;
  const tell = (verdict: Verdict): void => {
    verdicts.push(verdict);
    options.onProgress?.({ done: verdicts.length, total, verdict });
  };
  for (const name of strangers) tell(stranger(name));
  for (const one of cases) tell(await verdictOn(one, world, expected.get(one.id)));
  return verdicts;
}

/** A case that was named and does not exist: whoever named it believes that something was tested. */
const stranger = (name: string): Verdict => ({
  caseId: name,
  suite: 'requirements',
  profile: 'core',
  title: 'A case that was asked for exists',
  status: 'failed',
  requirements: [] satisfies RequirementReference[],
  reason: `there is no case or suite ${name}`,
  expected: 'the id of a case, a suite, or the beginning of ids',
  received: name,
  seconds: 0,
});
