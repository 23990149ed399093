import type { KeyRing } from '../../server/ports.ts';

export interface CountingKeys extends KeyRing {
  /** How often each operation was used since the last look. */
  taken(): Readonly<Record<string, number>>;
}

/** A key ring that counts what it is asked for: work with keys is what would take time that tells something. */
export function countingKeys(keys: KeyRing): CountingKeys {
  let counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  return {
    keyedHash: (purpose, text) => {
      count(`hash ${purpose}`);
      return keys.keyedHash(purpose, text);
    },
    seal: (plaintext) => {
      count('seal');
      return keys.seal(plaintext);
    },
    unseal: (sealed) => {
      count('unseal');
      return keys.unseal(sealed);
    },
    signAccessToken: (claims) => {
      count('sign');
      return keys.signAccessToken(claims);
    },
    publicKeys: () => keys.publicKeys(),
    taken: () => {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}
