/** Makes traces of verdicts: each counterexample of a mitigation, and each residual risk. */
import { allMitigations, type MachineName } from '../../../model/index.ts';
import type { AttemptedStep } from '../../verify/check/attempt.ts';
import { type AnyPropertyName, isSafety } from '../../verify/check/property-check.ts';
import type { ServerRun, ToldStep, ToldTrace } from '../../verify/check/told-trace.ts';
import {
  type NecessityVerdict,
  type PropertyVerdict,
  propertyRow,
  type ResidualVerdict,
  settingOf,
  type Verification,
  worldRow,
} from '../../verify/check/verification.ts';
import { capabilities } from '../../verify/world/adversary.ts';
import type { Recording } from '../recording.ts';
import { messagesOf } from './http.ts';
import { notesOf } from './notes.ts';
import type {
  MachineHappening,
  Trace,
  TraceAttempt,
  TraceEvent,
  TraceMessages,
  TraceReason,
  TraceServerRun,
  TraceStep,
  TraceWorld,
} from './trace.ts';

/** All traces of a verification, mitigations first, each in the order of its table. */
export function tracesOf({ necessity, residual }: Verification, recordings: readonly Recording[]): Trace[] {
  return [
    ...necessity.flatMap((verdict) => {
      const { attack, attempt, mitigation, requirement } = verdict;
      if (attack === undefined) return [];
      const { description } = allMitigations[mitigation];
      const reason: TraceReason = { kind: 'mitigation', mitigation: { name: mitigation, requirement, description } };
      const tried = attempt === undefined ? {} : { attempt: attempt.map(attemptOf) };
      const id = traceIdOf(verdict, necessity);
      return [{ ...traceOf(id, [requirement], reason, verdict, attack, recordings), ...tried }];
    }),
    ...residual.flatMap((verdict) => {
      const { attack, risk, answer, property } = verdict;
      if (attack === undefined) return [];
      const reason: TraceReason = { kind: 'risk', risk: { name: risk, answer } };
      return [traceOf(risk, propertyRow(property).requirements, reason, verdict, attack, recordings)];
    }),
  ];
}

/** A mitigation and the requirement that it carries out. */
type Carried = Pick<NecessityVerdict, 'mitigation' | 'requirement'>;

/** The trace of a property that does not hold; its messages are left out, so that it fits into a link. */
export function findingOf({ property, world, counterexample }: PropertyVerdict): Trace | undefined {
  if (counterexample === undefined) return undefined;
  const { sentence, requirements } = propertyRow(property);
  return {
    id: `finding-${property}`,
    title: `A property that does not hold: ${property}`,
    requirements,
    kind: 'finding',
    property: propertyOf(property),
    world: worldOf(world),
    adversary: counterexample.adversary.map((capability) => ({
      id: capability,
      sentence: capabilities[capability].can,
    })),
    steps: counterexample.steps.map((step, index) => stepOf(step, index + 1, undefined)),
    harm: `Expected: ${sentence} The last step breaks it.`,
  };
}

/** Name of a trace: the requirement; from the second mitigation that carries out the same requirement on, the mitigation too. */
export function traceIdOf({ mitigation, requirement }: Carried, all: readonly Carried[]): string {
  const isFirst = all.find((other) => other.requirement === requirement)?.mitigation === mitigation;
  const slug = requirement.replace('/', '-');
  return isFirst ? slug : `${slug}-${mitigation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function traceOf(
  id: string,
  requirements: Trace['requirements'],
  reason: TraceReason,
  { title, harm, property, world }: NecessityVerdict | ResidualVerdict,
  attack: ToldTrace,
  recordings: readonly Recording[],
): Trace {
  const messages = messagesOf(attack.steps, recordings);
  return {
    id,
    title,
    requirements,
    ...reason,
    property: propertyOf(property),
    world: worldOf(world),
    adversary: attack.adversary.map((capability) => ({ id: capability, sentence: capabilities[capability].can })),
    steps: attack.steps.map((step, index) => stepOf(step, index + 1, messages[index])),
    harm,
  };
}

const propertyOf = (name: AnyPropertyName): Trace['property'] => {
  const { sentence, requirements } = propertyRow(name);
  return { name, kind: isSafety(name) ? 'safety' : 'liveness', sentence, requirements };
};

/** The world of a trace: its variables are the same whatever is switched off. */
function worldOf(name: string): TraceWorld {
  const row = worldRow(name);
  const { title, limits } = row;
  const cast = row.build(settingOf(row)).variables.map((one) => {
    const { name: variable, values, words = (value: string) => value } = one;
    const machine = 'machine' in one ? { machine: one.machine as MachineName } : {}; // only machines' variables have it
    return { variable, ...machine, starts: words(values[0] ?? '') };
  });
  return { name, title, limits, cast };
}

function stepOf(step: ToldStep, number: number, messages: TraceMessages | undefined): TraceStep {
  const { needs } = step;
  return {
    number,
    ...eventOf(step),
    ...(needs === undefined ? {} : { capability: needs }),
    ...(messages === undefined ? {} : { messages }),
  };
}

function eventOf(step: ToldStep): TraceEvent {
  const { actor, says, transaction, exchange, outcome, asked, event, duties = [], truth = {}, changes } = step;
  return {
    actor,
    sentence: says,
    notes: notesOf(step),
    ...(transaction === undefined ? {} : { transaction }),
    ...(asked === undefined ? {} : { as: asked.as }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(event === undefined ? {} : { event: happening(event) }),
    duties,
    truth,
    changes,
    server: step.server.map(serverRun),
    parties: step.parties,
  };
}

const serverRun = ({ event, ...run }: ServerRun): TraceServerRun => ({
  ...run,
  ...(event === undefined ? {} : { event: happening(event) }),
});

function happening(words: string): MachineHappening {
  const [machine = '', name = ''] = words.split(' ');
  return { machine: machine as MachineName, name }; // written by the worlds, which know the names
}

function attemptOf(step: AttemptedStep): TraceAttempt {
  if (step.happens) return { happens: true, ...eventOf(step) };
  const { actor, says, why } = step;
  return { happens: false, actor, sentence: says, why };
}
