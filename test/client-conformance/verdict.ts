/** What the acts have shown of a client: clean, faulty, or not far enough to say. */
import { requirements } from '../../model/index.ts';
import { type ActName, actNames, acts } from './acts.ts';
import type { ActProgress, Finding } from './hostile-act.ts';

export interface ActVerdict {
  readonly act: ActName;
  /** The mistake that the act is for. */
  readonly fault: string;
  readonly status: 'clean' | 'faulty' | 'unfinished';
  readonly findings: readonly Finding[];
  /** What is still to be done, when the act is unfinished. */
  readonly missing?: string;
}

export interface WhatWasSeen {
  readonly progress: Readonly<Record<ActName, ActProgress>>;
  /** Places in logs and data where a passcode was found; undefined when nobody looked. */
  readonly leaks: readonly string[] | undefined;
  /** Whether nothing more is to come. A client of which nothing was heard after an unknown error has broken on it then. */
  readonly isOver: boolean;
}

const brokeDown: Finding = {
  requirement: 'error-response/open-code',
  words: 'Nothing was heard of the client again after an error that it does not know.',
};

/** The verdict on each act. */
export function verdictsOn(seen: WhatWasSeen): ActVerdict[] {
  return actNames.map((act) => {
    const findings = findingsOf(act, seen);
    const missing = missingIn(act, seen);
    const status = findings.length > 0 ? 'faulty' : missing === undefined ? 'clean' : 'unfinished';
    return {
      act,
      fault: acts[act].fault,
      status,
      findings,
      ...(status === 'unfinished' && missing !== undefined ? { missing } : {}),
    };
  });
}

function findingsOf(act: ActName, { progress, leaks = [], isOver }: WhatWasSeen): readonly Finding[] {
  const { findings, ends } = progress[act];
  if (act === 'code') {
    const found = leaks.map(
      (place): Finding => ({
        requirement: 'otp-client/code-unlogged',
        words: `A passcode stands in ${place}.`,
      }),
    );
    return [...findings, ...found];
  }
  return act === 'unknown-error' && isOver && ends.length === 1 && ends[0] === 'refused'
    ? [...findings, brokeDown]
    : findings;
}

/** What has to happen before an act shows anything; undefined when it has happened. */
function missingIn(act: ActName, { progress, leaks }: WhatWasSeen): string | undefined {
  const { ends } = progress[act];
  const isGranted = ends.includes('spent');
  switch (act) {
    case 'interval':
      return isGranted ? undefined : 'go on until the passcode was taken';
    case 'lock':
      return ends.includes('locked') ? undefined : 'enter wrong passcodes until the transaction is locked';
    case 'code':
      if (!isGranted) return 'go on until the passcode was taken';
      return leaks === undefined ? 'name the logs and data of the client, for somebody to look into' : undefined;
    case 'session':
      if (!isGranted) return 'start over when the transaction has expired, and go on until the passcode was taken';
      return ends.indexOf('spent') < ends.length - 1 ? undefined : 'start once more after the passcode was taken';
    case 'unknown-error':
      if (!ends.includes('refused')) return 'enter a passcode';
      return ends.length > 1 ? undefined : 'start over after the error';
    case 'issuer':
      return ends.length > 0 ? undefined : 'start';
  }
}

/** The report for people: one paragraph for each act, with the sentence of each requirement that was not kept. */
export function reportOf(verdicts: readonly ActVerdict[]): string {
  const paragraphs = verdicts.map(({ act, fault, status, findings, missing }) => {
    const lines = findings.map(
      ({ requirement, words }) => `  ${words}\n    ${requirement}: ${requirements[requirement].text}`,
    );
    return [
      `${status.padEnd(10)}  ${act}: whether the client ${fault}`,
      ...lines,
      ...(missing ? [`  Still to do: ${missing}.`] : []),
    ].join('\n');
  });
  const count = (status: ActVerdict['status']) => verdicts.filter((one) => one.status === status).length;
  return `${paragraphs.join('\n')}\n\n${count('clean')} clean, ${count('faulty')} faulty, ${count('unfinished')} unfinished\n`;
}

/** 0 when all acts are clean, 1 when any is faulty, 2 when any could not show anything. */
export function exitCodeOf(verdicts: readonly ActVerdict[]): 0 | 1 | 2 {
  if (verdicts.some(({ status }) => status === 'faulty')) return 1;
  return verdicts.some(({ status }) => status === 'unfinished') ? 2 : 0;
}
