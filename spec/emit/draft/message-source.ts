/** What the resource owner of the kiosk story reads or hears, made of the recording and the model's own sentences. */
import {
  type CodeMessageParts,
  codeMessage,
  type DeliveryMethod,
  deliveryMethods,
  grantNotice,
  type ScopeName,
  scopes,
} from '../../../model/index.ts';
import { story } from '../../draft/story.ts';
import type { Recording } from '../recording.ts';
import { membersOf } from '../wire.ts';
import { lineWidth } from './fold.ts';
import type { Block } from './tree.ts';

/**
 * A message as a block: the passcode's by the name of a delivery method, or the `notice` to the other contacts.
 *
 * @returns undefined for another name, or when the story was not recorded
 */
export function messageBlock(recordings: readonly Recording[], name: string): Block | undefined {
  const parts = partsOf(recordings);
  if (parts === undefined) return undefined;
  const block = (value: string): Block => ({
    kind: 'source',
    type: 'text',
    name: `${story.scenario}-${name}.txt`,
    text: wrapped(value),
  });
  if (name === 'notice') return block(grantNotice({ ...parts, method: 'email' }).text);
  if (!Object.hasOwn(deliveryMethods, name)) return undefined;
  return block(codeMessage({ ...parts, method: name as DeliveryMethod }).text); // an own key
}

/** What the recording says: which passcode was right, what was asked for, and what the delivery response told. */
function partsOf(recordings: readonly Recording[]): Omit<CodeMessageParts, 'method'> | undefined {
  const steps = recordings.find(({ scenario }) => scenario === story.scenario)?.steps ?? [];
  const asked = steps.find(({ outcome }) => outcome === 'sessionIssued');
  const sent = steps.find(({ outcome }) => outcome === 'codeSent');
  const granted = steps.find(({ outcome }) => outcome === 'tokenIssued');
  if (asked === undefined || sent === undefined || granted === undefined) return undefined;
  const { scope = '' } = membersOf(asked.request.body ?? '');
  const { user_code: passcode = '' } = membersOf(granted.request.body ?? '');
  const told = JSON.parse(sent.response.body ?? '{}') as { expires_in: number; binding_message: string }; // recorded
  return {
    clientName: story.clientName,
    utilityName: story.utilityName,
    autofillDomain: story.autofillDomain,
    denialUrl: story.denialUrl,
    scopes: scope.split(' ').flatMap(scopeNames),
    code: passcode,
    lifeSeconds: told.expires_in,
    bindingMessage: told.binding_message,
  };
}

const scopeNames = (value: string): ScopeName[] =>
  (Object.keys(scopes) as ScopeName[]).filter((name) => scopes[name].name === value); // own keys

/** Lines cut at blanks so that they fit. A message has no line breaks of its own that matter to the width. */
const wrapped = (value: string): string =>
  value
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      for (const word of line.split(' ')) {
        const last = lines.at(-1);
        if (last === undefined || last.length + 1 + word.length > lineWidth) lines.push(word);
        else lines[lines.length - 1] = `${last} ${word}`;
      }
      return lines;
    })
    .join('\n');
