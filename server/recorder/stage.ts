/**
 * A stage on which a scenario is played: the reference server in memory, with a clock that stands still until it is
 * told to move, and randomness that follows from a seed. Whatever is sent is recorded with its answer.
 */
import { createHash } from 'node:crypto';
import {
  authenticationSchemes,
  type ExchangeName,
  type ExchangeRow,
  endpoints,
  exchanges,
  headers as headerRows,
  mediaTypes,
  type OutcomeName,
  type Policy,
  type RecordedExchange,
} from '../../model/index.ts';
import { type App, buildApp } from '../app.ts';
import type { Settings } from '../authorization-server.ts';
import { openClientDirectory } from '../clients/client-file.ts';
import { openCustomerDirectory } from '../customers/customer-directory.ts';
import { createInboxGateway, type InboxGateway } from '../delivery/inbox-gateway.ts';
import { denyByContact } from '../denial/deny.ts';
import { newKeyMaterial } from '../keys/key-material.ts';
import { createKeyRing } from '../keys/key-ring.ts';
import { clientAuthentication } from '../kiosk/client-authentication.ts';
import type { Randomness } from '../ports.ts';
import { kioskClientId, kioskRegistration, sandboxClients, sandboxSecret } from '../sandbox/clients.ts';
import { sandboxCustomers } from '../sandbox/customers.ts';
import { plannedFaults } from '../sandbox/faults.ts';
import { faultyStore } from '../sandbox/faulty-store.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { sampleUsage } from '../usage/sample-usage.ts';
import { type ProofOnStage, signedProof } from './proofs.ts';

const issuer = 'https://utility.example';
const startAt = Date.UTC(2026, 2, 2, 15, 4, 5);
/** Longer bodies are recorded by their length. */
const printableBytes = 4_096;

/** Who sends a request, or nobody. */
export type Sender = 'kiosk' | (typeof sandboxClients)[number]['clientId'] | 'nobody';

export interface Sent {
  /** Parameters of the form or the query; a text is sent as it is. */
  readonly parameters?: Readonly<Record<string, string>> | string;
  readonly sender?: Sender;
  readonly accessToken?: string;
  /** How the request is proved; not at all when absent. */
  readonly proof?: ProofOnStage;
  /** Whether the access token is presented as a bearer token even beside a proof, or as bound even without one. */
  readonly scheme?: 'bearer' | 'dpop';
  readonly method?: 'DELETE' | 'GET' | 'POST';
}

export interface Stage {
  /**
   * Sends a request, records it, and hands back the body of the answer.
   *
   * @throws Error when the outcome is another than the scenario expects
   */
  send(
    exchange: ExchangeName,
    expected: OutcomeName,
    title: string,
    sent?: Sent,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Takes the store away, or brings it back. */
  storeIs(state: 'gone' | 'back'): void;
  /** Lets time pass. */
  pass(seconds: number): void;
  /** The passcode of the newest message. */
  newestCode(): string;
  /** The customer who got the newest message says that it was not them. */
  deny(): Promise<void>;
  readonly steps: readonly RecordedExchange[];
}

/** Bytes that follow from a seed and nothing else: the same seed, the same recording. */
export function seededRandomness(seed: string): Randomness {
  let drawn = 0;
  return {
    bytes: (length) => {
      const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
        createHash('sha256').update(`${seed} ${drawn++}`).digest(),
      );
      return Buffer.concat(blocks).subarray(0, length);
    },
  };
}

