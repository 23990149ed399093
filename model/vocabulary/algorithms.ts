/**
 * The JWS algorithms of the reference server: what a client may sign its assertion with, and what access tokens are
 * signed with. All are asymmetric, so that a verifier cannot sign. The documents are not cited by the draft, which
 * leaves the choice to each deployment; that is why they are no `ReferenceId`.
 */
export interface SigningAlgorithmRow {
  /** The value of `alg`, verbatim. */
  readonly name: string;
  readonly description: string;
  readonly source: { readonly document: string; readonly section: string };
  /** The keys it works with: `kty`, and `crv` where the key type has curves. */
  readonly keyType: 'EC' | 'OKP' | 'RSA';
  readonly curve?: string;
}

/** In order of preference. Of two that work with the same key, the first is meant unless the key says otherwise. */
export const signingAlgorithms = {
  es256: {
    name: 'ES256',
    description: 'ECDSA on P-256 with SHA-256',
    source: { document: 'rfc7518', section: '3.4' },
    keyType: 'EC',
    curve: 'P-256',
  },
  eddsa: {
    name: 'EdDSA',
    description: 'EdDSA, here on Ed25519 only',
    source: { document: 'rfc8037', section: '3.1' },
    keyType: 'OKP',
    curve: 'Ed25519',
  },
  ed25519: {
    name: 'Ed25519',
    description: 'EdDSA on Ed25519, by the name that says so',
    source: { document: 'rfc9864', section: '2.2' },
    keyType: 'OKP',
    curve: 'Ed25519',
  },
  rs256: {
    name: 'RS256',
    description: 'RSASSA-PKCS1-v1_5 with SHA-256',
    source: { document: 'rfc7518', section: '3.3' },
    keyType: 'RSA',
  },
  ps256: {
    name: 'PS256',
    description: 'RSASSA-PSS with SHA-256',
    source: { document: 'rfc7518', section: '3.5' },
    keyType: 'RSA',
  },
} as const satisfies Record<string, SigningAlgorithmRow>;

export type SigningAlgorithm = (typeof signingAlgorithms)[keyof typeof signingAlgorithms]['name'];

/** What a DPoP proof may be signed with, as announced in the metadata. */
export const proofAlgs: readonly SigningAlgorithm[] = Object.values(signingAlgorithms).map((row) => row.name);

/** What a client assertion may be signed with, as announced in the metadata. */
export const clientAssertionAlgs: readonly SigningAlgorithm[] = Object.values(signingAlgorithms).map((row) => row.name);
