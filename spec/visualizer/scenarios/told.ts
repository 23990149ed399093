/** Traces of the model checker as scenarios. */

import type { Trace } from '../../emit/trace/trace.ts';
import { settingWith } from '../run/setting.ts';
import type { Step, ToldStep } from '../run/step.ts';
import type { Scenario } from './scenario.ts';

/** The name of a trace among the scenarios. */
export const traceScenarioId = (trace: string): string => `trace-${trace}`;

/** The scenario that tells a trace. */
export function toldScenario(trace: Trace): Scenario {
  const { id, title, harm, world } = trace;
  const mitigation = trace.kind === 'mitigation' ? trace.mitigation : undefined;
  return {
    id: traceScenarioId(id),
    title,
    group: 'trace',
    steps: toldSteps(trace),
    setting: settingWith({ limits: world.limits, off: mitigation === undefined ? [] : [mitigation.name] }),
    titles: {},
    moral: trace.kind === 'risk' ? `${harm} ${trace.risk.answer}` : harm,
    ...(mitigation === undefined ? {} : { without: mitigation.name }),
  };
}

/** The steps of a trace; the last one breaks the property. */
export function toldSteps(trace: Trace): ToldStep[] {
  const { id, steps, property, requirements, world, attempt = [] } = trace;
  const breaks = {
    property: property.name,
    sentence: property.sentence,
    requirements: [...new Set([...requirements, ...property.requirements])],
    world: world.title,
    ...(trace.kind === 'mitigation' ? { without: trace.mitigation.name } : {}),
  };
  return steps.map((tells, place) => {
    const tried = attempt[place];
    return {
      kind: 'told',
      trace: id,
      world,
      tells,
      ...(tried === undefined ? {} : { attempt: tried }),
      ...(place < steps.length - 1 ? {} : { breaks }),
    };
  });
}

/** The same steps with every mitigation on: those of a trace are tried, all others are taken again. */
export const stepsBeside = (steps: readonly Step[]): Step[] =>
  steps.map((step) => (step.kind === 'told' && step.attempt !== undefined ? { ...step, isTried: true } : step));

/** Finds a told step by the name of its trace and its number, which begins at 1. */
export function toldStepIn(traces: readonly Trace[]): (trace: string, number: number) => ToldStep | undefined {
  const known = new Map(traces.map((trace) => [trace.id, toldSteps(trace)]));
  return (trace, number) => known.get(trace)?.[number - 1];
}
