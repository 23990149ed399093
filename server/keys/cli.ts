/**
 * `npm run rotate-keys`: adds the next signing key to the file of keys, to be used in a day, or in as many hours as are
 * given. Servers that run read the file again at SIGHUP.
 */
import { join } from 'node:path';
import { systemClock } from '../chance/clock.ts';
import { systemRandomness } from '../chance/randomness.ts';
import { readSettings } from '../settings.ts';
import { withSettingsFile } from '../settings-file.ts';
import { rotateKeyFile } from './rotate.ts';

const [hours = '24'] = process.argv.slice(2);
const leadSeconds = Number(hours) * 3600;
const found = withSettingsFile(process.env);
const read = found.outcome === 'wrong' ? found : readSettings(found.environment);
if (read.outcome === 'wrong') fail(`The settings cannot be used:\n${read.problems.join('\n')}`);
else if (!(leadSeconds >= 3600)) fail('Say in how many hours the next key is to be used: one at least.');
else {
  const file = join(read.settings.dataFolder, 'keys.json');
  await rotateKeyFile(file, leadSeconds, systemClock.now(), systemRandomness).then(
    (usedFrom) =>
      console.log(`The next key stands in ${file} and signs from ${usedFrom} on. Send SIGHUP to the servers.`),
    (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
  );
}

function fail(words: string): void {
  console.error(words);
  process.exitCode = 1;
}
