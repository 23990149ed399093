/** A link that opens a trace in the visualizer, although the page has never heard of it. */
import { deflateRawSync } from 'node:zlib';
import { traceMember } from '../../visualizer/traces/trace-link.ts';
import type { Trace } from './trace.ts';

/** The fragment, with its `#`. */
export const traceFragment = (trace: Trace): string =>
  `#${traceMember}=${deflateRawSync(JSON.stringify(trace), { level: 9 }).toString('base64url')}`;
