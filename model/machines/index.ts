/** All machines, by name. */
import { account } from './account.ts';
import { admission } from './admission.ts';
import { channel } from './channel.ts';
import { client } from './client.ts';
import type { MachineDefinition } from './definition.ts';
import { grant } from './grant.ts';
import { quota } from './quota.ts';
import { resourceOwner } from './resource-owner.ts';
import { transaction } from './transaction.ts';

/** Machines that a request passes, or that carry a message; each answers every event in every state. */
export const serverMachines = { admission, quota, account, transaction, grant, channel } as const satisfies Record<
  string,
  MachineDefinition
>;

export const machineDefinitions = { ...serverMachines, client, resourceOwner } as const satisfies Record<
  string,
  MachineDefinition
>;

export type MachineName = keyof typeof machineDefinitions;

/** Names of the states a machine can rest in, from its definition: `absent`, `pending.cooling`, … */
export type StateOf<Definition extends MachineDefinition> = RestingState<Definition['states']>;

type RestingState<States> = {
  [Name in keyof States & string]: States[Name] extends { readonly states: infer Children }
    ? `${Name}.${RestingState<Children>}`
    : Name;
}[keyof States & string];

/** Names of the events of a machine, from its definition. */
export type EventOf<Definition extends MachineDefinition> = keyof Definition['events'] & string;

export * from './definition.ts';
export { holds } from './guard.ts';
export * from './resting-states.ts';
export * from './run.ts';
export * from './table.ts';
export * from './timer-ends.ts';
export { account, admission, channel, client, grant, quota, resourceOwner, transaction };
