/** What a run comes to, by profile and as an exit code. */

import { offeredUrl } from './discovery.ts';
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
  const own = verdicts.filter(({ profile }) => profile === name);
  if (!isOffered(name, world, own)) return 'not offered';
  if (own.some(({ status }) => status === 'failed')) return 'failed';
  if (own.some(({ status }) => status === 'could-not-test')) return 'could not test';
  return own.some(({ status }) => status === 'passed') ? 'passed' : 'not tested';
}

/** Whether the server offers a profile: by its metadata, or by what was seen where no metadata says it. */
function isOffered(name: ProfileName, { discovered }: World, own: readonly Verdict[]): boolean {
  switch (name) {
    case 'core':
      return true;
    case 'refresh':
    case 'revocation':
    case 'introspection':
      return offeredUrl(discovered, name) !== undefined;
    case 'dpop': {
      const algorithms = discovered.metadata.dpop_signing_alg_values_supported;
      return Array.isArray(algorithms) && algorithms.length > 0;
    }
    case 'hints':
      return own.some(({ status }) => status !== 'skipped');
  }
}
