/** Settings from the environment. Everything has a default that works on one machine; what is wrong is said in words. */
import {
  type CodeCharset,
  codeCharsets,
  type DeliveryMethod,
  defaultPolicy,
  deliveryMethods,
  type LimitName,
  type OpenDeliveryOptionPolicy,
  openDeliveryOptionPolicies,
  type Policy,
  policyProblems,
} from '../model/index.ts';
import type { Settings } from './authorization-server.ts';
import { productionProblems } from './production.ts';

/** Where messages leave the house; whatever is missing stays in the sandbox's inbox. */
export interface DeliverySettings {
  /** `smtp://…` or `smtps://…` of the mail server. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Where text messages and calls are posted to. */
  readonly gatewayUrl?: string;
  /** Shared with that gateway, both ways. */
  readonly gatewaySecret?: string;
  /** Where letters are posted to, for somebody to print; without it none are offered. */
  readonly printUrl?: string;
  /** Shared with whoever prints. */
  readonly printSecret?: string;
}

export interface ProcessSettings {
  readonly protocol: Settings;
  readonly host: string;
  readonly port: number;
  /** Folder of the keys, and of the store unless that is a database. */
  readonly dataFolder: string;
  /** `postgres://…` of the database that several processes share; a file in the data folder when absent. */
  readonly databaseUrl?: string;
  /** File with registered clients; the sandbox's clients when absent. */
  readonly clientsFile?: string;
  /** File with customer records; the sandbox's customers when absent. */
  readonly customersFile?: string;
  /** Port for health and metrics, for the operator only; none when absent. */
  readonly operationsPort?: number;
  readonly delivery: DeliverySettings;
  /** Whether everybody may use magic customers, read messages and move the clock. */
  readonly sandbox: boolean;
  /** Whether real customers depend on it: then nothing that is only good for trying things is let through. */
  readonly production: boolean;
}

export type ReadSettings =
  | { readonly outcome: 'read'; readonly settings: ProcessSettings }
  | { readonly outcome: 'wrong'; readonly problems: readonly string[] };

const prefix = 'OTP_FLOW_';

