/** The configuration file: what the metadata of a server cannot say. Its JSON Schema stands beside it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generatedJson } from './facts.ts';

/** How a client authenticates: by a shared secret, or by a private key as a JWK. */
export interface ClientConfig {
  readonly id: string;
  readonly secret?: string;
  /** A private JWK, or the path of a file with one. */
  readonly key?: string | Readonly<Record<string, unknown>>;
  /** The signing algorithm of the key; that of the JWK, or the one that fits it, unless set. */
  readonly alg?: string;
  /** The name by which messages have to call it. */
  readonly displayName?: string;
}

export type SubjectIdentifier = Readonly<Record<string, string>>;

export interface CustomerConfig {
  readonly subId: SubjectIdentifier;
  /** Contacts on file, by delivery method. */
  readonly contacts: Readonly<Record<string, string>>;
}

/** How the suite gets the codes that a customer receives. */
export type OtpConfig =
  | {
      readonly source: 'inbox';
      /** URL with `{issuer}` and `{contact}`, answered with JSON. */
      readonly url: string;
      /** JSON Pointer to the messages, newest first, or to the newest one. */
      readonly messages: string;
      /** Within a message: what tells it from others, its text, and the code alone, where there is such a member. */
      readonly id?: string;
      readonly text?: string;
      readonly code?: string;
      /** Takes the code out of the text, as its first group; by its announced form unless set. */
      readonly pattern?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly source: 'command';
      /** Program and arguments; what to do stands in `OTP_…` variables. */
      readonly command: readonly string[];
      readonly pattern?: string;
    }
  | {
      readonly source: 'smtp';
      /** Where the suite listens for mail; 127.0.0.1 and any free port unless set. */
      readonly host?: string;
      readonly port?: number;
      readonly pattern?: string;
    }
  | { readonly source: 'fixed'; readonly code: string }
  | { readonly source: 'prompt' };

/** How a resource owner says that this was not them. Placeholders: `{issuer}`, `{contact}`, `{id}`, `{match}`. */
export type DenialConfig =
  | {
      readonly url: string;
      readonly body?: Readonly<Record<string, string>>;
      /** Finds `{match}` in the text of the message, as its first group. */
      readonly pattern?: string;
    }
  | { readonly command: readonly string[] };

export interface ConformanceConfig {
  readonly client: ClientConfig;
  /** Another client that may use the grant. */
  readonly otherClient?: ClientConfig;
  /** A client that may ask for the narrow scope only. */
  readonly narrowClient?: ClientConfig;
  /** A client that is registered for other grants only. */
  readonly unauthorizedClient?: ClientConfig;
  /** A client whose quotas are used up. */
  readonly busyClient?: ClientConfig;
  /** A client with `key`, where the main one has a secret. */
  readonly signingClient?: ClientConfig;
  /** A client that may use the grant and is not registered for the grant type refresh_token. */
  readonly plainClient?: ClientConfig;
  /** Another client that is registered for the grant type refresh_token, as the main one is. */
  readonly otherRefreshClient?: ClientConfig;
  /** A client that is shown hints at true contacts, by an agreement. */
  readonly vettedClient?: ClientConfig;
  /** A resource server, which may ask for introspection. */
  readonly resourceServer?: ClientConfig;
  readonly customers: readonly CustomerConfig[];
  /** Nobody is known by it. */
  readonly unknown?: SubjectIdentifier;
  /** More than one customer is known by it. */
  readonly ambiguous?: SubjectIdentifier;
  readonly scopes: { readonly full: string; readonly narrow?: string };
  /** The words of a message for a scope value. */
  readonly scopeWords?: Readonly<Record<string, string>>;
  /** The protected resource, and queries that need the narrow scope, the full one, or that are malformed. */
  readonly resource?: {
    readonly url: string;
    readonly narrowQuery?: string;
    readonly fullQuery?: string;
    readonly malformedQuery?: string;
  };
  readonly otp: OtpConfig;
  /** The delivery method that is chosen where any would do; the first with a contact unless set. */
  readonly method?: string;
  readonly denial?: DenialConfig;
  readonly clock?: { readonly url: string; readonly now: string; readonly advanceMember: string };
  /** How the store, or whatever else a server cannot do without, is put out of order and back: JSON bodies of POST. */
  readonly outage?: { readonly url: string; readonly begin: object; readonly end: object };
  /** The limits that the server is configured with. Cases about a limit are skipped unless it is named. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** Every client that a configuration names. */
export const clientsIn = (config: ConformanceConfig): ClientConfig[] =>
  [
    config.client,
    config.otherClient,
    config.narrowClient,
    config.unauthorizedClient,
    config.busyClient,
    config.signingClient,
    config.plainClient,
    config.otherRefreshClient,
    config.vettedClient,
    config.resourceServer,
  ].filter((client) => client !== undefined);

/** The configuration for the sandbox of the reference server. */
export const sandboxConfig = (): ConformanceConfig =>
  generatedJson<ConformanceConfig>('conformance/sandbox.config.json');

const schema = JSON.parse(readFileSync(new URL('config.schema.json', import.meta.url), 'utf8')) as object; // our own file

/** What is wrong with a configuration, one sentence each; nothing when it can be used. */
export function configProblems(config: unknown): string[] {
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  if (validate(config)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${instancePath || 'the configuration'} ${message}${'additionalProperty' in params ? `: ${params.additionalProperty}` : ''}`,
  );
}
