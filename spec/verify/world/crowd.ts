/**
 * A world large enough to measure an engine with: three transactions of two clients for two customers, and all that time
 * and guesses can do to them.
 */
import { assembled } from './assemble.ts';
import { guesses, variablesAt } from './guessing.ts';
import type { PeopledWorld, Setting } from './rule.ts';
import { type Place, serverOf } from './server.ts';

const places: readonly Place[] = [
  { transaction: 'first', account: 'account', quota: 'quota' },
  { transaction: 'second', account: 'account', quota: "other client's quota" },
  { transaction: 'third', account: "neighbour's account", quota: 'quota' },
];

export function crowdWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  return assembled({
    name: 'crowd',
    variables: variablesAt(server, places),
    rules: places.flatMap((at) => guesses(server, at)),
    subjects: { transaction: ['first', 'second', 'third'] },
  });
}
