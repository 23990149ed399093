/**
 * Prints what a verification finds, as JSON: for the pipeline, which has it made in a process of its own while the
 * reference server is recorded. People take `npm run verify`.
 */
import { verify } from './check/verification.ts';

process.stdout.write(JSON.stringify(verify()));
