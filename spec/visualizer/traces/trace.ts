/**
 * Traces of the model checker, as the page reads them from `traces/*.json`. They happen in worlds with more in them than
 * the machines of the page: several transactions, two servers, people who overhear. So they are told, not run.
 */
import type {
  AnyMitigation,
  DutyName,
  ExchangeName,
  MachineName,
  OutcomeName,
  RecordedExchange,
  RequirementId,
} from '../../../model/index.ts';

export type Actor = 'kiosk' | 'stranger' | 'owner' | 'server' | 'network' | 'clock';

export interface TraceStep {
  readonly number: number;
  readonly actor: Actor;
  readonly sentence: string;
  /** What is true of the step and shows in no message. */
  readonly notes: readonly string[];
  readonly transaction?: string;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  readonly event?: { readonly machine: string; readonly name: string };
  readonly duties: readonly DutyName[];
  readonly changes: readonly { readonly variable: string; readonly from: string; readonly to: string }[];
  readonly messages?: {
    readonly request: RecordedExchange['request'];
    readonly response: RecordedExchange['response'];
    readonly sources: readonly string[];
  };
}

export interface Trace {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly RequirementId[];
  /** What is switched off; absent for what remains with everything on. */
  readonly mitigation?: { readonly name: AnyMitigation };
  /** What bounds the damage of what remains. */
  readonly risk?: { readonly name: string; readonly answer: string };
  readonly property: {
    readonly name: string;
    readonly sentence: string;
    readonly requirements: readonly RequirementId[];
  };
  readonly world: { readonly name: string; readonly title: string };
  readonly adversary: readonly { readonly id: string; readonly sentence: string }[];
  readonly steps: readonly TraceStep[];
  /** What comes of it for somebody. */
  readonly harm: string;
}

/** Which machine of the page a variable of the checker's world is; the first transaction stands for all of them. */
const machineOfVariable: Readonly<Record<string, MachineName>> = {
  quota: 'quota',
  account: 'account',
  channel: 'channel',
  kiosk: 'client',
  owner: 'resourceOwner',
};

/** The machine that a change is about, when it is one of the page's. */
export const machineOfChange = (variable: string, { transaction }: TraceStep): MachineName | undefined =>
  variable === transaction ? 'transaction' : machineOfVariable[variable];

/** `pending.cooling, sends 1, newestCode sent, timers code interval` as a state and what stands beside it. */
export function stateInWords(words: string): { readonly value: string; readonly variables: Record<string, string> } {
  const [value = '', ...parts] = words.split(', ');
  const variables = parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)] as const);
  return { value, variables: Object.fromEntries(variables) };
}
