import { type AuthorizationServer, discoveryRequest, processDiscoveryResponse } from 'oauth4webapi';
import type { Clock } from '../ports.ts';
import type { Transport } from './transport.ts';

/** How long metadata is believed. */
const lifeSeconds = 600;

/**
 * Metadata of an authorization server, fetched when it is first needed and again when it has got old. A failure is not
 * remembered.
 *
 * @throws from the returned function: what `failureOf` understands
 * @see RFC 8414 §3
 */
export function metadataSource(issuer: URL, transport: Transport, clock: Clock): () => Promise<AuthorizationServer> {
  let known: { readonly metadata: Promise<AuthorizationServer>; readonly staleAt: number } | undefined;
  return () => {
    if (known !== undefined && clock.now() < known.staleAt) return known.metadata;
    const metadata = discover(issuer, transport);
    const entry = { metadata, staleAt: clock.now() + lifeSeconds * 1000 };
    known = entry;
    metadata.catch(() => {
      if (known === entry) known = undefined;
    });
    return metadata;
  };
}

const discover = async (issuer: URL, transport: Transport): Promise<AuthorizationServer> =>
  processDiscoveryResponse(issuer, await discoveryRequest(issuer, { ...transport, algorithm: 'oauth2' }));
