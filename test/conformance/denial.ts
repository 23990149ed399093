/** "This was not me": how the resource owner of the configuration says so. */
import { filledIn } from './json-pointer.ts';
import { output } from './otp/command.ts';
import type { ReceivedCode } from './otp/source.ts';
import { NotTestable, Skipped } from './problem.ts';
import { sent } from './wire.ts';
import type { Recipient, World } from './world.ts';

/** @throws Skipped when the configuration says no way; NotTestable when the way leads nowhere */
export async function denied(world: World, { contact, method }: Recipient, { text, id }: ReceivedCode): Promise<void> {
  const { denial } = world.config;
  if (denial === undefined) throw new Skipped('the configuration names no way to deny');
  if ('command' in denial) {
    await output(denial.command, { OTP_ISSUER: world.issuer, OTP_CONTACT: contact, OTP_METHOD: method }, 30);
    return;
  }
  const match = denial.pattern === undefined ? undefined : new RegExp(denial.pattern).exec(text ?? '')?.[1];
  const values = {
    issuer: world.issuer,
    contact,
    ...(id === undefined ? {} : { id }),
    ...(match === undefined ? {} : { match }),
  };
  const body = Object.fromEntries(
    Object.entries(denial.body ?? {}).map(([name, value]) => [name, filledIn(value, values, (one) => one)]),
  );
  const url = filledIn(denial.url, values);
  if (/\{(id|match)\}/.test(url + Object.values(body).join(' '))) {
    throw new Skipped(`the ${world.source.kind} source hands out too little of a message to deny by it`);
  }
  const answer = await sent(world.send, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status >= 300) throw new NotTestable(`the denial was answered with ${answer.status}`);
}
