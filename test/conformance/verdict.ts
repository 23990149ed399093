/** Plays a case and says what came of it. */
import type { Case } from './case.ts';
import { curlOf } from './curl.ts';
import { reference } from './facts.ts';
import type { ExpectedDeviation, Verdict } from './options.ts';
import { Deviation, NotTestable, Skipped } from './problem.ts';
import { Stage } from './stage.ts';
import { healBudgets, type World } from './world.ts';

/** Plays the case on the server of the world. Never throws for what a server does. */
export async function verdictOn(one: Case, world: World, expected?: ExpectedDeviation): Promise<Verdict> {
  const startedAt = performance.now();
  const stage = new Stage(world);
  let problem: unknown;
  try {
    await healBudgets(world);
    await one.play(stage);
  } catch (error) {
    problem = error;
  }
  const seconds = Math.round(performance.now() - startedAt) / 1000;
  const base = {
    caseId: one.id,
    suite: one.suite,
    profile: one.profile ?? 'core',
    title: one.title,
    requirements: (problem instanceof Deviation ? (problem.requirements ?? one.requirements) : one.requirements).map(
      reference,
    ),
    seconds,
  };
  if (expected !== undefined) return withExpectation(base, problem, stage, expected);
  return { ...base, ...outcomeOf(problem, stage, one) };
}

type Outcome = Pick<Verdict, 'status' | 'reason' | 'expected' | 'received' | 'curl' | 'trace'>;

function outcomeOf(problem: unknown, stage: Stage, { id, title }: Pick<Case, 'id' | 'title'>): Outcome {
  if (problem === undefined) return { status: 'passed' };
  if (problem instanceof Skipped) return { status: 'skipped', reason: problem.message };
  if (problem instanceof NotTestable) {
    return { status: 'could-not-test', reason: stage.redaction.text(problem.message), trace: stage.trace(id, title) };
  }
  const last = stage.last === undefined ? {} : { curl: curlOf(stage.last.request, stage.redaction) };
  if (problem instanceof Deviation) {
    return {
      status: 'failed',
      reason: stage.redaction.text(problem.message),
      expected: stage.redaction.text(problem.expected),
      received: stage.redaction.text(problem.received),
      ...last,
      trace: stage.trace(id, title),
    };
  }
  // an answer that the suite itself stumbled over: nothing that a right server brings about
  const words = problem instanceof Error ? problem.message : String(problem);
  return {
    status: 'failed',
    reason: stage.redaction.text(`the suite cannot make sense of the answer: ${words}`),
    ...last,
    trace: stage.trace(id, title),
  };
}

type Base = Omit<Verdict, keyof Outcome>;

function withExpectation(base: Base, problem: unknown, stage: Stage, { reason }: ExpectedDeviation): Verdict {
  const outcome = outcomeOf(problem, stage, { id: base.caseId, title: base.title });
  switch (outcome.status) {
    case 'failed':
      return { ...base, ...outcome, status: 'passed', reason: `deviates as expected (${reason}): ${outcome.reason}` };
    case 'passed':
      return {
        ...base,
        status: 'failed',
        reason: `an expected deviation is over: take it out of the list (${reason})`,
        expected: 'a deviation',
        received: 'the case passed',
      };
    case 'skipped':
    case 'could-not-test':
      return { ...base, ...outcome };
  }
}
