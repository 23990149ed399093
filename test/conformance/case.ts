/** A case: what it looks at, and how it is played. */
import type { FormExchange } from './discovery.ts';
import type { ProfileName, SuiteName } from './options.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

export interface Case {
  /** `suite/…`, the same in every run and for every server. */
  readonly id: string;
  readonly suite: SuiteName;
  /** `core` unless set. */
  readonly profile?: ProfileName;
  /** What has to be true, as a sentence. */
  readonly title: string;
  /** Ids of requirements. */
  readonly requirements: readonly string[];
  /** Whether it looks at what the other cases have gathered, and so comes last in every order. */
  readonly isLast?: boolean;
  /**
   * Plays it. Returns when the server did as it has to.
   *
   * @throws Deviation, NotTestable, Skipped
   */
  play(stage: Stage): Promise<void>;
}

/** Makes the cases of a suite: from a name within the suite, a sentence, requirement ids, and how it is played. */
export const caseOf =
  (suite: SuiteName, profile: ProfileName = 'core') =>
  (name: string, title: string, requirements: readonly string[], play: Case['play']): Case => ({
    id: `${suite}/${name}`,
    suite,
    profile,
    title,
    requirements,
    play,
  });

/** The profile that the cases about a form belong to. */
export const profileOf = (exchange: FormExchange): ProfileName =>
  exchange === 'refresh' || exchange === 'revocation' || exchange === 'introspection' ? exchange : 'core';

/** Lists the cases of a suite, for a server. */
export type CaseList = (world: World) => readonly Case[];
