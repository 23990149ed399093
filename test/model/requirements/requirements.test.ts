import { describe, expect, it } from 'vitest';
import { duties, type RequirementRow, requirements } from '../../../model/index.ts';

const rows = Object.entries<RequirementRow>(requirements);

/** Key words as BCP 14 lists them; the longer ones first, so that MUST NOT is not read as MUST. */
const keyWords =
  /\b(MUST NOT|MUST|REQUIRED|SHALL NOT|SHALL|SHOULD NOT|SHOULD|NOT RECOMMENDED|RECOMMENDED|MAY|OPTIONAL)\b/g;

const keyWordsOf = (text: string): string[] => text.match(keyWords) ?? [];

/** What is wrong with a requirement; empty when nothing is. */
function problems(id: string, { level, text }: RequirementRow): string[] {
  const words = keyWordsOf(text);
  return [
    ...(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id) ? [] : ['the id is not <message>/<rule>']),
    ...(words.length === 1 && words[0] === level
      ? []
      : [`it has the key words ${words.join(', ')} and not ${level} once`]),
    ...(/^\p{Lu}[^.]*(\.[^ .][^.]*)*\.$/u.test(text) ? [] : ['it is not one sentence with a full stop']),
    ...(/\b(undefined|NaN|null)\b/.test(text) ? ['a value is missing in it'] : []),
  ];
}

describe('A requirement', () => {
  it.each(rows)('%s is one sentence with its level in it, once (BCP 14)', (id, row) => {
    expect(problems(id, row)).toEqual([]);
  });

  it.each(rows)('%s names who it obliges, where the sentence has a person as its subject', (_id, { actor, text }) => {
    const subject = /^(?:An?|The) (authorization server|resource server|client)\b/.exec(text)?.[1];
    if (subject !== undefined) expect(subject).toBe(actor);
  });

  it('is worded once', () => {
    const texts = rows.map(([, { text }]) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has an id that is used once, though six tables are joined', async () => {
    const tables = await Promise.all([
      import('../../../model/requirements/requests.ts'),
      import('../../../model/requirements/identification.ts'),
      import('../../../model/requirements/transaction.ts'),
      import('../../../model/requirements/refresh.ts'),
      import('../../../model/requirements/token-status.ts'),
      import('../../../model/requirements/proofs.ts'),
    ]);
    const counted = tables.flatMap((table) => Object.values(table).map((rows) => Object.keys(rows).length));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it.each([
    ['a level that is not in the sentence', { level: 'SHOULD', actor: 'client', text: 'The client MUST stop.' }],
    ['two key words', { level: 'MUST', actor: 'client', text: 'The client MUST stop and SHOULD say so.' }],
    ['the negation of its level', { level: 'MUST', actor: 'client', text: 'The client MUST NOT stop.' }],
    ['no full stop', { level: 'MUST', actor: 'client', text: 'The client MUST stop' }],
    ['two sentences', { level: 'MUST', actor: 'client', text: 'The client MUST stop. It is over.' }],
    ['a hole', { level: 'MUST', actor: 'client', text: 'The client MUST send undefined.' }],
  ] satisfies [string, RequirementRow][])('would be found with %s', (_title, row) => {
    expect(problems('client/stops', row)).toHaveLength(1);
  });

  it.each(['client', 'client/', 'Client/stops', 'client/stops_now', 'client/stops/now'])(
    'would be found as %s',
    (id) => {
      expect(problems(id, { level: 'MUST', actor: 'client', text: 'The client MUST stop.' })).toHaveLength(1);
    },
  );
});

describe('A duty', () => {
  it.each(Object.entries(duties))('%s stands for requirements and is told in a sentence', (_name, duty) => {
    expect(duty.requirements.length).toBeGreaterThan(0);
    expect(duty.description).toMatch(/^\p{Lu}.*\.$/u);
    for (const id of duty.requirements) expect(Object.keys(requirements)).toContain(id);
  });
});
