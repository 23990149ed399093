/**
 * `npm run conformance -- --issuer URL`: plays the conformance suite on a server and says what it found. Exists so that
 * an implementer in any language can try their server with three commands.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ConformanceConfig, configProblems, type OtpConfig, sandboxConfig } from './config.ts';
import { type ConformanceOptions, type ExpectedDeviation, type ProfileName, profileNames } from './options.ts';
import { NotTestable } from './problem.ts';
import { progressLine, terminalReport } from './report/terminal.ts';
import { writeReports } from './report/write.ts';
import { runConformance } from './run.ts';

const usage = `Tests an authorization server for conformance with the one-time passcode grant.

  otp-flow-conformance --issuer URL [options]

  --issuer URL             issuer identifier; everything else is found in its metadata
  --config FILE            what metadata cannot say (clients, customers, how codes are obtained);
                           the sandbox of the reference server unless given
  --client-id ID           instead of the client of the configuration
  --client-secret SECRET   its secret; or the environment variable OTP_CLIENT_SECRET
  --client-key FILE        its private key as a JWK, for private_key_jwt
  --otp SOURCE             inbox, command, smtp, fixed or prompt, as the configuration describes it;
                           fixed:CODE, smtp:PORT, command:PROGRAM and prompt need no description
  --no-clock               wait instead of using the clock of the configuration
  --longest-wait SECONDS   skip what would take a longer wait (45)
  --only PATTERN           a suite, a case, or ids that begin with PATTERN*; can be repeated
  --profile NAME           ${profileNames.join(', ')}; can be repeated
  --seed NUMBER            seed of order and chance (1)
  --shuffle                play the cases in an order that follows from the seed
  --state-tests NUMBER     how many tests of the complete state suite are played (all)
  --code-timeout SECONDS   how long one code is waited for (10)
  --expect FILE            known deviations: [{"caseId", "reason"}]; one that is over is a failure
  --report FOLDER          write report.html, report.json, junit.xml and traces there
  --quiet                  no line for each case

Ends with 0 when the server conforms, 1 when it does not, 2 when that could not be tested.`;

const { values } = parseArgs({
  options: {
    issuer: { type: 'string' },
    config: { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    'client-key': { type: 'string' },
    otp: { type: 'string' },
    'no-clock': { type: 'boolean' },
    'longest-wait': { type: 'string' },
    only: { type: 'string', multiple: true },
    profile: { type: 'string', multiple: true },
    seed: { type: 'string' },
    shuffle: { type: 'boolean' },
    'state-tests': { type: 'string' },
    'code-timeout': { type: 'string' },
    expect: { type: 'string' },
    report: { type: 'string' },
    quiet: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

class WrongUse extends Error {}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof NotTestable) && !(error instanceof WrongUse)) throw error;
  console.error(error.message);
  return 2;
});

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { issuer } = values;
  if (issuer === undefined || !URL.canParse(issuer)) throw new WrongUse(`--issuer has to be a URL.\n\n${usage}`);
  const isTerminal = process.stderr.isTTY === true;
  const options = optionsOf(issuer);
  const report = await runConformance({
    ...options,
    onProgress: (progress) => {
      if (!values.quiet) process.stderr.write(progressLine(progress, isTerminal));
    },
  });
  const written = values.report === undefined ? [] : await writeReports(report, values.report);
  console.log(terminalReport(report, written));
  return report.exitCode;
}

function optionsOf(issuer: string): ConformanceOptions {
  const config = values.config === undefined ? sandboxConfig() : (readJson(values.config) as ConformanceConfig); // checked below
  const problems = configProblems(config);
  if (problems.length > 0) {
    throw new WrongUse(`${values.config} cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
  const client = clientOption(config);
  const otp = values.otp === undefined ? undefined : otpOption(values.otp, config);
  const expected = values.expect === undefined ? undefined : (readJson(values.expect) as ExpectedDeviation[]); // ids are checked by the run
  const numbers = {
    seed: numberOption('seed'),
    stateTests: numberOption('state-tests'),
    codeTimeoutSeconds: numberOption('code-timeout'),
    longestWaitSeconds: numberOption('longest-wait'),
  };
  const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
  return {
    issuer,
    config,
    ...given,
    order: values.shuffle ? 'shuffled' : 'listed',
    ...(client === undefined ? {} : { client }),
    ...(otp === undefined ? {} : { otp }),
    ...(values['no-clock'] ? { clock: 'off' as const } : {}),
    ...(values.only === undefined ? {} : { only: values.only }),
    ...(values.profile === undefined ? {} : { profiles: values.profile.map(profileOption) }),
    ...(expected === undefined ? {} : { expectedDeviations: expected }),
  };
}

function numberOption(name: 'seed' | 'state-tests' | 'code-timeout' | 'longest-wait'): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0) throw new WrongUse(`--${name} has to be a number, not ${text}`);
  return number;
}

function profileOption(name: string): ProfileName {
  const found = profileNames.find((known) => known === name);
  if (found === undefined) throw new WrongUse(`--profile has to be one of ${profileNames.join(', ')}, not ${name}`);
  return found;
}

function clientOption(config: ConformanceConfig): ConformanceConfig['client'] | undefined {
  const id = values['client-id'];
  const secret = values['client-secret'] ?? process.env.OTP_CLIENT_SECRET;
  const key = values['client-key'];
  if (id === undefined && key === undefined && values['client-secret'] === undefined) return undefined;
  const { id: known, displayName } = config.client;
  const name = id === undefined || id === known ? displayName : undefined;
  return {
    id: id ?? known,
    ...(key !== undefined ? { key } : { secret: secret ?? config.client.secret ?? '' }),
    ...(name === undefined ? {} : { displayName: name }),
  };
}

function otpOption(text: string, config: ConformanceConfig): OtpConfig {
  const [kind = '', ...rest] = text.split(':');
  const detail = rest.join(':');
  if (kind === config.otp.source && detail === '') return config.otp;
  if (kind === 'fixed' && detail !== '') return { source: 'fixed', code: detail };
  if (kind === 'smtp') return { source: 'smtp', ...(detail === '' ? {} : { port: Number(detail) }) };
  if (kind === 'command' && detail !== '') return { source: 'command', command: [detail] };
  if (kind === 'prompt') return { source: 'prompt' };
  throw new WrongUse(`--otp ${text}: the configuration describes the source ${config.otp.source} only`);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongUse(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
