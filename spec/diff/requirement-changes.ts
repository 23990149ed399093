/** What differs in the requirements. A new order breaks whoever has to follow it; another wording breaks nobody. */
import type { Change } from './change.ts';
import type { RequirementEntry, Version } from './version.ts';

const strength = ['MAY', 'SHOULD NOT', 'SHOULD', 'MUST NOT', 'MUST'];
/** Documents that are named have numbers in their names, which are no rule. */
const citations = /\bRFC \d+(?: §[\d.]*\d)?|\bBCP \d+|\bSP 800-63B\b/g;
const isOrder = (level: string): boolean => level.startsWith('MUST');

/** Changes of requirements, by id; an id that changed while the sentence stayed is a new name. */
export function requirementChanges(before: Version, after: Version): Change[] {
  const old = new Map(before.requirements.map((entry) => [entry.id, entry]));
  const now = new Map(after.requirements.map((entry) => [entry.id, entry]));
  const removed = before.requirements.filter(({ id }) => !now.has(id));
  const added = after.requirements.filter(({ id }) => !old.has(id));
  const renamed = removed.flatMap((from) => {
    const to = added.find(({ text }) => text === from.text);
    return to === undefined ? [] : [[from, to] as const];
  });
  const isRenamed = (entry: RequirementEntry) => renamed.some((pair) => pair.includes(entry));
  return [
    ...renamed.map(([from, to]) => change('renamed', from.id, `is now ${to.id}`, from, false)),
    ...added
      .filter((entry) => !isRenamed(entry))
      .map((entry) => change('added', entry.id, `${entry.level}: ${entry.text}`, entry, isOrder(entry.level))),
    ...removed
      .filter((entry) => !isRenamed(entry))
      .map((entry) => change('removed', entry.id, `${entry.level}: ${entry.text}`, entry, false)),
    ...before.requirements.flatMap((entry) => {
      const other = now.get(entry.id);
      return other === undefined ? [] : entryChanges(entry, other);
    }),
  ];
}

function entryChanges(old: RequirementEntry, now: RequirementEntry): Change[] {
  if (old.level !== now.level) {
    const raised = strength.indexOf(now.level) > strength.indexOf(old.level);
    return [change('changed', old.id, `was ${old.level}, is ${now.level}`, now, raised && isOrder(now.level))];
  }
  if (old.actor !== now.actor)
    return [change('changed', old.id, `was for the ${old.actor}, is for the ${now.actor}`, now, isOrder(now.level))];
  if (old.text === now.text) return [];
  // Other numbers are another rule; other words may be the same one, which a reader decides.
  const numbers = (text: string) => (text.replace(citations, '').match(/\d+/g) ?? []).join(' ');
  return numbers(old.text) === numbers(now.text)
    ? [change('reworded', old.id, now.text, now, false)]
    : [
        change(
          'changed',
          old.id,
          `numbers were ${numbers(old.text) || 'none'}, are ${numbers(now.text) || 'none'}`,
          now,
          isOrder(now.level),
        ),
      ];
}

const change = (
  kind: Change['kind'],
  subject: string,
  detail: string,
  { actor }: RequirementEntry,
  breaks: boolean,
): Change => ({
  area: 'requirements',
  kind,
  subject,
  detail,
  breaksClient: breaks && actor === 'client',
  breaksServer: breaks && actor !== 'client',
});
