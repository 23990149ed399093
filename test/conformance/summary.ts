/** What a run comes to, by profile and as an exit code. */
import { type ProfileName, profileNames, type Report, type Status, type Summary, type Verdict } from './options.ts';
import type { World } from './world.ts';

export function summaryOf(
  verdicts: readonly Verdict[],
  world: World,
): { readonly summary: Summary; readonly exitCode: Report['exitCode'] } {
  const count = (status: Status): number => verdicts.filter((one) => one.status === status).length;
  const [passed, failed, skipped, couldNotTest] = (['passed', 'failed', 'skipped', 'could-not-test'] as const).map(
    count,
  );
  const profiles = Object.fromEntries(profileNames.map((name) => [name, profileOf(name, verdicts, world)]));
  const summary = {
    passed: passed ?? 0,
    failed: failed ?? 0,
    skipped: skipped ?? 0,
    couldNotTest: couldNotTest ?? 0,
    profiles: profiles as Summary['profiles'], // one for each name
  };
  const isNothing = summary.passed === 0;
  return { summary, exitCode: summary.failed > 0 ? 1 : summary.couldNotTest > 0 || isNothing ? 2 : 0 };
}

function profileOf(name: ProfileName, verdicts: readonly Verdict[], world: World): Summary['profiles'][ProfileName] {
  if (!isOffered(name, world)) return 'not offered';
  const own = verdicts.filter(({ profile }) => profile === name);
  if (own.some(({ status }) => status === 'failed')) return 'failed';
  if (own.some(({ status }) => status === 'could-not-test')) return 'could not test';
  return own.some(({ status }) => status === 'passed') ? 'passed' : 'not tested';
}

/** Whether the metadata announces a profile. */
export function isOffered(name: ProfileName, { discovered: { metadata } }: Pick<World, 'discovered'>): boolean {
  const lists = (member: string, value?: string): boolean => {
    const list = metadata[member];
    return Array.isArray(list) && (value === undefined ? list.length > 0 : list.includes(value));
  };
  switch (name) {
    case 'core':
      return true;
    case 'refresh':
      return lists('grant_types_supported', 'refresh_token');
    case 'dpop':
      return lists('dpop_signing_alg_values_supported');
    case 'hints':
      return false; // no metadata says it: they are seen in answers
  }
}