/** Reads the settings of this process; every problem names the variable and says what to write. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ReadSettings {
  const problems: string[] = [];
  const known = new Set<string>();
  const text = (name: string): string | undefined => {
    known.add(prefix + name);
    return environment[prefix + name]?.trim() || undefined;
  };
  const readPort = (name: string, otherwise: number): number => {
    const port = Number(text(name) ?? otherwise);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push(`${prefix}${name} has to be a port number`);
    return port;
  };
  const port = readPort('PORT', 8628);
  const operationsPort = text('OPERATIONS_PORT') === undefined ? undefined : readPort('OPERATIONS_PORT', 0);
  const host = text('HOST') ?? 'localhost';
  const namedIssuer = text('ISSUER');
  const issuer = namedIssuer ?? `http://localhost:${port}`;
  if (namedIssuer !== undefined && (!/^https?:\/\/[^\s?#]*[^\s?#/]$/.test(issuer) || !URL.canParse(issuer))) {
    problems.push(`${prefix}ISSUER has to be an http or https URL without query, fragment or slash at its end`);
  }
  const charset = text('CODE_CHARSET') ?? 'numeric';
  if (!Object.hasOwn(codeCharsets, charset)) {
    problems.push(`${prefix}CODE_CHARSET has to be one of ${Object.keys(codeCharsets).join(', ')}`);
  }
  const deliveryOptions = text('DELIVERY_OPTIONS') ?? 'generic';
  if (!(openDeliveryOptionPolicies as readonly string[]).includes(deliveryOptions)) {
    problems.push(`${prefix}DELIVERY_OPTIONS has to be one of ${openDeliveryOptionPolicies.join(', ')}`);
  }
  const gatewayUrl = text('GATEWAY_URL');
  const gatewaySecret = text('GATEWAY_SECRET');
  if ((gatewayUrl === undefined) !== (gatewaySecret === undefined)) {
    problems.push(`${prefix}GATEWAY_URL and ${prefix}GATEWAY_SECRET go together`);
  }
  const printUrl = text('PRINT_URL');
  const printSecret = text('PRINT_SECRET');
  if ((printUrl === undefined) !== (printSecret === undefined)) {
    problems.push(`${prefix}PRINT_URL and ${prefix}PRINT_SECRET go together`);
  }
  for (const [name, url] of [
    ['GATEWAY_URL', gatewayUrl],
    ['PRINT_URL', printUrl],
  ] as const) {
    if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
      problems.push(`${prefix}${name} has to be a URL that begins with https:// or http://`);
    }
  }
  const smtpUrl = text('SMTP_URL');
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl)) {
    problems.push(`${prefix}SMTP_URL has to begin with smtp:// or smtps://`);
  }
  // without our prefix, since hosts set it under this name
  const databaseUrl = environment.DATABASE_URL?.trim() || undefined;
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    problems.push('DATABASE_URL has to be a URL that begins with postgres:// or postgresql://');
  }
  const sandbox = readSwitch('SANDBOX', true, text, problems);
  const production = readSwitch('PRODUCTION', false, text, problems);
  const policy = readPolicy(text, problems);
  const clientsFile = text('CLIENTS');
  const customersFile = text('CUSTOMERS');
  const settings: ProcessSettings = {
    protocol: {
      issuer,
      utilityName: text('UTILITY_NAME') ?? 'Oakfield Power',
      policy,
      codeCharset: charset as CodeCharset, // checked above
      deliveryOptions: deliveryOptions as OpenDeliveryOptionPolicy, // checked above
      deliveryMethods: offeredMethods(printUrl !== undefined),
    },
    host,
    port,
    dataFolder: text('DATA') ?? '.data',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(clientsFile === undefined ? {} : { clientsFile }),
    ...(customersFile === undefined ? {} : { customersFile }),
    ...(operationsPort === undefined ? {} : { operationsPort }),
    delivery: {
      mailFrom: text('MAIL_FROM') ?? 'codes@utility.example',
      ...(smtpUrl === undefined ? {} : { smtpUrl }),
      ...(gatewayUrl === undefined ? {} : { gatewayUrl }),
      ...(gatewaySecret === undefined ? {} : { gatewaySecret }),
      ...(printUrl === undefined ? {} : { printUrl }),
      ...(printSecret === undefined ? {} : { printSecret }),
    },
    sandbox,
    production,
  };
  problems.push(...unknownProblems(environment, known));
  if (production) problems.push(...productionProblems(settings));
  return problems.length > 0 ? { outcome: 'wrong', problems } : { outcome: 'read', settings };
}

/** Letters are offered where there is somebody to print them; everything else as the model has it. */
const offeredMethods = (hasPrinter: boolean): readonly DeliveryMethod[] =>
  (Object.keys(deliveryMethods) as DeliveryMethod[]) // its own keys
    .filter((method) => deliveryMethods[method].served || (hasPrinter && method === 'postal'));

/** A setting that nobody reads is a typo, and whoever wrote it believes that it holds. */
function unknownProblems(
  environment: Readonly<Record<string, string | undefined>>,
  known: ReadonlySet<string>,
): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix) && name !== `${prefix}SETTINGS` && !known.has(name))
    .sort()
    .map(
      (name) =>
        `${name} is no setting; there are ${[...known].filter((other) => alike(name, other)).join(', ') || `${known.size} others, listed in the README`}`,
    );
}

/** Settings that somebody may have meant: those that share a word. */
function alike(name: string, other: string): boolean {
  const words = name.slice(prefix.length).split('_');
  return other
    .slice(prefix.length)
    .split('_')
    .some((word) => word.length > 3 && words.includes(word));
}

function readSwitch(
  name: string,
  otherwise: boolean,
  text: (name: string) => string | undefined,
  problems: string[],
): boolean {
  const value = text(name);
  if (value !== undefined && value !== 'on' && value !== 'off') problems.push(`${prefix}${name} has to be on or off`);
  return value === undefined ? otherwise : value !== 'off';
}

/** Limits can be set one by one: `codeLength` is `OTP_FLOW_LIMIT_CODE_LENGTH`. Mitigations cannot be switched off. */
function readPolicy(text: (name: string) => string | undefined, problems: string[]): Policy {
  const limits: Record<LimitName, number> = { ...defaultPolicy.limits };
  const names = Object.keys(limits) as LimitName[]; // its own keys
  for (const name of names) limits[name] = Number(text(limitVariable(name)) ?? limits[name]);
  const policy: Policy = { ...defaultPolicy, limits };
  const inVariables = (words: string): string =>
    names.reduce((said, name) => said.replace(name, prefix + limitVariable(name)), words);
  problems.push(...policyProblems(policy).map(inVariables));
  return policy;
}

/** The variable of a limit, without the common prefix. */
export const limitVariable = (name: LimitName): string =>
  `LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
