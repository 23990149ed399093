/** One of the processes in which mutants are examined: reads its work from standard input, prints a result a line. */
import { text } from 'node:stream/consumers';
import { type LaneWork, runLane } from './lanes.ts';

await runLane(JSON.parse(await text(process.stdin)) as LaneWork); // written by whoever started this
process.exit(0);
