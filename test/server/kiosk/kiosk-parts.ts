/** What a kiosk needs, as tests set it: a clock that is moved by hand, chance that repeats itself, and a log to look into. */
import { createHash } from 'node:crypto';
import { generateKeyPair } from 'jose';
import type { KioskClient } from '../../../server/kiosk/client-authentication.ts';
import type { Clock, OperatorLog, Randomness } from '../../../server/ports.ts';

export interface MovableClock extends Clock {
  pass(seconds: number): void;
}

export function movableClock(startAt = Date.UTC(2025, 10, 25, 17)): MovableClock {
  let nowAt = startAt;
  return {
    now: () => nowAt,
    pass(seconds) {
      nowAt += seconds * 1000;
    },
  };
}

/** Reproducible and evenly spread: a hash of a counter. */
export function countingRandomness(): Randomness {
  let counter = 0;
  return {
    bytes(length) {
      counter += 1;
      return createHash('sha512').update(`draw ${counter}`).digest().subarray(0, length);
    },
  };
}

export function keptLog(): OperatorLog & { readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, note: (event, fields) => void lines.push(`${event} ${JSON.stringify(fields)}`) };
}

export const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });

export const kioskClient: KioskClient = { clientId: 'lighting-aisle-kiosk', privateKey, alg: 'ES256' };
