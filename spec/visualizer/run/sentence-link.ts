/** A link to a sentence: the page opens where it is first seen at work. It outlives changes of the machines. */
import { type RequirementId, requirements } from '../../../model/index.ts';

/** The member of the fragment: `visualizer.html#sentence=transaction/wrong-code-lock`. */
export const sentenceMember = 'sentence';

/** The sentence in a fragment; undefined when there is none of that id. */
export function sentenceIn(fragment: string): RequirementId | undefined {
  const [, text = ''] = /^#?sentence=(.*)$/.exec(fragment) ?? [];
  const ids = Object.keys(requirements) as RequirementId[]; // own keys
  return ids.find((id) => id === text || id === text.replaceAll('%2F', '/'));
}
