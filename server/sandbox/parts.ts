/** Everything that `npm start` puts behind the ports where an operator has not said otherwise, with a sandbox or without. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { AppParts } from '../app.ts';
import { type Ports, urlOf } from '../authorization-server.ts';
import { loadClientFile, openClientDirectory } from '../clients/client-file.ts';
import { type CustomerRecord, openCustomerDirectory } from '../customers/customer-directory.ts';
import { type LoadedCustomers, loadCustomerFile } from '../customers/customer-file.ts';
import { openHttpGateway } from '../delivery/http-gateway.ts';
import { createInboxGateway } from '../delivery/inbox-gateway.ts';
import { createRoutingGateway } from '../delivery/routing-gateway.ts';
import { openSmtpGateway } from '../delivery/smtp-gateway.ts';
import type { ClientRegistration, Clock, DeliveryGateway, KeyRing, OperatorLog, Randomness, Store } from '../ports.ts';
import { defaultSecretProblems } from '../production.ts';
import type { ProcessSettings } from '../settings.ts';
import { sampleUsage } from '../usage/sample-usage.ts';
import { kioskClientId, kioskRegistration, sandboxClients } from './clients.ts';
import { sandboxCustomers } from './customers.ts';
import { offsetClock } from './offset-clock.ts';
import { openSandbox } from './sandbox.ts';

/** Ports that do not depend on the sandbox. */
export interface GivenPorts {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: OperatorLog;
}

const kioskAlgorithm = 'ES256';

/**
 * The parts of the application. With a sandbox: its customers, its clients and the kiosk; messages go where the settings
 * point, and into the inbox where they point nowhere. Without: the clients and customers of the settings, and messages
 * that point nowhere are refused.
 *
 * @throws Error that lists what is wrong with the client file or the customer file
 */
export async function sandboxParts(settings: ProcessSettings, given: GivenPorts): Promise<AppParts> {
  const { gatewaySecret } = settings.delivery;
  const always = {
    settings: settings.protocol,
    ...(gatewaySecret === undefined ? {} : { webhookSecret: gatewaySecret }),
  };
  if (!settings.sandbox) {
    const ports = portsOf(given, await registeredClients(settings, []), await customersOnFile(settings, []));
    return { ...always, ports, gateway: gatewayOf(settings, given.clock) };
  }
  const clock = offsetClock(given.clock);
  const kioskKey = await kioskKeyIn(settings.dataFolder);
  const { d: _, ...publicKey } = kioskKey;
  const clients = [kioskRegistration({ ...publicKey }), ...(await registeredClients(settings, sandboxClients))];
  const inbox = createInboxGateway({ clock });
  const { sandbox, ports, gateway } = openSandbox({
    settings: settings.protocol,
    ports: { ...portsOf(given, clients, await customersOnFile(settings, sandboxCustomers)), clock },
    gateway: gatewayOf(settings, clock, inbox),
    inbox,
  });
  return {
    ...always,
    ports,
    gateway,
    inboxGateway: inbox,
    sandbox,
    kiosk: {
      issuer: settings.protocol.issuer,
      usageUrl: urlOf(settings.protocol, 'usage'),
      client: { clientId: kioskClientId, privateKey: kioskKey, alg: kioskAlgorithm },
      clock,
      randomness: given.randomness,
      log: given.log,
    },
  };
}

const portsOf = (
  given: GivenPorts,
  clients: readonly ClientRegistration[],
  customers: readonly CustomerRecord[],
): Ports => ({
  ...given,
  clients: openClientDirectory(clients),
  customers: openCustomerDirectory(customers),
  usage: sampleUsage,
});

/** Where messages of each method go: where the settings point, and otherwise to the one given. */
function gatewayOf(settings: ProcessSettings, clock: Clock, otherwise?: DeliveryGateway): DeliveryGateway {
  const { smtpUrl, mailFrom, gatewayUrl, gatewaySecret, printUrl, printSecret } = settings.delivery;
  const posted = (url: string | undefined, secret: string | undefined): DeliveryGateway | undefined =>
    url === undefined || secret === undefined ? undefined : openHttpGateway({ url, secret, clock });
  const outward = posted(gatewayUrl, gatewaySecret) ?? otherwise;
  const mail =
    smtpUrl === undefined
      ? otherwise
      : openSmtpGateway({ url: smtpUrl, from: mailFrom, allowPlaintext: isLoopback(smtpUrl) });
  return createRoutingGateway({ sms: outward, voice: outward, email: mail, postal: posted(printUrl, printSecret) });
}

async function registeredClients(
  { clientsFile, production }: ProcessSettings,
  otherwise: readonly ClientRegistration[],
): Promise<readonly ClientRegistration[]> {
  if (clientsFile === undefined) return otherwise;
  const loaded = await loadClientFile(clientsFile);
  const findings =
    loaded.outcome === 'broken' ? loaded.findings : production ? defaultSecretProblems(loaded.clients) : [];
  if (loaded.outcome === 'loaded' && findings.length === 0) return loaded.clients;
  throw new Error(`The client file cannot be used:\n${listed(findings)}`);
}

/** The customers of the settings; a file that cannot be used keeps the server from starting. */
async function customersOnFile(
  { customersFile }: ProcessSettings,
  otherwise: readonly CustomerRecord[],
): Promise<readonly CustomerRecord[]> {
  if (customersFile === undefined) return otherwise;
  const loaded: LoadedCustomers = await loadCustomerFile(customersFile);
  if (loaded.outcome === 'loaded') return loaded.customers;
  throw new Error(`The customer file cannot be used:\n${listed(loaded.findings)}`);
}

const listed = (findings: readonly string[]): string => findings.map((finding) => `- ${finding}`).join('\n');

/** The kiosk's own private key, made once. */
async function kioskKeyIn(folder: string): Promise<JWK> {
  const file = join(folder, 'kiosk-key.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK; // written below
  } catch {
    const { privateKey } = await generateKeyPair(kioskAlgorithm, { extractable: true });
    const jwk = await exportJWK(privateKey);
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
    return jwk;
  }
}

/** A mail server on the same machine needs no encryption on the way. */
const isLoopback = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
