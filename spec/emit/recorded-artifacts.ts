/** Everything that shows recorded exchanges: the recordings themselves, and the documents with examples. */
import { type Artifact, canonicalJson } from './artifact.ts';
import { emitDraft } from './draft/index.ts';
import { emitOpenApi } from './openapi-artifacts.ts';
import type { Recording } from './recording.ts';
import type { Trace } from './trace/trace.ts';

/**
 * Files for `generated/`. Pure: the same recordings and traces give the same bytes.
 *
 * @param traces what the model checker found, which the draft tells
 */
export const emitFromRecordings = (recordings: readonly Recording[], traces: readonly Trace[]): Artifact[] => [
  ...recordings.map((recording) => ({
    path: recordingPath(recording),
    content: canonicalJson(recording),
    emitter: 'spec/emit/recorded-artifacts.ts',
    audience: 'the draft, the visualizer, and whoever wants to see the wire',
    title: recording.title,
  })),
  ...emitOpenApi(recordings),
  ...emitDraft({ recordings, traces }),
];

/** Path of a recording below `generated/`. */
export const recordingPath = ({ scenario }: Recording): string => `recordings/${scenario}.json`;
