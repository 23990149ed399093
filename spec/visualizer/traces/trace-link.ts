/**
 * A trace that is not among the page's own, in the fragment of a link: what a verification found wrong a minute ago, say.
 * It is packed, so that it fits; it comes from anybody, so that nothing in it is believed before it was run.
 */
import { machineDefinitions } from '../../../model/index.ts';
import type { Trace } from '../../emit/trace/trace.ts';
import { play } from '../run/play.ts';
import { toldScenario } from '../scenarios/told.ts';

/** The member of the fragment: `visualizer.html#trace=…`, JSON, deflated, in base64url. */
export const traceMember = 'trace';

/** The packed trace of a fragment; undefined when there is none. */
export const packedIn = (fragment: string): string | undefined =>
  new RegExp(`[#&]${traceMember}=([A-Za-z0-9_-]+)`).exec(fragment)?.[1];

/** More than this is unpacked from no link. */
const longest = 400_000;

/**
 * Unpacks a trace and runs it once.
 *
 * @throws Error when it is no trace, or one that these machines cannot even begin
 */
export async function unpacked(packed: string): Promise<Trace> {
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const text = await new Response(stream).text();
  if (text.length > longest) throw new Error('the trace is too long');
  const trace = JSON.parse(text) as Trace; // held against what the page needs below
  const known = new Set(Object.keys(machineDefinitions));
  const isKnown = trace.world.cast.every(({ machine }) => machine === undefined || known.has(machine));
  if (!isKnown || trace.steps.length === 0) throw new Error('the trace is about other machines');
  const { setting, steps } = toldScenario(trace);
  play(setting, steps);
  return trace;
}
