/**
 * `npm run generate` and `npm run check`: arguments and printing only. One writes `generated/`, the other proves that it
 * still says what the model says.
 */
import { performance } from 'node:perf_hooks';
import { generate } from './emit/pipeline.ts';

const commands: Readonly<Record<string, () => Promise<number>>> = {
  generate: async () => {
    const { written, deleted } = await generate();
    for (const path of written) console.log(`wrote    generated/${path}`);
    for (const path of deleted) console.log(`deleted  generated/${path}`);
    console.log(`${written.length} written, ${deleted.length} deleted`);
    return 0;
  },
};

const [name = ''] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`Say what to do: ${Object.keys(commands).join(' or ')}.`);
  process.exit(2);
}
const startedAt = performance.now();
const status = await command();
console.log(`${name} took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(status);
