/** A trace that came with the address: taken up before the page begins, and opened where it ends. */
import { traceScenarioId } from '../scenarios/index.ts';
import { packedIn, unpacked } from '../traces/trace-link.ts';
import type { Opened } from './location.ts';
import type { PageData } from './page-data.ts';
import type { Library } from './scene.ts';

/** A trace that came with the address, and the page's data with it. */
export interface WithTrace {
  readonly data: PageData;
  readonly linked?: { readonly id: string; readonly packed: string };
  readonly notices: readonly string[];
}

const foreign =
  'This trace came with the link; it is none of those that the page was made with. It is run like them, and what cannot be run is said.';

/** Takes up the trace that is packed in the address, when there is one. */
export async function withLinkedTrace(data: PageData): Promise<WithTrace> {
  const packed = packedIn(location.hash);
  if (packed === undefined) return { data, notices: [] };
  try {
    const trace = await unpacked(packed);
    const traces = [...data.traces.filter(({ id }) => id !== trace.id), trace];
    return { data: { ...data, traces }, linked: { id: trace.id, packed }, notices: [foreign] };
  } catch {
    return { data, notices: ['The link has a trace in it that cannot be read here; it is left out.'] };
  }
}

/** The run of a trace that came by itself, at the step that breaks its property. */
export function linkedTraceRun({ scenarios }: Library, trace: string): Opened | undefined {
  const scenario = scenarios.find(({ id }) => id === traceScenarioId(trace));
  if (scenario === undefined) return undefined;
  const { id, title, setting, steps } = scenario;
  return { run: { name: title, scenario: id, setting, steps, at: steps.length, isContrasted: false }, notices: [] };
}
