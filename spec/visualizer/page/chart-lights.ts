/** Lights in a chart: where the machine is, where it came from, what was taken, and what is pointed at. */
import type { MachineName } from '../../../model/index.ts';
import { declaredAt } from '../run/headline.ts';
import type { Scene } from './scene.ts';

const lights = ['lit', 'within', 'was', 'taken', 'pointed', 'cited'] as const;

/** Sets the lights of every chart of a machine below an element. */
export function lightUp(root: Element, { world, taken, state, played }: Scene, machine: MachineName): void {
  const member = world.cast?.shown[machine];
  const moves = (taken?.moves ?? []).filter((move) => move.machine === machine && move.member === member);
  const now = world.snapshots[machine].value;
  const was = moves[0]?.from.value ?? now;
  const ids = new Set(moves.flatMap(({ transition }) => transition ?? []));
  const pointed = state.pointed?.machine === machine ? state.pointed.transition : undefined;
  const broken = played.broken.some(({ at }) => played.taken[at] === taken);
  for (const svg of root.querySelectorAll<SVGElement>(`svg.chart[data-machine="${machine}"]`)) {
    svg.classList.toggle('broken', broken);
    for (const element of svg.querySelectorAll<SVGElement>('[data-state]')) {
      const path = element.dataset.state ?? '';
      set(element, { lit: path === now, within: now.startsWith(`${path}.`), was: path === was && was !== now });
    }
    for (const element of svg.querySelectorAll<SVGElement>('[data-transitions]')) {
      const own = element.dataset.transitions?.split('|') ?? [];
      set(element, {
        taken: own.some((id) => ids.has(id)),
        pointed: pointed !== undefined && own.includes(pointed),
        cited: state.requirement !== undefined && own.some((id) => isCited(machine, id, state.requirement ?? '')),
      });
    }
  }
}

function isCited(machine: MachineName, transition: string, requirement: string): boolean {
  const { requirements } = declaredAt({ machine, transition })?.transition.meta ?? { requirements: [] };
  return (requirements as readonly string[]).includes(requirement);
}

function set(element: Element, on: Readonly<Partial<Record<(typeof lights)[number], boolean>>>): void {
  for (const [light, isOn] of Object.entries(on)) element.classList.toggle(light, isOn);
}
