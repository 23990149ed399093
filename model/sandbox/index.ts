/** The sandbox as data: who can be named in it, what happens then, and where it is spoken to. Nothing of it is protocol. */
export * from './clients.ts';
export * from './customers.ts';
export * from './fates.ts';
export * from './faults.ts';
export * from './magic.ts';
export * from './routes.ts';
