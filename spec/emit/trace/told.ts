/** Makes traces of verdicts: each counterexample of a mitigation, and each residual risk. */
import { allMitigations } from '../../../model/index.ts';
import { type AnyPropertyName, isSafety } from '../../verify/check/property-check.ts';
import type { ToldStep, ToldTrace } from '../../verify/check/told-trace.ts';
import {
  type NecessityVerdict,
  propertyRow,
  type ResidualVerdict,
  type Verification,
  worldRow,
} from '../../verify/check/verification.ts';
import { capabilities } from '../../verify/world/adversary.ts';
import type { Recording } from '../recording.ts';
import { messagesOf } from './http.ts';
import { notesOf } from './notes.ts';
import type { Trace, TraceMessages, TraceReason, TraceStep } from './trace.ts';

/** All traces of a verification, mitigations first, each in the order of its table. */
export function tracesOf({ necessity, residual }: Verification, recordings: readonly Recording[]): Trace[] {
  return [
    ...necessity.flatMap((verdict) => {
      const { attack, mitigation, requirement } = verdict;
      if (attack === undefined) return [];
      const { description } = allMitigations[mitigation];
      const reason: TraceReason = { kind: 'mitigation', mitigation: { name: mitigation, requirement, description } };
      return [traceOf(traceIdOf(verdict, necessity), [requirement], reason, verdict, attack, recordings)];
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
    world: { name: world, title: worldRow(world).title },
    adversary: attack.adversary.map((capability) => ({ id: capability, sentence: capabilities[capability].can })),
    steps: attack.steps.map((step, index) => stepOf(step, index + 1, messages[index])),
    harm,
  };
}

const propertyOf = (name: AnyPropertyName): Trace['property'] => {
  const { sentence, requirements } = propertyRow(name);
  return { name, kind: isSafety(name) ? 'safety' : 'liveness', sentence, requirements };
};

function stepOf(step: ToldStep, number: number, messages: TraceMessages | undefined): TraceStep {
  const { actor, says, needs, transaction, exchange, outcome, event, duties = [], truth = {}, changes } = step;
  const [machine = '', name = ''] = event?.split(' ') ?? [];
  return {
    number,
    actor,
    sentence: says,
    notes: notesOf(step),
    ...(needs === undefined ? {} : { capability: needs }),
    ...(transaction === undefined ? {} : { transaction }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(event === undefined ? {} : { event: { machine, name } }),
    duties,
    truth,
    changes,
    ...(messages === undefined ? {} : { messages }),
  };
}
