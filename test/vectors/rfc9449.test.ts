/** The examples of RFC 9449, read as the server reads proofs. */
import { describe, expect, it } from 'vitest';
import { isProofFor, readProof } from '../../server/proofs/proof.ts';

/** The key of the examples is the same in all of them; §6.1 gives its thumbprint. */
const thumbprint = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I';
const header =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19';

describe('RFC 9449 §4.1: the proof for a token request', () => {
  const proof = `${header}.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg`;
  const now = 1_562_262_616_000;
  const target = { method: 'POST', url: 'https://server.example.com/token' };

  it('is signed by the key with the thumbprint of §6.1, for that request and moment', async () => {
    const read = await readProof(proof, now);
    expect(read?.keyThumbprint).toBe(thumbprint);
    if (read === undefined) throw new Error('it is a proof');
    expect(isProofFor(read, target, now, 60)).toBe(true);
    expect(isProofFor(read, { ...target, method: 'GET' }, now, 60)).toBe(false);
    expect(isProofFor(read, target, now + 61_000, 60)).toBe(false);
  });

  it('is none any more when a letter of it is another', async () => {
    expect(await readProof(proof.replace('NjE2fQ', 'NjE3fQ'), now)).toBeUndefined();
  });
});
