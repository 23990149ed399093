/**
 * What the model checker found, as tables: every property in every world with the size of what was searched, what breaks
 * without each mitigation, what remains, what the adversary can do, and how likely a guess is. No times: they are not the
 * same twice.
 */
import { allMitigations, defaultPolicy } from '../../model/index.ts';
import { type AnyPropertyName, isSafety } from '../verify/check/property-check.ts';
import { propertyRow, type Verification, worldRow } from '../verify/check/verification.ts';
import { guessTable } from '../verify/guess-probability.ts';
import { capabilities } from '../verify/world/adversary.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { traceIdOf } from './trace/told.ts';
import { verificationMarkdown } from './verification-markdown.ts';

const emitter = 'spec/emit/verification.ts';

/** `verification.json` and `verification.md`. */
export function emitVerification(verification: Verification): Artifact[] {
  const tables = verificationTables(verification);
  return [
    {
      path: 'verification.json',
      content: canonicalJson(tables),
      emitter,
      audience: 'programs that report what was proved',
      title: 'What the model checker found',
    },
    {
      path: 'verification.md',
      content: verificationMarkdown(tables),
      emitter,
      audience: 'reviewers',
      title: 'The same as tables',
    },
  ];
}

export type VerificationTables = ReturnType<typeof verificationTables>;

/** The tables as data, each in the order of the model. */
export function verificationTables({ properties, necessity, residual }: Verification) {
  const propertyNames = [...new Set([...properties, ...necessity, ...residual].map(({ property }) => property))];
  const worldNames = [...new Set(properties.map(({ world }) => world))];
  return {
    summary: {
      properties: propertyNames.length,
      worlds: worldNames.length,
      verdicts: properties.length,
      largestWorldStates: Math.max(...properties.map(({ states }) => states)),
      mitigations: necessity.length,
      requirementsNeeded: neededRequirements({ necessity }).length,
      residualRisks: residual.length,
    },
    properties: propertyNames.map(propertyEntry),
    worlds: worldNames.map((name) => ({ name, title: worldRow(name).title, limits: worldRow(name).limits })),
    verdicts: properties.map(({ property, world, states, transitions, counterexample }) => ({
      property,
      world,
      states,
      transitions,
      holds: counterexample === undefined,
    })),
    mitigations: necessity.map((verdict) => ({
      name: verdict.mitigation,
      requirement: verdict.requirement,
      description: allMitigations[verdict.mitigation].description,
      title: verdict.title,
      world: verdict.world,
      property: verdict.property,
      needed: verdict.attack !== undefined,
      ...traceOf(verdict, traceIdOf(verdict, necessity)),
      harm: verdict.harm,
    })),
    risks: residual.map((verdict) => ({
      name: verdict.risk,
      title: verdict.title,
      world: verdict.world,
      property: verdict.property,
      capability: verdict.capability,
      remains: verdict.attack !== undefined,
      ...traceOf(verdict, verdict.risk),
      harm: verdict.harm,
      answer: verdict.answer,
    })),
    adversary: Object.entries(capabilities).map(([id, { can }]) => ({ id, can })),
    guessing: guessTable(defaultPolicy),
  };
}

/** Requirements without which something breaks, each once. */
export const neededRequirements = ({ necessity }: Pick<Verification, 'necessity'>) => [
  ...new Set(necessity.filter(({ attack }) => attack !== undefined).map(({ requirement }) => requirement)),
];

function propertyEntry(name: AnyPropertyName) {
  const { sentence, requirements } = propertyRow(name);
  return { name, kind: isSafety(name) ? ('safety' as const) : ('liveness' as const), sentence, requirements };
}

const traceOf = ({ attack }: { readonly attack?: { readonly steps: readonly unknown[] } }, id: string) =>
  attack === undefined ? {} : { steps: attack.steps.length, trace: `traces/${id}.json` };
