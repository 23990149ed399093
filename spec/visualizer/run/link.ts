/**
 * A run as the fragment of a link: the digest of the machines it was made for, what it was played under, the steps, and
 * where the reader stands. A link made for other machines is played as far as it can be, and says so.
 */
import {
  type AnyMitigation,
  allMitigations,
  type LimitName,
  policyProblems,
  type RequirementId,
} from '../../../model/index.ts';
import { isKnownSentence, shownWords } from '../failure/failed-check.ts';
import { changesOf, defaultHeed, type Heed, heedValues, limitNames, type Setting, settingWith } from './setting.ts';
import type { Step } from './step.ts';
import { stepsOfText, type ToldLookup, textOfSteps } from './step-text.ts';

/** What a suite or a checker received instead of what the machines say, at one step. */
export interface Received {
  /** Place of the step among the steps, from 0. */
  readonly at: number;
  /** What came, in a few words: a status and an error code. */
  readonly words: string;
  /** What the suite expected; what the machines say, where it is not said. */
  readonly expected?: string;
  /** The sentence that is not kept. */
  readonly requirement?: RequirementId;
}

export interface Linked {
  readonly setting: Setting;
  readonly steps: readonly Step[];
  /** How many of the steps the reader has taken. */
  readonly at: number;
  /** Name of the scenario that the run began as, for its titles. */
  readonly scenario?: string;
  /** Shown beside the same steps with every mitigation on. */
  readonly isContrasted?: boolean;
  readonly received?: Received;
  /** What the run is called, when it is no scenario. */
  readonly title?: string;
}

export interface ReadLink extends Linked {
  /** What had to be left out, one sentence each. */
  readonly problems: readonly string[];
}

/** The part of a digest that a link carries. */
export const shortDigest = (digest: string): string => digest.slice(0, 12);

/** The fragment, without its `#`. */
export function linkText(
  { setting, steps, at, scenario, isContrasted, received, title }: Linked,
  digest: string,
): string {
  const { limits, off, heed } = changesOf(setting);
  const limitTexts = Object.entries(limits).map(([name, value]) => `${name}.${value}`);
  const members: [string, string | undefined][] = [
    ['m', shortDigest(digest)],
    ['from', scenario],
    ['limits', limitTexts.length === 0 ? undefined : limitTexts.join(',')],
    ['off', off.length === 0 ? undefined : off.join(',')],
    ['heed', heed === defaultHeed ? undefined : heed],
    ['beside', isContrasted === true ? '1' : undefined],
    ['title', escaped(title)],
    ['got', received === undefined ? undefined : `${received.at}.${escaped(received.words)}`],
    ['want', escaped(received?.expected)],
    ['must', received?.requirement],
    ['at', at === steps.length ? undefined : String(at)],
    ['s', textOfSteps(steps)],
  ];
  return members.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join('&');
}

const escaped = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : encodeURIComponent(words);

/** Reads a fragment; undefined when it is none of ours. */
export function readLink(fragment: string, digest: string, told?: ToldLookup): ReadLink | undefined {
  const members = new Map(
    fragment
      .replace(/^#/, '')
      .split('&')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const),
  );
  const made = members.get('m');
  if (made === undefined || !members.has('s')) return undefined;
  const problems = made === shortDigest(digest) ? [] : [differentDigest(made, digest)];
  const { steps, unknown } = stepsOfText(unescaped(members.get('s') ?? ''), told);
  if (unknown !== undefined) {
    problems.push(
      `Step ${steps.length + 1}, "${unknown.slice(0, 60)}", is not known here; it and what follows is left out.`,
    );
  }
  const setting = settingIn(members, problems);
  const wanted = Number(members.get('at') ?? steps.length);
  const scenario = members.get('from');
  const received = receivedIn(members);
  const title = shownWords(unescaped(members.get('title') ?? ''));
  return {
    setting,
    steps,
    at: Number.isInteger(wanted) && wanted >= 0 ? Math.min(wanted, steps.length) : steps.length,
    ...(scenario === undefined ? {} : { scenario }),
    ...(members.get('beside') === '1' ? { isContrasted: true } : {}),
    ...(received === undefined ? {} : { received }),
    ...(title === undefined || title === '' ? {} : { title }),
    problems,
  };
}

/** The sentence for a link that was made for other machines. */
export const differentDigest = (made: string, digest: string): string =>
  `This link was made for other machines (${made.slice(0, 12)}); these are ${shortDigest(digest)}. It is played as far as it goes, and may end elsewhere.`;

function settingIn(members: ReadonlyMap<string, string>, problems: string[]): Setting {
  const limits: Partial<Record<LimitName, number>> = {};
  for (const part of listed(members.get('limits'))) {
    const [text = '', value] = part.split('.');
    const name = limitNames.find((known) => known === text);
    if (name === undefined || !isPossible(name, Number(value)))
      problems.push(`The limit "${part.slice(0, 60)}" cannot be set here.`);
    else limits[name] = Number(value);
  }
  const off = listed(members.get('off')).flatMap((text): AnyMitigation[] => {
    if (isMitigation(text)) return [text];
    problems.push(`There is no mitigation "${text.slice(0, 60)}" here.`);
    return [];
  });
  const heed: Heed = heedValues.find((value) => value === members.get('heed')) ?? defaultHeed;
  try {
    return settingWith({ limits, off, heed });
  } catch {
    problems.push('The limits contradict each other; the recommended ones are used.');
    return settingWith({ off, heed });
  }
}

const isPossible = (name: LimitName, value: number): boolean => {
  const policy = settingWith().policy;
  return policyProblems({ ...policy, limits: { ...policy.limits, [name]: value } }).every(
    (problem) => !problem.startsWith(`${name} is`),
  );
};

const isMitigation = (text: string): text is AnyMitigation => Object.hasOwn(allMitigations, text);

const listed = (text = ''): string[] => text.split(',').filter((part) => part !== '');

function receivedIn(members: ReadonlyMap<string, string>): Received | undefined {
  const [, at, text = ''] = /^(\d{1,3})\.(.*)$/.exec(members.get('got') ?? '') ?? [];
  const words = shownWords(unescaped(text));
  if (at === undefined || words === undefined) return undefined;
  const [expected, requirement] = [shownWords(unescaped(members.get('want') ?? '')), members.get('must')];
  return {
    at: Number(at),
    words,
    ...(expected === undefined || expected === '' ? {} : { expected }),
    ...(isKnownSentence(requirement) ? { requirement } : {}),
  };
}

/** Some programs escape what a fragment may hold as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
