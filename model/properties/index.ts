/** What the model promises, named and checkable: the properties that every walk over the machines has to keep. */
import { budgetProperties } from './budgets.ts';
import { transactionProperties } from './transaction.ts';

/** Properties of the composed machines of the authorization server. */
export const properties = { ...transactionProperties, ...budgetProperties } as const;

export type PropertyName = keyof typeof properties;

export * from './channel.ts';
export * from './grant.ts';
export * from './indistinguishability.ts';
export type * from './property.ts';
export * from './world.ts';
