/** Every sentence with what keeps it, as a page: the line from the draft to the transition. */
import type { RequirementId } from '../../../model/index.ts';
import { sentenceMember } from '../../visualizer/run/sentence-link.ts';
import { type RequirementEntry, requirementMatrix } from '../requirement-matrix.ts';
import { escapeXml } from './escape.ts';
import { plainPage } from './plain-page.ts';
import type { SentenceLinks } from './visualizer-page.ts';

/** `site/requirements.html`. Each row can be linked to by the id of its sentence. */
export function requirementsPage(style: string, links: SentenceLinks): string {
  const entries = requirementMatrix();
  const topics = new Map<string, RequirementEntry[]>();
  for (const entry of entries) {
    const [topic = ''] = entry.id.split('/');
    topics.set(topic, [...(topics.get(topic) ?? []), entry]);
  }
  const sections = [...topics].map(([topic, members]) => section(topic, members, links));
  const contents = [...topics].map(
    ([topic, members]) => `<a href="#${topic}">${topic} <span class="soft">${members.length}</span></a>`,
  );
  return plainPage({
    title: 'Sentences',
    lead: `All ${entries.length} normative sentences, with what keeps each of them. A transition is named by its state, its event and its place.`,
    main: `<nav class="contents" aria-label="Topics">${contents.join('')}</nav>\n${sections.join('\n')}`,
    style,
    path: 'requirements.html',
  });
}

const section = (
  topic: string,
  entries: readonly RequirementEntry[],
  links: SentenceLinks,
): string => `<section aria-labelledby="${topic}">
<h2 id="${topic}">${topic}</h2>
<ul class="sentences">
${entries.map((entry) => item(entry, links[entry.id])).join('\n')}
</ul>
</section>`;

function item({ id, level, actor, text, attachedTo, mitigation }: RequirementEntry, link: string | undefined): string {
  const kept = keptBy(attachedTo);
  return `<li id="${anchorOf(id)}"><p class="head"><span class="level ${level.split(' ')[0]?.toLowerCase()}">${level}</span> <code>${id}</code> <span class="soft">${actor}</span>${link === undefined ? '' : ` <a href="${escapeXml(link)}">in the draft</a>`} <a href="visualizer.html#${sentenceMember}=${id}">in the visualizer</a></p>
<p>${escapeXml(text)}</p>
<details><summary>Kept in ${kept.length} ${kept.length === 1 ? 'place' : 'places'}${mitigation === undefined ? '' : `; switched off by ${mitigation}`}</summary><ul>${kept.map((words) => `<li>${escapeXml(words)}</li>`).join('')}</ul></details></li>`;
}

function keptBy({ transitions, ...lists }: RequirementEntry['attachedTo']): string[] {
  const others = Object.entries(lists).flatMap(([kind, names]) =>
    names.map((name) => `${kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${name}`),
  );
  return [
    ...Object.entries(transitions).flatMap(([machine, ids]) => ids.map((id) => `machine ${machine}: ${id}`)),
    ...others,
  ];
}

/** The id itself: a slash may stand in a fragment. */
const anchorOf = (id: RequirementId): string => id;