/** An empty stage for one scenario. */
export async function openStage(scenario: string, policy: Policy): Promise<Stage> {
  let now = startAt;
  let lastOutcome = '';
  const faults = plannedFaults();
  const clock = { now: () => now };
  const randomness = seededRandomness(scenario);
  const kioskKey = newKeyMaterial(seededRandomness('kiosk'), 'EdDSA').signingKey;
  const { d: _, ...publicKey } = kioskKey;
  const settings: Settings = { issuer, utilityName: 'Oakfield Power', policy, codeCharset: 'numeric' };
  const inboxGateway = createInboxGateway({ clock });
  const app: App = await buildApp({
    settings,
    ports: {
      clock,
      randomness,
      store: faultyStore(createMemoryStore(), faults),
      keys: await createKeyRing(newKeyMaterial(seededRandomness('server'), 'EdDSA')),
      clients: openClientDirectory([kioskRegistration({ ...publicKey, alg: 'EdDSA' }), ...sandboxClients]),
      customers: openCustomerDirectory(sandboxCustomers),
      usage: sampleUsage,
      log: {
        note: (event, { outcome }) => {
          if (/\.(answered|turned-away)$/.test(event)) lastOutcome = String(outcome);
        },
      },
      // The resource server of the stage asks for keys without a network.
      fetch: async (url) => new Response((await app.http.inject({ url: new URL(url).pathname })).body),
    },
    gateway: inboxGateway,
  });
  const assertion = await clientAuthentication(
    { clientId: kioskClientId, privateKey: kioskKey, alg: 'EdDSA' },
    clock,
    randomness,
  );
  const steps: RecordedExchange[] = [];
  let nonce: string | undefined;

  const credentials = async (sender: Sender, body: URLSearchParams, headers: Headers): Promise<void> => {
    if (sender === 'kiosk') await assertion({ issuer }, { client_id: kioskClientId }, body, headers);
    else if (sender !== 'nobody') {
      const basic = Buffer.from(`${sender}:${sandboxSecret}`).toString('base64');
      headers.set(headerRows.authorization.name, `${authenticationSchemes.basic} ${basic}`);
    }
  };

  return {
    steps,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    storeIs: (state) => faults.plan('store', state === 'gone' ? 'fails' : 'ok', 1_000),
    newestCode: () => codeIn(inboxGateway),
    deny: async () => denyByContact(app.server, inboxGateway.list()[0]?.contact ?? ''),
    send: async (exchange, expected, title, sent = {}) => {
      const row: ExchangeRow = exchanges[exchange];
      const endpoint = endpoints[row.endpoint];
      const method = sent.method ?? endpoint.method;
      const headers = new Headers();
      const form = typeof sent.parameters === 'string' ? sent.parameters : new URLSearchParams(sent.parameters);
      if (endpoint.method === 'POST' && typeof form !== 'string')
        await credentials(sent.sender ?? 'nobody', form, headers);
      if (sent.accessToken !== undefined) {
        const scheme = sent.scheme ?? (sent.proof === undefined ? 'bearer' : 'dpop');
        headers.set(headerRows.authorization.name, `${authenticationSchemes[scheme]} ${sent.accessToken}`);
      }
      if (sent.proof !== undefined) {
        const proved = {
          method,
          url: issuer + endpoint.path,
          ...(sent.accessToken === undefined ? {} : { accessToken: sent.accessToken }),
          ...(nonce === undefined ? {} : { nonce }),
        };
        const seeded = { clock, randomness, seeded: seededRandomness };
        headers.set(headerRows.dpop.name, await signedProof(sent.proof, proved, seeded));
      }
      if (typeof form === 'string') await credentials(sent.sender ?? 'nobody', new URLSearchParams(), headers);
      const text = String(form);
      const hasBody = method === 'POST';
      if (hasBody) headers.set(headerRows.contentType.name, mediaTypes.form);
      const path = endpoint.path + (!hasBody && text !== '' ? `?${text}` : '');
      const response = await app.http.inject({
        method,
        url: path,
        headers: Object.fromEntries(headers),
        ...(hasBody ? { payload: text } : {}),
      });
      await app.outbox.run();
      const handedOut = response.headers[headerRows.dpopNonce.name.toLowerCase()];
      if (handedOut !== undefined) nonce = String(handedOut);
      if (lastOutcome !== expected) {
        throw new Error(`scenario ${scenario}, "${title}": expected ${expected}, got ${lastOutcome}`);
      }
      steps.push({
        id: `${scenario}/${steps.length + 1}`,
        title,
        exchange,
        outcome: expected,
        request: {
          method,
          path,
          headers: { Host: new URL(issuer).host, ...named(Object.fromEntries(headers)) },
          ...(!hasBody ? {} : text.length > printableBytes ? { bodyBytes: text.length } : { body: text }),
        },
        response: {
          status: response.statusCode,
          headers: named(response.headers),
          ...(response.body === '' ? {} : { body: response.body }),
        },
      });
      return response.body === '' ? {} : (JSON.parse(response.body) as Record<string, unknown>); // every body of ours is a JSON object
    },
  };
}

const codeIn = (gateway: InboxGateway): string => /enter (\d+) there/.exec(gateway.list()[0]?.text ?? '')?.[1] ?? '';

/** The header fields that the protocol says something about, by their usual names. */
const named = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.values(headerRows).flatMap(({ name }) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
