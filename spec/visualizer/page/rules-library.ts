/** What the run is played under: limits, mitigations, and what kind of person the customer is. */
import {
  type AnyMitigation,
  allMitigations,
  type LimitName,
  limits,
  machineDefinitions,
  policyProblems,
} from '../../../model/index.ts';
import { changesOf, heedValues, limitNames, settingWith } from '../run/setting.ts';
import type { Actions } from './actions.ts';
import { choice } from './choice.ts';
import { el } from './element.ts';
import type { Scene } from './scene.ts';

const machineText = JSON.stringify(machineDefinitions);
/** Limits that a guard, a counter or a timer reads come first; the others only show in messages. */
const readByMachines = limitNames.filter(
  (name) => machineText.includes(`"${name}"`) || name.endsWith('CodeLifeSeconds'),
);

/** The settings; each change plays the run again. */
export function rulesLibrary(scene: Scene, actions: Actions): HTMLElement[] {
  const { setting } = scene.run;
  const changed = changesOf(setting);
  const problems = policyProblems(setting.policy);
  const isRecommended =
    Object.keys(changed.limits).length === 0 && changed.off.length === 0 && changed.heed === heedValues[0];
  const names = Object.keys(allMitigations) as AnyMitigation[]; // own keys
  const guards = names.filter((name) => allMitigations[name].readBy === 'guard');
  return [
    el('p', { class: 'soft' }, 'Every change plays the run again from its first step.'),
    isRecommended
      ? undefined
      : el(
          'button',
          { type: 'button', key: 'recommended', onclick: () => actions.setSetting(settingWith()) },
          'Back to what the draft recommends',
        ),
    ...problems.map((problem) => el('p', { class: 'problem', role: 'alert' }, problem)),
    el('h3', {}, 'Limits'),
    el('div', { class: 'limits' }, ...readByMachines.map((name) => limitField(name, scene, actions))),
    el('h3', {}, 'Mitigations'),
    el('p', { class: 'soft' }, 'Each is a sentence of the draft. Switch one off and see what becomes possible.'),
    el('ul', { class: 'mitigations' }, ...guards.map((name) => mitigationRow(name, scene, actions))),
    el('h3', {}, 'The customer'),
    choice(
      'is',
      heedValues,
      setting.heed,
      (value) => actions.setHeed(heedValues.find((heed) => heed === value) ?? setting.heed),
      'heed',
    ),
    el('p', { class: 'soft' }, machineDefinitions.resourceOwner.variables.heed.description),
  ].filter((part) => part !== undefined);
}

function limitField(name: LimitName, { run }: Scene, actions: Actions): HTMLElement {
  const { minimum, maximum, unit, description, rationale } = limits[name];
  const value = run.setting.policy.limits[name];
  const isChanged = value !== limits[name].default;
  const input = el('input', {
    type: 'number',
    min: minimum,
    max: maximum,
    value,
    key: `limit ${name}`,
    id: `limit-${name}`,
    onchange: () => {
      const wanted = Number(input.value);
      if (Number.isInteger(wanted) && wanted >= minimum && wanted <= maximum) actions.setLimit(name, wanted);
      else input.value = String(value);
    },
  });
  return el(
    'div',
    { class: `limit${isChanged ? ' changed' : ''}`, title: rationale },
    el('label', { for: `limit-${name}` }, description, unit === 'seconds' ? ', in seconds' : ''),
    input,
    el(
      'span',
      { class: 'soft' },
      `${isChanged ? `recommended: ${limits[name].default}, ` : ''}${minimum} to ${maximum}`,
    ),
  );
}

function mitigationRow(name: AnyMitigation, { run, library }: Scene, actions: Actions): HTMLElement {
  const isOn = run.setting.policy.switches[name];
  const attack = library.scenarios.find(({ without }) => without === name);
  return el(
    'li',
    { class: isOn ? undefined : 'off' },
    el(
      'button',
      {
        type: 'button',
        role: 'switch',
        class: 'switch',
        'aria-checked': String(isOn),
        'aria-label': allMitigations[name].description,
        key: `mitigation ${name}`,
        onclick: () => actions.setMitigation(name, !isOn),
      },
      isOn ? 'on' : 'off',
    ),
    el('span', {}, allMitigations[name].description),
    attack === undefined
      ? undefined
      : el(
          'button',
          { type: 'button', class: 'plain', key: `show attack ${name}`, onclick: () => actions.open(attack) },
          'what happens without',
        ),
  );
}
