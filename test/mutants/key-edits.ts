/** Servers with other keys. */
import type { KeyRing } from '../../server/ports.ts';
import type { Plant } from './mutant.ts';

/** Changes what is done with the keys. */
export const keys = (change: (keys: KeyRing) => Partial<KeyRing>): Plant => ({
  parts: (parts) => ({
    ...parts,
    ports: { ...parts.ports, keys: { ...parts.ports.keys, ...change(parts.ports.keys) } },
  }),
});
