/** What each scenario shows, found by playing it: so that the page can be searched without playing all of them. */

import type { ShownByScenario } from '../../visualizer/page/page-data.ts';
import { arrowsOf, laneNames } from '../../visualizer/run/arrows.ts';
import { requirementsTouched, transitionsTaken } from '../../visualizer/run/headline.ts';
import { play } from '../../visualizer/run/play.ts';
import type { Scenario } from '../../visualizer/scenarios/index.ts';

export function shownBy({ id, setting, steps }: Scenario): ShownByScenario {
  const { taken } = play(setting, steps);
  const outcomes: Record<string, number> = {};
  const requirements: Record<string, number> = {};
  const transitions: Record<string, number> = {};
  for (const [place, one] of taken.entries()) {
    const at = place + 1;
    if (one.outcome !== undefined) outcomes[one.outcome] ??= at;
    for (const requirement of requirementsTouched(one)) requirements[requirement] ??= at;
    for (const { machine, transition } of transitionsTaken(one)) transitions[`${machine}: ${transition}`] ??= at;
  }
  const used = new Set(taken.flatMap(arrowsOf).flatMap(({ from, to }) => [from, to]));
  return { id, lanes: laneNames.filter((lane) => used.has(lane)), outcomes, requirements, transitions };
}
