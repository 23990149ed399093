/** Walks a world of more than ten million states, in a process of its own so that the memory is that of the walk. */
import { performance } from 'node:perf_hooks';
import { explore, tabulate } from '../../../spec/verify/engine/index.ts';
import { largeCrowd } from './crowds.ts';

const startedAt = performance.now();
const { states, transitions } = explore(tabulate(largeCrowd()));
const seconds = (performance.now() - startedAt) / 1000;
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ states: states.count, transitions, seconds, mebibytes }));
