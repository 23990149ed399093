/**
 * `npm start`: the authorization server with its usage resource, the kiosk and the sandbox's inbox on one port. Needs no
 * configuration; says what to open. Ends cleanly on SIGINT and SIGTERM, and reads its keys again on
 * SIGHUP.
 */
import { join } from 'node:path';
import { buildApp } from './app.ts';
import { urlOf } from './authorization-server.ts';
import { steadyClock } from './chance/clock.ts';
import { systemRandomness } from './chance/randomness.ts';
import { openKeyRing } from './keys/key-ring.ts';
import { healthOf } from './operations/health.ts';
import { createMetrics } from './operations/metrics.ts';
import { everyLog, lineLog } from './operations/operator-log.ts';
import { operations } from './operations/plugin.ts';
import { offsetClock } from './sandbox/offset-clock.ts';
import { sandboxParts } from './sandbox/parts.ts';
import { type ProcessSettings, readSettings } from './settings.ts';
import { withSettingsFile } from './settings-file.ts';
import { openStore } from './store/open-store.ts';

const found = withSettingsFile(process.env);
const read = found.outcome === 'wrong' ? found : readSettings(found.environment);
if (read.outcome === 'wrong') {
  console.error(`The settings cannot be used:\n${read.problems.map((problem) => `- ${problem}`).join('\n')}`);
  process.exit(1);
}
await start(read.settings).catch((error: unknown) => {
  console.error(`The server cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

async function start(settings: ProcessSettings): Promise<void> {
  const store = await openStore(settings);
  const wallClock = steadyClock();
  const clock = offsetClock(wallClock); // the one that everything below reads; only a sandbox can advance it
  const keys = await openKeyRing(join(settings.dataFolder, 'keys.json'), clock);
  const lines = lineLog(clock, (line) => console.log(line));
  // nobody reads numbers without a port for them, so nobody counts
  const metrics = settings.operationsPort === undefined ? undefined : createMetrics();
  const log = metrics === undefined ? lines : everyLog(lines, metrics.log);
  const health = healthOf(store, wallClock);
  const parts = await sandboxParts(settings, { store, keys, clock, randomness: systemRandomness, log });
  const { http, outbox } = await buildApp({ ...parts, pauseMilliseconds: 20, ...(metrics && { time: metrics.time }) });
  await http.listen({ host: settings.host, port: settings.port });
  const operator = metrics && operations({ health, metrics });
  if (settings.operationsPort !== undefined)
    await operator?.listen({ host: settings.host, port: settings.operationsPort });
  // what goes wrong with a chore is tried again a second later, and does not end the process
  const failed = (error: unknown): void => log.note('chore.failed', { detail: String(error) });
  const chores = setInterval(() => {
    outbox.run().catch(failed);
    store.purge(clock.now()).catch(failed);
  }, 1_000);
  const stop = async (): Promise<void> => {
    health.stop();
    clearInterval(chores);
    await http.close();
    await outbox.run();
    await parts.gateway.close();
    await store.close();
    await operator?.close(); // last, so that whoever asks meanwhile is told that the server is stopping
    process.exit(0);
  };
  process.on('SIGHUP', () => {
    keys.reload().then(
      () => log.note('keys.reloaded', { published: keys.publicKeys().keys.length }),
      (error: unknown) => log.note('keys.not-reloaded', { detail: String(error) }),
    );
  });
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  console.log(greeting(settings));
}

function greeting(settings: ProcessSettings): string {
  const { protocol, dataFolder, databaseUrl, sandbox, clientsFile, host, operationsPort } = settings;
  const { issuer } = protocol;
  const lines = [
    ...(sandbox
      ? [
          `Kiosk      ${issuer}/kiosk    try 12 Sunny Lane, 90001`,
          `Inbox      ${issuer}/inbox    what the customer's phone and mailbox show`,
          `Sandbox    ${issuer}/downloads/sandbox.md    magic customers, the clock, and faults`,
        ]
      : []),
    `Site       ${issuer}/site/    visualizer, sentences, the HTTP interface, and all downloads`,
    `Metadata   ${urlOf(protocol, 'metadata')}`,
    ...(operationsPort === undefined
      ? []
      : [`Operator   http://${host}:${operationsPort}/metrics    and /health/live, /health/ready`]),
    '',
    ...(sandbox || clientsFile !== undefined ? [] : ['No client is registered: name a file in OTP_FLOW_CLIENTS.']),
    `${databaseUrl === undefined ? 'Data is' : 'Keys are'} kept in ${dataFolder}. Stop with Ctrl-C; a restart loses nothing.`,
  ];
  return `\nOTP-flow is running.\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
