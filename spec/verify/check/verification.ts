/**
 * The whole verification: every property in every world, every mitigation off in turn, and what remains. Pure; whoever
 * wants to show progress is told of each verdict as it is reached.
 */
import {
  type AnyMitigation,
  allMitigations,
  livenessProperties,
  machineDefinitions,
  policyWith,
  type RequirementId,
  worldProperties,
} from '../../../model/index.ts';
import type { Setting } from '../world/rule.ts';
import { riskyWorlds, type WorldName, type WorldRow, worlds } from '../world/worlds.ts';
import { type AttemptedStep, attempted } from './attempt.ts';
import { necessity } from './necessity.ts';
import type { NecessityRow } from './necessity-row.ts';
import { type AnyPropertyName, type CheckOptions, check, ruleOf, staged } from './property-check.ts';
import { type ResidualRiskName, type ResidualRow, residualRisks } from './residual.ts';
import { type ToldTrace, told } from './told-trace.ts';

export interface PropertyVerdict {
  readonly property: AnyPropertyName;
  readonly world: string;
  readonly states: number;
  readonly transitions: number;
  /** How it is broken; absent when it holds. */
  readonly counterexample?: ToldTrace;
}

export interface NecessityVerdict {
  readonly mitigation: AnyMitigation;
  readonly requirement: RequirementId;
  readonly title: string;
  readonly harm: string;
  readonly world: WorldName;
  readonly property: AnyPropertyName;
  /** The shortest attack that it stops; absent when none was found, which is a finding. */
  readonly attack?: ToldTrace;
  /** The same steps tried with every mitigation on. */
  readonly attempt?: readonly AttemptedStep[];
}

export interface ResidualVerdict extends ResidualRow {
  readonly risk: ResidualRiskName;
  readonly attack?: ToldTrace;
}

export type Verdict =
  | ({ readonly kind: 'property' } & PropertyVerdict)
  | ({ readonly kind: 'necessity' } & NecessityVerdict)
  | ({ readonly kind: 'residual' } & ResidualVerdict);

export interface VerifyOptions extends CheckOptions {
  readonly onVerdict?: (verdict: Verdict) => void;
}

const all: Readonly<Record<string, WorldRow>> = { ...worlds, ...riskyWorlds };

/** A world of the catalogue by its name. */
export function worldRow(name: string): WorldRow {
  const row = all[name];
  if (row === undefined) throw new Error(`there is no world called ${name}`);
  return row;
}

/** A setting for a world: its limits, all mitigations but those named, and the machines of the model. */
export const settingOf = ({ limits }: WorldRow, ...off: readonly AnyMitigation[]): Setting => ({
  policy: policyWith({ limits, off }),
  machines: machineDefinitions,
});

/** The sentence of a property, and the requirements it stands for. */
export const propertyRow = (name: AnyPropertyName) => ({ ...worldProperties, ...livenessProperties })[name];

/** Every property of every world, with all mitigations on. */
export function verifyProperties({ onVerdict, ...options }: VerifyOptions = {}): PropertyVerdict[] {
  return Object.entries(all).flatMap(([world, row]) => {
    const stage = staged(row, settingOf(row));
    const names: AnyPropertyName[] = [
      ...row.holds,
      ...(Object.keys(row.lives ?? {}) as (keyof typeof livenessProperties)[]),
    ]; // keys of the row
    return names.map((property) => {
      const { states, transitions, counterexample } = check(stage, property, options);
      const broken = counterexample === undefined ? {} : { counterexample: told(stage, counterexample) };
      const verdict: PropertyVerdict = { property, world, states, transitions, ...broken };
      onVerdict?.({ kind: 'property', ...verdict });
      return verdict;
    });
  });
}

/**
 * Every mitigation switched off in turn: the shortest attack that appears.
 *
 * @param rows where to look for it
 */
export function verifyNecessity(
  { onVerdict, ...options }: VerifyOptions = {},
  rows: Partial<typeof necessity> = necessity,
): NecessityVerdict[] {
  const named = Object.entries(rows) as [AnyMitigation, NecessityRow][]; // own entries
  return named.map(([mitigation, { world, property, title, harm }]) => {
    const row = worldRow(world);
    const stage = staged(row, settingOf(row, mitigation));
    const { counterexample } = check(stage, property, options);
    const attack =
      counterexample === undefined
        ? {}
        : {
            attack: told(stage, counterexample),
            attempt: attempted(
              row.build(settingOf(row)),
              counterexample.map((step) => ({ ...ruleOf(stage, step), rule: step.rule })),
            ),
          };
    const { requirement } = allMitigations[mitigation];
    const verdict: NecessityVerdict = { mitigation, requirement, title, harm, world, property, ...attack };
    onVerdict?.({ kind: 'necessity', ...verdict });
    return verdict;
  });
}

/** What breaks although everything is on. */
export function verifyResidual({ onVerdict, ...options }: VerifyOptions = {}): ResidualVerdict[] {
  return Object.entries<ResidualRow>(residualRisks).map(([name, risk]) => {
    const row = worldRow(risk.world);
    const stage = staged(row, settingOf(row));
    const { counterexample } = check(stage, risk.property, options);
    const attack = counterexample === undefined ? {} : { attack: told(stage, counterexample) };
    const verdict: ResidualVerdict = { risk: name as ResidualRiskName, ...risk, ...attack }; // an own key
    onVerdict?.({ kind: 'residual', ...verdict });
    return verdict;
  });
}

/** Everything at once. */
export interface Verification {
  readonly properties: readonly PropertyVerdict[];
  readonly necessity: readonly NecessityVerdict[];
  readonly residual: readonly ResidualVerdict[];
}

export const verify = (options: VerifyOptions = {}): Verification => ({
  properties: verifyProperties(options),
  necessity: verifyNecessity(options),
  residual: verifyResidual(options),
});

/** Something that a verification found wrong. */
export interface Problem {
  /** The property, mitigation or risk, and the world. */
  readonly element: string;
  readonly expected: string;
  readonly actual: string;
  readonly fix: string;
}

/** What a verification found wrong; empty when everything is as it should be. */
export const problemsOf = ({ properties, necessity: needs, residual }: Verification): Problem[] => [
  ...properties.flatMap(({ property, world, counterexample }) =>
    counterexample === undefined
      ? []
      : {
          element: `${property} in the world ${world}`,
          expected: propertyRow(property).sentence,
          actual: counterexample.steps.map(({ says }, index) => `${index + 1}. ${says}`).join(' '),
          fix: 'mend the machine, the requirement or the property',
        },
  ),
  ...needs.flatMap(({ mitigation, requirement, world, property, attack }) =>
    attack !== undefined
      ? []
      : {
          element: `the mitigation ${mitigation}, for ${requirement}`,
          expected: `an attack in the world ${world} that breaks ${property} when it is off`,
          actual: 'none: the property still holds',
          fix: 'strengthen the property, give the adversary more, or strike the requirement',
        },
  ),
  ...residual.flatMap(({ risk, world, property, attack }) =>
    attack !== undefined
      ? []
      : {
          element: `the residual risk ${risk}`,
          expected: `a way in the world ${world} that breaks ${property} with every mitigation on`,
          actual: 'none: the property holds',
          fix: 'strike the risk, or give the adversary the capability that it is about',
        },
  ),
];
