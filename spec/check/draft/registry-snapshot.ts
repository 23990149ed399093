/** Names that stand in IANA's registries already, from a file of facts. */
import type { IanaRegistry } from '../../../model/index.ts';
import snapshot from './registry-snapshot.json' with { type: 'json' };

/** By registry. Not complete: a collision is sure, its absence is not. */
export const registered: Readonly<Record<IanaRegistry, readonly string[]>> = {
  'OAuth URI': snapshot.registries['OAuth URI'].names,
  'OAuth Parameters': snapshot.registries['OAuth Parameters'].names,
  'OAuth Extensions Error Registry': snapshot.registries['OAuth Extensions Error Registry'].names,
  'OAuth Authorization Server Metadata': snapshot.registries['OAuth Authorization Server Metadata'].names,
  'OAuth Dynamic Client Registration Metadata': snapshot.registries['OAuth Dynamic Client Registration Metadata'].names,
  'Security Event Identifier Formats': snapshot.registries['Security Event Identifier Formats'].names,
  'OTP Delivery Methods': snapshot.registries['OTP Delivery Methods'].names,
};
