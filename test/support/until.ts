/** Waiting for what another process does. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds. @throws Error when it does not in twenty seconds */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('it never came about');
}
