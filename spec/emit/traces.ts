/**
 * Traces as files: for each mitigation the shortest attack that appears without it, and for each residual risk the way it
 * comes about. The visualizer plays them, the draft cites them, and people read them.
 */
import type { Verification } from '../verify/check/verification.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import type { Recording } from './recording.ts';
import { traceIndexSchema, traceSchema } from './trace/schema.ts';
import { tracesOf } from './trace/told.ts';
import type { Trace } from './trace/trace.ts';

const emitter = 'spec/emit/traces.ts';

/** `traces/`: one file each, an index, and the schemas of both. */
export function emitTraces(recordings: readonly Recording[], verification: Verification): Artifact[] {
  const traces = tracesOf(verification, recordings);
  const readers = 'the visualizer, the draft, and reviewers';
  const file = (name: string, value: unknown, audience: string, title: string): Artifact => ({
    path: `traces/${name}.json`,
    content: canonicalJson(value),
    emitter,
    audience,
    title,
  });
  return [
    ...traces.map((trace) => file(trace.id, trace, readers, trace.title)),
    file(
      'index',
      { traces: traces.map(entry) },
      readers,
      'All traces: attacks that appear without a mitigation, and what remains',
    ),
    file('trace.schema', traceSchema(), 'programs that read traces', 'The format of a trace'),
    file('index.schema', traceIndexSchema(), 'programs that read traces', 'The format of the index of traces'),
  ];
}

const entry = ({ id, title, kind, requirements, property, world, steps, harm }: Trace) => ({
  id,
  title,
  kind,
  requirements,
  property: property.name,
  world: world.name,
  steps: steps.length,
  harm,
});
