/** What a run is played under: the operator's policy, and what kind of person the resource owner is. */
import {
  type AnyMitigation,
  type LimitName,
  limits as limitRows,
  type Policy,
  policyWith,
  resourceOwner,
  switchedOff,
} from '../../../model/index.ts';

const { values: heeds } = resourceOwner.variables.heed;

/** Whether the resource owner compares what the message says with what they see. */
export type Heed = (typeof heeds)[number];

export interface Setting {
  readonly policy: Policy;
  readonly heed: Heed;
}

export interface SettingChanges {
  readonly limits?: Readonly<Partial<Record<LimitName, number>>>;
  readonly off?: readonly AnyMitigation[];
  readonly heed?: Heed;
}

// The keys of a constant table are exactly its names.
export const limitNames = Object.keys(limitRows) as readonly LimitName[];

/**
 * The recommended policy and a careful resource owner, but for what is named.
 *
 * @throws RangeError for a limit out of its range
 */
export const settingWith = ({ limits = {}, off = [], heed = heeds[0] }: SettingChanges = {}): Setting => ({
  policy: policyWith({ limits, off }),
  heed,
});

/** What differs from the recommended. */
export function changesOf({ policy, heed }: Setting): Required<SettingChanges> {
  const changed = limitNames.filter((name) => policy.limits[name] !== limitRows[name].default);
  return {
    limits: Object.fromEntries(changed.map((name) => [name, policy.limits[name]])),
    off: switchedOff(policy),
    heed,
  };
}

export const heedValues: readonly Heed[] = heeds;
export const defaultHeed: Heed = heeds[0];
