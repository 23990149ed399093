/** The list of scenarios, to be searched and filtered, and the list of errors with the step at which each is answered. */
import {
  allMitigations,
  type ErrorName,
  errors,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  requirements,
} from '../../../model/index.ts';
import { laneNames } from '../run/arrows.ts';
import { type Scenario, type ScenarioGroup, scenarioGroups } from '../scenarios/index.ts';
import type { Actions } from './actions.ts';
import { choice } from './choice.ts';
import { el } from './element.ts';
import type { ShownByScenario } from './page-data.ts';
import type { Scene } from './scene.ts';
import { type Filter, noFilter, type Store } from './state.ts';

const any = 'any';

/** Filter and lists. */
export function scenarioLibrary(scene: Scene, store: Store, actions: Actions): HTMLElement[] {
  const { filter } = scene.state;
  const found = scene.library.scenarios.filter((scenario) => fits(scenario, shownBy(scene, scenario.id), filter));
  const groups = Object.keys(scenarioGroups) as ScenarioGroup[]; // own keys
  return [
    filterForm(filter, store),
    el('p', { class: 'soft count', role: 'status' }, `${found.length} of ${scene.library.scenarios.length} scenarios`),
    ...groups.flatMap((group) => {
      const members = found.filter((scenario) => scenario.group === group);
      return members.length === 0 ? [] : [groupOf(scenarioGroups[group], members, scene, actions)];
    }),
    errorGroup(scene, filter, actions),
  ];
}

function filterForm(filter: Filter, store: Store): HTMLElement {
  const set = (changes: Partial<Filter>): void => store.change({ filter: { ...filter, ...changes } });
  const pick = (label: string, values: readonly string[], member: 'lane' | 'outcome' | 'requirement'): HTMLElement =>
    choice(
      label,
      [any, ...values],
      filter[member] || any,
      (value) => set({ [member]: value === any ? '' : value }),
      `filter ${member}`,
    );
  const search = el('input', {
    type: 'search',
    id: 'search',
    key: 'search',
    placeholder: 'Search scenarios, errors, sentences',
    'aria-label': 'Search scenarios',
    value: filter.text,
    oninput: () => set({ text: search.value }),
  });
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return el(
    'div',
    { class: 'filter' },
    search,
    el(
      'details',
      { key: 'filter' },
      el('summary', {}, 'Filter by party, answer or sentence'),
      pick('party', laneNames, 'lane'),
      pick('answer', Object.keys(outcomes), 'outcome'),
      pick('sentence', Object.keys(requirements), 'requirement'),
    ),
    isFiltered
      ? el(
          'button',
          { type: 'button', class: 'plain', key: 'clear filter', onclick: () => store.change({ filter: noFilter }) },
          'Show all',
        )
      : undefined,
  );
}

const shownBy = ({ library }: Scene, id: string): ShownByScenario | undefined =>
  library.data.shown.find((shown) => shown.id === id);

function fits(
  { title, id, moral = '', without }: Scenario,
  shown: ShownByScenario | undefined,
  filter: Filter,
): boolean {
  const names = [
    ...Object.keys(shown?.requirements ?? {}),
    ...Object.keys(shown?.outcomes ?? {}).flatMap(wordsOfOutcome),
  ];
  const words = filter.text.toLowerCase().split(/\s+/);
  const text = [title, id, moral, without ?? '', ...names].join(' ').toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (filter.lane === '' || shown?.lanes.some((lane) => lane === filter.lane) === true) &&
    (filter.outcome === '' || filter.outcome in (shown?.outcomes ?? {})) &&
    (filter.requirement === '' || filter.requirement in (shown?.requirements ?? {}))
  );
}

function wordsOfOutcome(name: string): string[] {
  const { error, status }: OutcomeRow = outcomes[name as OutcomeName]; // written by our own emitter
  return error === undefined ? [name] : [name, errors[error].name, String(status)];
}

const groupOf = (name: string, members: readonly Scenario[], scene: Scene, { open }: Actions): HTMLElement =>
  el(
    'section',
    { class: 'scenario-group' },
    el('h3', {}, name),
    el(
      'ul',
      {},
      ...members.map((scenario) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: `scenario ${scenario.group}`,
              key: `scenario ${scenario.id}`,
              'aria-current': scene.run.scenario === scenario.id ? 'true' : undefined,
              onclick: () => open(scenario),
            },
            el('span', {}, scenario.title),
            el(
              'span',
              { class: 'soft' },
              scenario.without === undefined
                ? `${scenario.steps.length} steps`
                : allMitigations[scenario.without].requirement,
            ),
          ),
        ),
      ),
    ),
  );

/** Each error of the vocabulary, at the first step of a story that is answered with it. */
function errorGroup(scene: Scene, filter: Filter, { open }: Actions): HTMLElement {
  const rows = (Object.keys(errors) as ErrorName[]).flatMap((error) => {
    const place = firstAnswered(scene, error);
    return place === undefined || !errors[error].name.includes(filter.text.toLowerCase().trim())
      ? []
      : [{ error, ...place }];
  });
  return el(
    'section',
    { class: 'scenario-group' },
    rows.length === 0 ? undefined : el('h3', {}, 'Errors, each where it is answered'),
    el(
      'ul',
      {},
      ...rows.map(({ error, scenario, at }) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'scenario error',
              key: `error ${error}`,
              title: errors[error].description,
              onclick: () => open(scenario, at),
            },
            el('span', { class: 'id' }, errors[error].name),
            el('span', { class: 'soft' }, `${scenario.id}, step ${at}`),
          ),
        ),
      ),
    ),
  );
}

function firstAnswered({ library }: Scene, error: ErrorName): { scenario: Scenario; at: number } | undefined {
  for (const scenario of library.scenarios) {
    const shown = library.data.shown.find(({ id }) => id === scenario.id);
    for (const [name, at] of Object.entries(shown?.outcomes ?? {})) {
      const row: OutcomeRow = outcomes[name as OutcomeName]; // written by our own emitter
      if (row.error === error) return { scenario, at };
    }
  }
  return undefined;
}
