/** What a step of a trace has changed in its world, and nothing else. */
import { type Cast, memberWords } from './cast.ts';
import { stateInWords } from './state-words.ts';

export interface CastChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly isState: boolean;
}

/** The differences between two moments of the world of a trace; none outside of one. */
export function castChanges(before: Cast | undefined, after: Cast | undefined): CastChange[] {
  if (before === undefined || after === undefined) return [];
  const machines = Object.entries(after.members).flatMap(([name, member]): CastChange[] => {
    const was = before.members[name];
    if (was === undefined || was === member) return [];
    const [from, to] = [stateInWords(memberWords(was)), stateInWords(memberWords(member))];
    const state = from.value === to.value ? [] : [{ name, from: from.value, to: to.value, isState: true }];
    const inner = Object.entries(to.variables).flatMap(([variable, held]): CastChange[] => {
      const old = from.variables[variable] ?? 'none';
      return old === held ? [] : [{ name: `${name} ${variable}`, from: old, to: held, isState: false }];
    });
    return [...state, ...inner];
  });
  const things = Object.entries(after.things).flatMap(([name, to]): CastChange[] => {
    const from = before.things[name] ?? '';
    return from === to ? [] : [{ name, from, to, isState: false }];
  });
  return [...machines, ...things];
}
