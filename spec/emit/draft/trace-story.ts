/** A trace as somebody reads it in a document: whose rule is missing, what comes of it, and who does what, in few lines. */
import { type LimitRow, limits } from '../../../model/index.ts';
import type { AnyPropertyName } from '../../verify/check/property-check.ts';
import { worldRow } from '../../verify/check/verification.ts';
import { notesOf } from '../trace/notes.ts';
import type { Trace, TraceStep } from '../trace/trace.ts';
import { answerInlines } from './answer-inlines.ts';
import { type Block, type Inline, type Inlines, text } from './tree.ts';
import { modelText } from './words.ts';

/** Where pointers to a story lead. */
export const traceAnchor = (id: string): string => `trace-${id}`;

/** The limit that a story runs into: it is small in the world that was searched, and a reader has to know how small. */
const countedBy: Partial<Record<AnyPropertyName, keyof typeof limits>> = {
  wrongCodesBounded: 'wrongCodesPerTransaction',
  sendsBounded: 'sendsPerTransaction',
  accountGuessesBounded: 'wrongCodesPerAccount',
  accountSendsBounded: 'sendsPerAccount',
  clientStartsBounded: 'startsPerClient',
  clientGuessesBounded: 'wrongCodesPerClient',
};

/** An entry of a list: what is missing as its term, what comes of it and the steps below. */
export function storyBlock(trace: Trace): Block {
  return {
    kind: 'definitions',
    items: [
      {
        term: term(trace),
        anchor: traceAnchor(trace.id),
        description: [
          { kind: 'paragraph', content: [text(trace.harm), ...limitWords(trace)] },
          { kind: 'list', ordered: true, items: storyLines(trace.steps) },
        ],
      },
    ],
  };
}

const term = ({ title, kind, requirements }: Trace): Inlines =>
  kind === 'risk'
    ? [text(`With every rule kept: ${title}`)]
    : [text('Without '), ...requirements.map((id): Inline => ({ kind: 'requirement', id })), text(`: ${title}`)];

function limitWords({ property, world }: Trace): Inlines {
  const name = countedBy[property.name];
  const limit = name === undefined ? undefined : worldRow(world.name).limits[name];
  if (name === undefined || limit === undefined) return [];
  const { description }: LimitRow = limits[name];
  return modelText(` (Here the limit is ${limit}: ${description}.)`);
}

/** One line for each step, and one for steps that are the same several times in a row. */
export function storyLines(steps: readonly TraceStep[]): Inlines[] {
  const lines: { readonly key: string; readonly step: TraceStep; count: number }[] = [];
  for (const step of named(steps)) {
    const key = JSON.stringify([step.sentence, step.outcome, step.truth, step.duties]);
    const last = lines.at(-1);
    if (last?.key === key) last.count += 1;
    else lines.push({ key, step, count: 1 });
  }
  return lines.map(({ step, count }) => lineOf(step, count));
}

/**
 * Worlds have places for transactions, called the first and the second, and a place is used again when its transaction is
 * over. Where only one place is used, a reader needs no ordinal, but wants to know that this is another transaction.
 */
function named(steps: readonly TraceStep[]): TraceStep[] {
  if (steps.some(({ sentence }) => sentence.includes('the second transaction'))) return [...steps];
  let started = false;
  return steps.map((step) => {
    const starting = step.sentence.replace(
      'starts the first transaction',
      `starts ${started ? 'another' : 'a'} transaction`,
    );
    started ||= starting !== step.sentence;
    return { ...step, sentence: starting.replace('the first transaction', 'the transaction') };
  });
}

function lineOf({ sentence, outcome, truth, duties }: TraceStep, count: number): Inlines {
  const answer = answerInlines(outcome);
  const isRefusal = answer.some(({ kind }) => kind === 'code');
  const notes = [...notesOf({ truth: untold(truth), duties }), ...differenceWords(truth.observed)];
  return [
    ...modelText(sentence.replace(/\.$/, '')),
    ...(count === 1 ? [] : [text(`, ${count} times`)]),
    ...(isRefusal ? [text(' ('), ...answer, text(')')] : []),
    text(['.', ...notes].join(' ')),
  ];
}

/** What stands in no sentence: what a passcode is worth, what a customer means and what is asked for do. */
function untold({
  receiver,
  leaked,
  strayed,
  handedOver,
  granted,
  served,
  used,
}: TraceStep['truth']): TraceStep['truth'] {
  return {
    ...(receiver === undefined ? {} : { receiver }),
    ...(leaked === undefined ? {} : { leaked }),
    ...(strayed === undefined ? {} : { strayed }),
    ...(handedOver === 'dead' ? { handedOver } : {}),
    ...(granted === undefined ? {} : { granted }),
    ...(served === undefined ? {} : { served }),
    ...(used === 'revoked' ? { used } : {}),
  };
}

/** What tells two worlds apart; each side of an observation begins with the name of an outcome and ends with the timers. */
function differenceWords(observed: TraceStep['truth']['observed']): string[] {
  if (observed === undefined || observed[0] === observed[1]) return [];
  const clues = observed.flatMap((side) => side.split('; ')[0]?.split(', ').slice(1) ?? []);
  return [`In one of them the answer shows something: ${clues.join(', ')}.`];
}
