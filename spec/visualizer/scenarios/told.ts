/** Traces of the model checker as scenarios. */
import { settingWith } from '../run/setting.ts';
import type { ToldStep } from '../run/step.ts';
import type { Trace } from '../traces/trace.ts';
import type { Scenario } from './scenario.ts';

/** The name of a trace among the scenarios. */
export const traceScenarioId = (trace: string): string => `trace-${trace}`;

/** The scenario that tells a trace. */
export function toldScenario(trace: Trace): Scenario {
  const { id, title, harm, risk, mitigation } = trace;
  return {
    id: traceScenarioId(id),
    title,
    group: 'trace',
    steps: toldSteps(trace),
    setting: settingWith(mitigation === undefined ? {} : { off: [mitigation.name] }),
    titles: {},
    moral: risk === undefined ? harm : `${harm} ${risk.answer}`,
    ...(mitigation === undefined ? {} : { without: mitigation.name }),
  };
}

/** The steps of a trace; the last one breaks the property. */
export function toldSteps({ id, steps, property, requirements, world }: Trace): ToldStep[] {
  return steps.map((tells, place) => ({
    kind: 'told',
    trace: id,
    tells,
    ...(place < steps.length - 1
      ? {}
      : {
          breaks: {
            property: property.name,
            sentence: property.sentence,
            requirements: [...new Set([...requirements, ...property.requirements])],
            world: world.title,
          },
        }),
  }));
}

/** Finds a told step by the name of its trace and its number, which begins at 1. */
export function toldStepIn(traces: readonly Trace[]): (trace: string, number: number) => ToldStep | undefined {
  const known = new Map(traces.map((trace) => [trace.id, toldSteps(trace)]));
  return (trace, number) => known.get(trace)?.[number - 1];
}
