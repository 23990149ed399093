/** Something that the server depends on is out of order for a while, where the server lets the suite say so. */
import { filledIn } from './json-pointer.ts';
import { NotTestable, Skipped } from './problem.ts';
import { sent } from './wire.ts';
import type { World } from './world.ts';

/** Plays something during an outage, and ends the outage whatever comes of it. @throws Skipped when there is no way */
export async function duringOutage<Result>(world: World, play: () => Promise<Result>): Promise<Result> {
  const { outage } = world.config;
  if (outage === undefined)
    throw new Skipped('takes something that the server depends on to be unavailable: declare how, as outage');
  const url = filledIn(outage.url, { issuer: world.issuer });
  const tell = async (body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const { status } = await sent(world.send, { method: 'POST', url, headers, body: JSON.stringify(body) });
    if (status >= 300) throw new NotTestable(`the outage was answered with ${status}`);
  };
  await tell(outage.begin);
  try {
    return await play();
  } finally {
    await tell(outage.end);
  }
}
