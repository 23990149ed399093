/** What the parts of the authorization server share: the model under the operator's policy, settings and ports. */
import machineTables from '../generated/server/machine-tables.json' with { type: 'json' };
import {
  byTable,
  type CodeCharset,
  type DeliveryMethod,
  endpoints,
  type Machines,
  type MachineTable,
  type MessageLocale,
  machinesUnder,
  type OpenDeliveryOptionPolicy,
  type Policy,
  type RunnableMachine,
  runnable,
  serverMachines,
} from '../model/index.ts';
import { dependableCustomers, dependableStore } from './dependencies.ts';
import type {
  ClientDirectory,
  Clock,
  CustomerDirectory,
  KeyRing,
  OperatorLog,
  Randomness,
  Store,
  UsageRecords,
} from './ports.ts';

export interface Settings {
  /** Issuer identifier: a URL without a slash at its end. */
  readonly issuer: string;
  /** Name under which customers know the utility. */
  readonly utilityName: string;
  readonly policy: Policy;
  readonly codeCharset: CodeCharset;
  /** What clients are offered that may not see true hints; `generic` unless set. */
  readonly deliveryOptions?: OpenDeliveryOptionPolicy;
  /** By which messages can leave; those that the model serves unless set. */
  readonly deliveryMethods?: readonly DeliveryMethod[];
}

export interface Ports {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly store: Store;
  readonly customers: CustomerDirectory;
  readonly clients: ClientDirectory;
  readonly keys: KeyRing;
  readonly usage: UsageRecords;
  readonly log: OperatorLog;
  /** How the usage resource fetches the keys of the authorization server; over the network unless set. */
  readonly fetch?: (url: string) => Promise<Response>;
  /** The passcode that a sandbox has chosen for a contact; chance decides where there is none, and without a sandbox. */
  readonly fixedCode?: (contact: string) => string | undefined;
}

export interface AuthorizationServer {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly machines: Machines;
  /** The machine of a message on its way out. */
  readonly channel: RunnableMachine;
  /** Called after a commit that left messages waiting. */
  readonly messagesWaiting: () => void;
}

/** Joins settings and ports with the machines of the model. */
export const authorizationServer = (
  settings: Settings,
  ports: Ports,
  messagesWaiting: () => void = () => {},
): AuthorizationServer => ({
  settings,
  ports: { ...ports, store: dependableStore(ports.store), customers: dependableCustomers(ports.customers) },
  ...tabledMachines(settings.policy),
  messagesWaiting,
});

/** URL of an endpoint. */
export const urlOf = ({ issuer }: Settings, endpoint: keyof typeof endpoints): string =>
  issuer + endpoints[endpoint].path;

/** Page where a resource owner denies; what it is about stands in the fragment, which browsers keep to themselves. */
export const denialUrl = ({ issuer }: Settings, denialToken: string, locale: MessageLocale): string =>
  `${issuer}${denialPaths[locale]}#${denialToken}`;

/** The page in each language of the messages. */
export const denialPaths: Readonly<Record<MessageLocale, string>> = { en: '/denial', es: '/denial/es' };

/** All machines under a policy, each run by the table that was generated from it. */
function tabledMachines(policy: Policy): Pick<AuthorizationServer, 'machines' | 'channel'> {
  const tables = machineTables as Readonly<Record<keyof typeof machineTables, unknown>> as Readonly<
    Record<keyof typeof machineTables, MachineTable>
  >; // written by the emitter from such tables
  const { admission, quota, account, transaction, grant } = machinesUnder(policy);
  return {
    machines: {
      admission: byTable(admission, tables.admission),
      quota: byTable(quota, tables.quota),
      account: byTable(account, tables.account),
      transaction: byTable(transaction, tables.transaction),
      grant: byTable(grant, tables.grant),
    },
    channel: byTable(runnable(serverMachines.channel, policy), tables.channel),
  };
}
