/** The authorization server metadata of an example deployment, for implementers to compare theirs with. */
import { metadataOf } from '../../model/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';

/** Issuer identifier of the utility in every example. */
export const exampleIssuer = 'https://utility.example';

/** `authorization-server-metadata.json`. */
export const emitServerMetadata = (): Artifact[] => [
  {
    path: 'authorization-server-metadata.json',
    content: canonicalJson(metadataOf(exampleIssuer)),
    emitter: 'spec/emit/server-metadata.ts',
    audience: 'operators, and clients that want to see what discovery gives them',
    title: 'Authorization server metadata (RFC 8414)',
  },
];
