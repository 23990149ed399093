/** What the customer reads when a message arrives, as the model words it. */
import { codeMessage, type Message, scopes } from '../../../model/index.ts';
import type { Setting } from '../run/setting.ts';
import type { Taken } from '../run/take.ts';
import { usedMethod } from '../run/world.ts';
import { inLength, type RunValues } from './run-values.ts';

/** Names that an example needs; everybody is made up. */
const example = {
  clientName: 'Lighting Aisle Kiosk',
  utilityName: 'Oakfield Power',
  denialUrl: 'https://utility.example/deny',
  autofillDomain: 'kiosk.example',
};
const strangerName = 'Bargain Watts';

/** The text message that a step of the channel or its reading is about; undefined for other steps. */
export function textMessageOf({ step, before }: Taken, values: RunValues, { policy }: Setting): Message | undefined {
  const code = values.codes.at(-1);
  if (step.kind !== 'event' || code === undefined) return undefined;
  const isDelivery = step.machine === 'channel' && before.snapshots.channel.value !== 'empty';
  const isRead = step.machine === 'resourceOwner' && step.event.type === 'message.read';
  if (!isDelivery && !isRead) return undefined;
  return codeMessage({
    ...example,
    clientName: step.event.name === 'stranger' ? strangerName : example.clientName,
    method: 'sms',
    scopes: [Object.keys(scopes)[0] as keyof typeof scopes], // the table has one at least
    code: inLength(code, policy.limits.codeLength),
    lifeSeconds: policy.limits[usedMethod.life],
    bindingMessage: values.bindingMessage,
  });
}
