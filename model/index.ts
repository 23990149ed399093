/** The model of OTP-flow: the only door through which other folders take a fact of the protocol. */
export * from './delivery/index.ts';
export * from './exchange/index.ts';
export * from './machines/index.ts';
export * from './messages/index.ts';
export * from './policy/index.ts';
export * from './properties/index.ts';
export * from './requirements/index.ts';
export * from './sandbox/index.ts';
export * from './vocabulary/index.ts';
