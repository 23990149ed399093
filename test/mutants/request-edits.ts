/** What the mutants of requests are made of: bodies, clients and stores that are not what they seem. */
import { decodeJwt } from 'jose';
import { sandboxClientSecret } from '../../model/index.ts';
import type { ClientRegistration, RowWrite, Store } from '../../server/ports.ts';
import { signAssertion } from '../support/test-clients.ts';
import type { Plant } from './mutant.ts';
import type { WireRequest } from './wire-door.ts';

export const urlencoded = 'application/x-www-form-urlencoded';

export const withBody = (request: WireRequest, text: string): void => {
  request.body = Buffer.from(text);
  request.headers['content-type'] = urlencoded;
  delete request.headers['content-length'];
};

/** Sees clients otherwise than they are registered. */
export const clients = (change: (client: ClientRegistration) => ClientRegistration): Plant => ({
  parts: (parts) => {
    const { clients: known } = parts.ports;
    const find = async (clientId: string) => {
      const client = await known.find(clientId);
      return client === undefined ? undefined : change(client);
    };
    return { ...parts, ports: { ...parts.ports, clients: { find } } };
  },
});

export const storing = (commit: (store: Store, writes: readonly RowWrite[]) => Promise<boolean>): Plant => ({
  parts: (parts) => {
    const { store } = parts.ports;
    const wrong: Store = {
      read: (references) => store.read(references),
      commit: (writes) => commit(store, writes),
      due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
      purge: (nowAt) => store.purge(nowAt),
      close: () => store.close(),
    };
    return { ...parts, ports: { ...parts.ports, store: wrong } };
  },
});

/** Takes client assertions for good that are not, by making them good before the server looks. */
export const assertions = (isForgiven: (assertion: string) => boolean, claims: readonly string[]): Plant => ({
  wire: ({ server }) => ({
    async request(request) {
      if (request.headers['content-type'] !== urlencoded) return;
      const form = new URLSearchParams(request.body.toString());
      const assertion = form.get('client_assertion');
      if (assertion === null || !isForgiven(assertion)) return;
      const kept = Object.entries(read(assertion)).filter(([name]) => !claims.includes(name));
      const { issuer } = server.settings;
      form.set(
        'client_assertion',
        await signAssertion(issuer, server.ports.clock, { claims: Object.fromEntries(kept) }),
      );
      withBody(request, form.toString());
    },
  }),
});

export const read = (assertion: string): ReturnType<typeof decodeJwt> => {
  try {
    return decodeJwt(assertion);
  } catch {
    return {};
  }
};

export const headerOf = (assertion: string): Record<string, unknown> => {
  try {
    return JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>; // a JOSE header
  } catch {
    return {};
  }
};

export const basic = (clientId: string): string =>
  `Basic ${Buffer.from(`${clientId}:${sandboxClientSecret}`).toString('base64')}`;
