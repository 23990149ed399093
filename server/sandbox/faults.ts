/** Faults that were asked for and have not happened yet. */

/** What can go wrong, and how; the first way of each is the usual one. */
export const faultKinds = {
  /** The gateway refuses a message; or the message arrives late, although the gateway took it at once. */
  delivery: ['ok', 'fails', 'slow'],
  /** A request fails before anything has happened; or everything has happened and the answer is lost. */
  server: ['ok', 'fails', 'losesAnswer'],
  /** A transaction is locked as soon as it is open. */
  transaction: ['ok', 'locks'],
} as const;

export type FaultKind = keyof typeof faultKinds;
export type Fault<Kind extends FaultKind> = (typeof faultKinds)[Kind][number];

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
