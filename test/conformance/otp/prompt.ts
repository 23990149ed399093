/** Codes that a person reads and types. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { CodeNotObtained, type OtpSource } from './source.ts';

/** Asks on one stream and reads a line from another. One question at a time. */
export function promptSource(input: Readable = process.stdin, output: Writable = process.stderr): OtpSource {
  const lines = createInterface({ input });
  const typed: string[] = [];
  let answered: ((line: string) => void) | undefined;
  lines.on('line', (line) => {
    if (answered === undefined) typed.push(line);
    else answered(line);
  });
  return {
    kind: 'prompt',
    isVaried: true,
    hasText: false,
    seesNothing: false,
    mark: async () => {
      typed.length = 0; // what was typed before the code was asked for answers another question
      return '';
    },
    obtain: ({ contact, method, timeoutSeconds }) =>
      new Promise((resolve, reject) => {
        output.write(`Which code came to ${contact} by ${method}? `);
        const timer = setTimeout(() => {
          answered = undefined;
          output.write('\n');
          reject(new CodeNotObtained(`nothing was typed in ${timeoutSeconds} s`));
        }, timeoutSeconds * 1000);
        answered = (line) => {
          const code = line.replace(/[\s-]/g, '');
          if (code === '') return;
          clearTimeout(timer);
          answered = undefined;
          resolve({ code });
        };
        const early = typed.shift();
        if (early !== undefined) answered(early);
      }),
    close: async () => lines.close(),
  };
}
