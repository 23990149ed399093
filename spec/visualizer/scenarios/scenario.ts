/** Runs that are told: what they are called, what they are played under, and what they show. */
import type { AnyMitigation, Recording } from '../../../model/index.ts';
import { type Setting, type SettingChanges, settingWith } from '../run/setting.ts';
import type { Step } from '../run/step.ts';
import { stepsOfText } from '../run/step-text.ts';

export const scenarioGroups = {
  story: 'Stories',
  delivery: 'Ways of a message',
  attack: 'What happens without this MUST',
  trace: 'Found by the model checker',
} as const;

export type ScenarioGroup = keyof typeof scenarioGroups;

/** A scenario as it is written: its steps are text, as in a link. */
export interface Script {
  readonly title: string;
  readonly group: ScenarioGroup;
  readonly steps: string;
  readonly changes?: SettingChanges;
  /** The mitigation without which this happens; shown beside the same steps with it. */
  readonly without?: AnyMitigation;
  /** What to look at, as a sentence or two. */
  readonly moral?: string;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly group: ScenarioGroup;
  readonly steps: readonly Step[];
  readonly setting: Setting;
  readonly without?: AnyMitigation;
  readonly moral?: string;
  /** Titles of steps, by place; the steps of a recording have those of the recording. */
  readonly titles: Readonly<Record<number, string>>;
}

/**
 * The scenario of a script. A recording with the same name gives its requests their titles, in order.
 *
 * @throws Error when a step is not known, or a recording has other exchanges than the script
 */
export function scenarioOf(id: string, script: Script, recording?: Recording): Scenario {
  const { steps, unknown } = stepsOfText(script.steps);
  if (unknown !== undefined) throw new Error(`scenario ${id}: no machine knows the step "${unknown}"`);
  const titles: Record<number, string> = {};
  const recorded = [...(recording?.steps ?? [])];
  for (const [place, step] of steps.entries()) {
    if (step.kind !== 'request' || recording === undefined) continue;
    const next = recorded.shift();
    if (next?.exchange !== step.exchange) {
      throw new Error(
        `scenario ${id}: step ${place + 1} asks for ${step.exchange}, the recording for ${next?.exchange}`,
      );
    }
    titles[place] = next.title;
  }
  if (recorded.length > 0) throw new Error(`scenario ${id}: ${recorded.length} recorded exchanges have no step`);
  const { title, group, changes, without, moral } = script;
  return {
    id,
    title: recording?.title ?? title,
    group,
    steps,
    setting: settingWith(changes),
    titles,
    ...(without === undefined ? {} : { without }),
    ...(moral === undefined ? {} : { moral }),
  };
}
