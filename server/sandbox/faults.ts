/** Faults that were asked for and have not happened yet. */

import type { Fault, FaultKind } from '../../model/index.ts';

export interface Faults {
  /** Plans a fault for the next so many occasions; `ok` forgets what was planned. */
  plan<Kind extends FaultKind>(kind: Kind, fault: Fault<Kind>, times: number): void;
  /** What is to happen now. An occasion that was taken is over. */
  take<Kind extends FaultKind>(kind: Kind): Fault<Kind>;
}

/** No faults yet. */
export function plannedFaults(): Faults {
  const planned = new Map<FaultKind, { readonly fault: string; times: number }>();
  return {
    plan(kind, fault, times) {
      if (fault === 'ok' || times === 0) planned.delete(kind);
      else planned.set(kind, { fault, times });
    },
    take<Kind extends FaultKind>(kind: Kind): Fault<Kind> {
      const plan = planned.get(kind);
      if (plan === undefined) return 'ok';
      plan.times -= 1;
      if (plan.times === 0) planned.delete(kind);
      return plan.fault as Fault<Kind>; // planned for this kind
    },
  };
}
