/** Reads the failed check in a fragment. It comes from anybody, so that nothing in it is believed. */
import type { LimitName } from '../../../model/index.ts';
import { differentDigest, type ReadLink, type Received, shortDigest } from '../run/link.ts';
import { limitNames, type Setting, settingWith } from '../run/setting.ts';
import { type FailedCheck, failedMember, isKnownSentence, shownWords } from './failed-check.ts';
import { playCheck } from './play-suite.ts';

/** The run that led to the failure, standing where the two part; undefined when the fragment is no failed check. */
export function readFailedCheck(fragment: string, digest: string): ReadLink | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(`${failedMember}=`)) return undefined;
  const check = parsed(text.slice(failedMember.length + 1));
  if (check === undefined) return undefined;
  const problems: string[] = [];
  const made = String(check.machines);
  if (made.length < 12 || shortDigest(made) !== shortDigest(digest)) problems.push(differentDigest(made, digest));
  const setting = settingOf(check, problems);
  const { steps, ends, unknown } = playCheck(setting, Array.isArray(check.steps) ? check.steps : []);
  if (unknown !== undefined) {
    problems.push(
      `The step ${shownWords(unknown.slice(0, 80)) ?? 'that comes next'} is not known here; it and what follows is left out.`,
    );
  }
  const at = ends[Number(check.divergesAt) - 1];
  if (at === undefined) problems.push('The step at which the check failed could not be played.');
  const words = (name: 'expected' | 'received' | 'title'): string => {
    const shown = shownWords(check[name]);
    if (shown === undefined)
      problems.push(`What was ${name} is missing, too long, or looks like a secret; it is left out.`);
    return shown ?? 'left out';
  };
  const received: Received | undefined =
    at === undefined
      ? undefined
      : {
          at: at - 1,
          words: words('received'),
          expected: words('expected'),
          ...(isKnownSentence(check.requirement) ? { requirement: check.requirement } : {}),
        };
  return {
    setting,
    steps,
    at: at ?? steps.length,
    title: words('title'),
    ...(received === undefined ? {} : { received }),
    problems,
  };
}

type Unbelieved = { readonly [Name in keyof FailedCheck]?: unknown };

function parsed(text: string): Unbelieved | undefined {
  try {
    const check: unknown = JSON.parse(decodeURIComponent(text));
    return typeof check === 'object' && check !== null && !Array.isArray(check) ? check : undefined;
  } catch {
    return undefined;
  }
}

function settingOf({ limits }: Unbelieved, problems: string[]): Setting {
  const known: Partial<Record<LimitName, number>> = {};
  for (const [text, value] of Object.entries(limits ?? {})) {
    const name = limitNames.find((one) => one === text);
    if (name === undefined || typeof value !== 'number')
      problems.push(`The limit "${text.slice(0, 60)}" is not known here.`);
    else known[name] = value;
  }
  try {
    return settingWith({ limits: known });
  } catch {
    problems.push('The limits of the check cannot be set here; the recommended ones are used.');
    return settingWith();
  }
}
