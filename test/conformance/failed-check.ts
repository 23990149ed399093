/**
 * Where a case parted from a server, as a link into the visualizer: what was done, never what was sent. The form is that
 * of `generated/site/failed-check.schema.json`.
 */
import { generatedJson } from './facts.ts';

/** One thing that was done. */
export type CheckStep =
  | { readonly input: string }
  | { readonly untilSeconds: number }
  | { readonly request: string; readonly facts: Readonly<Record<string, string>> };

export interface FailedCheck {
  readonly title: string;
  readonly steps: readonly CheckStep[];
  readonly expected: string;
  readonly received: string;
  readonly requirement?: string;
}

interface Links {
  readonly machines: string;
  readonly failedCheck: { readonly member: string };
}

const longestWords = 200;

/** What the page takes for a secret, and so refuses to show: long numbers, and anything that could be a token. */
const likeSecret = /[0-9]{6,}|[A-Za-z0-9_~+/=.-]{40,}/g;

/** Words as the page takes them. */
const shown = (words: string): string =>
  words
    .replaceAll(/[\r\n]+/g, ' ')
    .slice(0, longestWords)
    .replaceAll(likeSecret, '…');

/** The page with the check in its fragment; the page stands beside the report. */
export function visualizerLink(check: FailedCheck, limits: Readonly<Record<string, number>> = {}): string {
  const { machines, failedCheck } = generatedJson<Links>('site/links.json');
  const usual = generatedJson<{ limits: Record<string, number> }>('conformance/sandbox.config.json').limits;
  const unusual = Object.entries(limits).filter(([name, value]) => usual[name] !== value && name in usual);
  const done = check.steps.filter((step) => !('untilSeconds' in step)).length;
  const whole = {
    machines: machines.slice(0, 12),
    title: shown(check.title),
    ...(unusual.length === 0 ? {} : { limits: Object.fromEntries(unusual) }),
    steps: check.steps,
    divergesAt: done,
    expected: shown(check.expected),
    received: shown(check.received),
    ...(check.requirement === undefined ? {} : { requirement: check.requirement }),
  };
  return `visualizer.html#${failedCheck.member}=${encodeURIComponent(JSON.stringify(whole))}`;
}
