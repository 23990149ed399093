/** What differs in the machines: states, transitions, and what they do. Names that changed alone are recognised. */
import type { MachineDefinition } from '../../model/index.ts';
import { type DeclaredTransition, transitionsOf } from '../walk/transitions.ts';
import type { Change, Kind } from './change.ts';
import { distinguishingTrace } from './trace.ts';
import type { Version } from './version.ts';

/** Changes of all machines. What can be seen of a machine of the server from outside may break clients. */
export function machineChanges(before: Version, after: Version): Change[] {
  const names = [...new Set([...Object.keys(before.machines), ...Object.keys(after.machines)])];
  return names.flatMap((name) => {
    const [old, now] = [before.machines[name], after.machines[name]];
    if (old === undefined) return [change('added', name, 'a new machine', [false, false])];
    if (now === undefined) return [change('removed', name, 'the machine is gone', [false, false])];
    return changesOf(name, old, now);
  });
}

const change = (
  kind: Kind,
  subject: string,
  detail: string,
  [breaksClient, breaksServer]: readonly [boolean, boolean],
): Change => ({
  area: 'machine',
  kind,
  subject,
  detail,
  breaksClient,
  breaksServer,
});

function changesOf(name: string, old: MachineDefinition, now: MachineDefinition): Change[] {
  const names = renamedStates(old, now);
  const translated = names.reduce((text, [from, to]) => renameIn(text, from, to), JSON.stringify(old));
  const same = JSON.parse(translated) as MachineDefinition; // the old one by the new names
  const visible = differsOutside(same, now);
  const breaks: readonly [boolean, boolean] = visible ? [old.side === 'server', old.side === 'server'] : [false, false];
  const stateNames = (definition: MachineDefinition) => new Set(pathsOf(definition.states));
  const [one, other] = [stateNames(same), stateNames(now)];
  return [
    ...names.map(([from, to]) => change('renamed', `${name}: ${from}`, `is now ${to}`, [false, false])),
    ...[...other]
      .filter((path) => !one.has(path))
      .map((path) => change('added', `${name}: ${path}`, 'a new state', breaks)),
    ...[...one]
      .filter((path) => !other.has(path))
      .map((path) => change('removed', `${name}: ${path}`, 'the state is gone', breaks)),
    ...transitionChanges(name, same, now, breaks),
  ];
}

function transitionChanges(
  name: string,
  old: MachineDefinition,
  now: MachineDefinition,
  breaks: readonly [boolean, boolean],
): Change[] {
  const listed = (definition: MachineDefinition) => {
    const lists = new Map<string, DeclaredTransition[]>();
    for (const declared of transitionsOf(definition)) {
      const key = `${declared.state} ${declared.event}`;
      lists.set(key, [...(lists.get(key) ?? []), declared]);
    }
    return lists;
  };
  const [one, other] = [listed(old), listed(now)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const [was, is] = [one.get(key) ?? [], other.get(key) ?? []];
    if (was.length === 0) return [change('added', `${name}: ${key}`, 'the event is answered now', breaks)];
    if (is.length === 0) return [change('removed', `${name}: ${key}`, 'the event is answered no more', breaks)];
    if (doing(was) === doing(is)) {
      return words(was) === words(is)
        ? []
        : [change('reworded', `${name}: ${key}`, 'says it in other words', [false, false])];
    }
    return [change('changed', `${name}: ${key}`, summary(was, is), breaks)];
  });
}

/** What a list of transitions does, without what it says. */
const doing = (list: readonly DeclaredTransition[]): string =>
  JSON.stringify(list.map(({ target, transition: { guard, actions = [] } }) => ({ target, guard, actions })));
const words = (list: readonly DeclaredTransition[]): string =>
  JSON.stringify(list.map(({ transition: { description, meta } }) => ({ description, meta })));
/** What was done and what is done: of long lists, only what one of them has and the other has not. */
function summary(was: readonly DeclaredTransition[], is: readonly DeclaredTransition[]): string {
  const [old, now] = [was.map((one) => doing([one])), is.map((one) => doing([one]))];
  const gone = was.filter((_, index) => !now.includes(old[index] ?? ''));
  const fresh = is.filter((_, index) => !old.includes(now[index] ?? ''));
  if (gone.length === 0 && fresh.length === 0) return 'the same ways, asked in another order';
  if (gone.length === 0) return `can also be ${ways(fresh)}`;
  if (fresh.length === 0) return `can no longer be ${ways(gone)}`;
  return `was ${ways(gone)}; is ${ways(fresh)}`;
}

const ways = (list: readonly DeclaredTransition[]): string =>
  list
    .map(
      ({ target, transition: { actions = [] } }) =>
        `${target} (${actions.map(({ type }) => type).join(', ') || 'nothing'})`,
    )
    .join(' or ');

/** Whether some sequence of events tells the two apart. */
const differsOutside = (old: MachineDefinition, now: MachineDefinition): boolean =>
  distinguishingTrace(old, now) !== undefined;

/** States that are gone and new ones that are the same by another name. */
function renamedStates(old: MachineDefinition, now: MachineDefinition): [string, string][] {
  const gone = Object.keys(old.states).filter((name) => !Object.hasOwn(now.states, name));
  const fresh = Object.keys(now.states).filter((name) => !Object.hasOwn(old.states, name));
  return gone.flatMap((from): [string, string][] => {
    const to = fresh.find((name) => outline(old, from, from) === outline(now, name, from));
    return to === undefined ? [] : [[from, to]];
  });
}

/** A state's own transitions, by events, guards and answers, with its own name replaced. */
const outline = ({ states }: MachineDefinition, name: string, as: string): string =>
  JSON.stringify(states[name]?.on ?? {}, (key, value: unknown) =>
    key === 'description' || key === 'meta' ? undefined : key === 'target' && value === name ? as : value,
  );

/** Renames a state in the text of a definition: where it is declared and where it is a target. */
const renameIn = (text: string, from: string, to: string): string =>
  text
    .replaceAll(`"${from}":{"description"`, `"${to}":{"description"`)
    .replaceAll(`"target":"${from}"`, `"target":"${to}"`)
    .replaceAll(new RegExp(`("target":"#[^".]+\\.)${from}(?=[".])`, 'g'), `$1${to}`)
    .replaceAll(`"initial":"${from}"`, `"initial":"${to}"`);

const pathsOf = (states: MachineDefinition['states'], prefix = ''): string[] =>
  Object.entries(states).flatMap(([name, { states: inner = {} }]) => [
    prefix + name,
    ...pathsOf(inner, `${prefix}${name}.`),
  ]);
