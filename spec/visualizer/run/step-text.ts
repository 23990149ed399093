/**
 * Steps as text, for links and for the lists of scenarios: `redemption~code=wrong`, `delivery@adversary`,
 * `channel!gateway.accepted`. Only what differs from the ordinary is written.
 */
import {
  definitionOf,
  exchangeNames,
  factChoices,
  happens,
  machineNames,
  request,
  type Step,
  type ToldStep,
} from './step.ts';

const adversaryMark = '@adversary';
const toldMark = 'told!';
/** In no link: a step that is tried stands beside the one that is told. */
const triedMark = 'tried!';

/** Finds a step of a trace by name and number; without it no told step is known. */
export type ToldLookup = (trace: string, number: number) => ToldStep | undefined;

/** One step as text, with no character that a link would have to escape. */
export function textOfStep(step: Step): string {
  if (step.kind === 'request') {
    const ordinary = request(step.exchange).facts;
    return `${step.exchange}${step.by === 'adversary' ? adversaryMark : ''}${differing(step.facts, ordinary)}`;
  }
  if (step.kind === 'told') return `${step.isTried === true ? triedMark : toldMark}${step.trace}.${step.tells.number}`;
  const { type, ...attributes } = step.event;
  const { type: _same, ...ordinary } = happens(step.machine, type).event;
  return `${step.machine}!${type}${differing(attributes, ordinary)}`;
}

/** The step that a text stands for; undefined when this version of the machines has no such step. */
export function stepOfText(text: string, told: ToldLookup = () => undefined): Step | undefined {
  if (text.startsWith(toldMark)) {
    const [trace = '', number] = text.slice(toldMark.length).split('.');
    return told(trace, Number(number));
  }
  const [head = '', ...parts] = text.split('~');
  const pairs = parts.map((part) => part.split('=', 2) as [string, string?]); // split with a limit of two
  const values = Object.fromEntries(pairs.map(([name, value = '']) => [name, value]));
  const isKnown = (choices: Readonly<Record<string, readonly string[]>>): boolean =>
    pairs.every(([name, value = '']) => choices[name]?.includes(value));
  const [machineText = '', event] = head.split('!', 2);
  if (event !== undefined) {
    const machine = machineNames.find((name) => name === machineText);
    const row = machine === undefined ? undefined : definitionOf(machine).events[event];
    return machine === undefined || row === undefined || !isKnown(row.attributes)
      ? undefined
      : happens(machine, event, values);
  }
  const isAdversary = head.endsWith(adversaryMark);
  const name = isAdversary ? head.slice(0, -adversaryMark.length) : head;
  const exchange = exchangeNames.find((known) => known === name);
  if (exchange === undefined || !isKnown(factChoices(exchange))) return undefined;
  return request(exchange, values, isAdversary ? 'adversary' : 'client');
}

const differing = (values: Readonly<Record<string, string>>, ordinary: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .filter(([name, value]) => ordinary[name] !== value)
    .map(([name, value]) => `~${name}=${value}`)
    .join('');

/** Steps as one text; a step that is repeated is written once, with how often. */
export function textOfSteps(steps: readonly Step[]): string {
  const parts: { text: string; times: number }[] = [];
  for (const text of steps.map(textOfStep)) {
    const last = parts.at(-1);
    if (last?.text === text) last.times += 1;
    else parts.push({ text, times: 1 });
  }
  return parts.map(({ text, times }) => (times === 1 ? text : `${text}*${times}`)).join(';');
}

export interface ReadSteps {
  readonly steps: readonly Step[];
  /** The first text that stands for no step, where reading stopped. */
  readonly unknown?: string;
}

/** A link comes from anybody: no more steps than this are played. */
const stepLimit = 500;

/** The steps of a text, as far as they are known. */
export function stepsOfText(text: string, told?: ToldLookup): ReadSteps {
  const steps: Step[] = [];
  for (const part of text.split(';').filter((one) => one !== '')) {
    const [, single = part, times = '1'] = /^(.*?)(?:\*(\d{1,3}))?$/.exec(part) ?? [];
    const step = stepOfText(single, told);
    if (step === undefined || steps.length + Number(times) > stepLimit) return { steps, unknown: part };
    for (let count = 0; count < Number(times); count += 1) steps.push(step);
  }
  return { steps };
}
